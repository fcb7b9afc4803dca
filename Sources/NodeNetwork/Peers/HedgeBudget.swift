/// How many second requests a peer may be sent: one for every twenty questions, so that hedging never makes an overload worse.
package struct HedgeBudget: Hashable, Sendable {
    /// In twentieths of a request.
    private var saved = HedgeBudget.price
    private static let price = 20
    private static let most = 5 * price

    package init() {}

    package mutating func earn() { saved = min(saved + 1, HedgeBudget.most) }

    package mutating func spend() -> Bool {
        guard saved >= HedgeBudget.price else { return false }
        saved -= HedgeBudget.price
        return true
    }
}
