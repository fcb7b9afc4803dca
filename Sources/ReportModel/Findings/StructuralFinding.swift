package import GenomeModel
package import StructuredText

/// A rearrangement, seen in DNA or, as a fusion, in RNA.
package struct StructuralFinding: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case deletion, duplication, inversion, insertion, translocation
        case fusion
        /// Exons left out of the transcript, such as *MET* exon 14.
        case exonSkipping = "exon-skipping"
    }

    package enum Level: String, Sendable, CaseIterable {
        case dna, rna
    }

    package let assembly: Assembly
    package let kind: Kind
    package let level: Level
    /// For a fusion the 5' partner, else the lower one.
    package let first: Breakpoint
    /// Nil for an insertion.
    package let second: Breakpoint?
    /// Whether the reading frame goes on over the joint; nil where nobody knows.
    package let isInFrame: Bool?
    /// Reads or fragments over the joint.
    package let supportingReads: Int?

    /// Nil where only an insertion has one side, or a fusion lacks a gene on either side.
    package init?(
        assembly: Assembly, kind: Kind, level: Level, first: Breakpoint, second: Breakpoint?, isInFrame: Bool? = nil,
        supportingReads: Int? = nil
    ) {
        guard second != nil || kind == .insertion, supportingReads ?? 0 >= 0 else { return nil }
        if kind == .fusion, first.gene == nil || second?.gene == nil { return nil }
        self.assembly = assembly
        self.kind = kind
        self.level = level
        self.first = first
        self.second = second
        self.isInFrame = isInFrame
        self.supportingReads = supportingReads
    }

    /// `EML4::ALK`, as HGNC recommends since 2021 (Bruford et al., Leukemia); nil for anything but a fusion.
    package var fusionName: String? {
        guard kind == .fusion, let five = first.gene, let three = second?.gene else { return nil }
        return five + "::" + three
    }
}

extension StructuralFinding: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("assembly", .word(assembly)), ("kind", .word(kind)), ("level", .word(level)), ("first", .form(first)),
            ("second", .form(second)), ("inFrame", .bool(isInFrame)), ("supportingReads", .integer(supportingReads)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "structural", known: ["assembly", "kind", "level", "first", "second", "inFrame", "supportingReads"])
        guard
            let made = StructuralFinding(
                assembly: try members.word("assembly"), kind: try members.word("kind"), level: try members.word("level"),
                first: try members.form("first"),
                second: try members.optional("second") { (name) throws(ReportJSONError) in try members.form(name) },
                isInFrame: try members.optional("inFrame", members.bool),
                supportingReads: try members.optional("supportingReads", members.integer))
        else { throw members.fault("second") }
        self = made
    }
}
