package import StructuredText

/// How much of a tumour's mutations a mutational signature explains.
package struct SignatureFinding: Hashable, Sendable {
    /// As its catalogue names it: `SBS3`, `ID6`.
    package let name: String
    /// The catalogue and its version: `COSMIC v3.4`.
    package let catalogue: String
    /// Share of the mutations, 0–1.
    package let exposure: Double
    /// Mutations that were fitted: a signature out of thirty mutations is not one out of three thousand.
    package let mutations: Int
    package let cutOff: CutOff?

    /// Nil where the share is not within 0–1, the number negative, or the cut-off not one for a pure number.
    package init?(name: String, catalogue: String, exposure: Double, mutations: Int, cutOff: CutOff? = nil) {
        guard (0...1).contains(exposure), mutations >= 0, cutOff?.unit ?? "1" == "1" else { return nil }
        self.name = name
        self.catalogue = catalogue
        self.exposure = exposure
        self.mutations = mutations
        self.cutOff = cutOff
    }

    package var meaning: CutOff.Meaning? {
        MeasuredValue(exposure, unit: "1").flatMap { measurement in cutOff?.meaning(of: measurement) }
    }
}

extension SignatureFinding: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("name", .text(name)), ("catalogue", .text(catalogue)), ("exposure", .number(exposure)),
            ("mutations", .integer(mutations)), ("cutOff", .form(cutOff)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "signature", known: ["name", "catalogue", "exposure", "mutations", "cutOff"])
        let cutOff = try members.optional("cutOff") { (name) throws(ReportJSONError) in try members.form(name, CutOff.self) }
        guard
            let made = SignatureFinding(
                name: try members.text("name"), catalogue: try members.text("catalogue"),
                exposure: try members.number("exposure"), mutations: try members.integer("mutations"), cutOff: cutOff)
        else { throw members.fault("exposure") }
        self = made
    }
}
