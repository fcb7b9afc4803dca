package import GenomeModel
package import StructuredText

/// A stretch with another number of copies than expected.
package struct CopyNumberFinding: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case homozygousDeletion = "homozygous-deletion"
        case loss
        case copyNeutralLOH = "copy-neutral-loh"
        case gain, amplification
    }

    package let assembly: Assembly
    /// 1-based, both ends included.
    package let interval: Interval
    package let kind: Kind
    /// HGNC symbols of the genes concerned.
    package let genes: [String]
    /// Copies of the whole, in the cells that carry it; a tumour's after correction for its cell content.
    package let copies: Double?
    /// Of these, of the rarer allele.
    package let minorCopies: Double?
    /// Share of the cells assumed in the correction, 0–1.
    package let tumourCellContent: Double?

    /// Nil where a number of copies is negative, the minor one is over half of the whole, or the content is not within 0–1.
    package init?(
        assembly: Assembly, interval: Interval, kind: Kind, genes: [String], copies: Double? = nil, minorCopies: Double? = nil,
        tumourCellContent: Double? = nil
    ) {
        guard copies ?? 0 >= 0, minorCopies ?? 0 >= 0, tumourCellContent.map({ (0...1).contains($0) }) ?? true else { return nil }
        if let copies, let minorCopies, minorCopies * 2 > copies { return nil }
        self.assembly = assembly
        self.interval = interval
        self.kind = kind
        self.genes = genes
        self.copies = copies
        self.minorCopies = minorCopies
        self.tumourCellContent = tumourCellContent
    }
}

extension CopyNumberFinding: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("assembly", .word(assembly)), ("interval", .text(interval.notation)), ("kind", .word(kind)),
            ("genes", .some(JSONValue(genes))), ("copies", .number(copies)), ("minorCopies", .number(minorCopies)),
            ("tumourCellContent", .number(tumourCellContent)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "copyNumber",
            known: ["assembly", "interval", "kind", "genes", "copies", "minorCopies", "tumourCellContent"])
        let assembly = try members.word("assembly", Assembly.self)
        guard
            let made = CopyNumberFinding(
                assembly: assembly,
                interval: try members.named("interval") { try? Interval.parse($0, assembly: assembly) },
                kind: try members.word("kind"), genes: try members.texts("genes"),
                copies: try members.optional("copies", members.number),
                minorCopies: try members.optional("minorCopies", members.number),
                tumourCellContent: try members.optional("tumourCellContent", members.number))
        else { throw members.fault("copies") }
        self = made
    }
}
