package import StructuredText

/// Where evidence can be read.
package struct EvidenceReference: Hashable, Sendable {
    package enum Source: String, Sendable, CaseIterable {
        case pubMed = "pubmed"
        case doi
        case clinVar = "clinvar"
        case civic
        case gnomAD = "gnomad"
        /// A guideline with its version.
        case guideline
        /// The laboratory's own record of an experiment or a discussion, by its number. Never a patient.
        case inHouse = "in-house"
        case url
    }

    package let source: Source
    /// As the source numbers it: `25741868`, `10.1038/gim.2015.30`, `EID1409`.
    package let identifier: String

    /// Nil for an empty identifier, and for a PubMed one that is no number.
    package init?(_ source: Source, _ identifier: String) {
        guard identifier.contains(where: { !$0.isWhitespace }) else { return nil }
        if source == .pubMed, !identifier.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return nil }
        self.source = source
        self.identifier = identifier
    }
}

extension EvidenceReference: ReportJSONForm {
    package var json: JSONValue { JSONValue(members: [("source", .word(source)), ("identifier", .text(identifier))]) }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "reference", known: ["source", "identifier"])
        guard let made = EvidenceReference(try members.word("source"), try members.text("identifier")) else {
            throw members.fault("identifier")
        }
        self = made
    }
}
