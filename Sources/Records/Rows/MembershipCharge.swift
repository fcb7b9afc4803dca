/// What telling one figure of a variant would add to the risk that an organisation infers who belongs to the data.
package struct MembershipCharge: Hashable, Sendable {
    /// Names the figure by the people that it is computed from.
    package let figure: Int64
    /// Expected log-likelihood ratio, in nats.
    package let risk: Double

    package init(figure: Int64, risk: Double) {
        self.figure = figure
        self.risk = risk
    }
}
