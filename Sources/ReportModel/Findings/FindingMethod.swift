package import ClinicalModel
package import StructuredText

/// How something was found: without it a finding says nothing.
package struct FindingMethod: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case dnaPanel = "dna-panel"
        case exome, genome
        case rnaSequencing = "rna-sequencing"
        case array
        case methylationArray = "methylation-array"
        case immunohistochemistry
        case fish
        case pcr
        case other
    }

    package let kind: Kind
    /// The assay, pipeline, array or antibody: `GMS560`, `SP263`.
    package let name: String
    package let version: String
    package let laboratory: OrganisationCode
    /// The program that made the call and its version, where the name does not say it: `msisensor-pro 1.2.0`.
    package let caller: String?
    /// What the method cannot see: its limit of detection, and what it does not measure.
    package let limitations: LocalizedText?

    package init(
        kind: Kind, name: String, version: String, laboratory: OrganisationCode, caller: String? = nil,
        limitations: LocalizedText? = nil
    ) {
        self.kind = kind
        self.name = name
        self.version = version
        self.laboratory = laboratory
        self.caller = caller
        self.limitations = limitations
    }
}

extension FindingMethod: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("kind", .word(kind)), ("name", .text(name)), ("version", .text(version)), ("laboratory", .described(laboratory)),
            ("caller", .text(caller)), ("limitations", .form(limitations)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "method", known: ["kind", "name", "version", "laboratory", "caller", "limitations"])
        self.init(
            kind: try members.word("kind"), name: try members.text("name"), version: try members.text("version"),
            laboratory: try members.organisation("laboratory"), caller: try members.optional("caller", members.text),
            limitations: try members.optional("limitations") { (name) throws(ReportJSONError) in try members.form(name) })
    }
}
