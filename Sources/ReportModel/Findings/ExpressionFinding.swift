package import StructuredText

/// How strongly a gene is expressed, beside others.
package struct ExpressionFinding: Hashable, Sendable {
    package enum Direction: String, Sendable, CaseIterable {
        case under, usual, over
    }

    /// HGNC symbol.
    package let gene: String
    /// Such as transcripts per million, `{TPM}`.
    package let value: MeasuredValue
    package let direction: Direction
    /// What it was held against, with the number in it: `TCGA LUAD, 515 tumours`.
    package let reference: String
    /// Share of the reference that lies lower, 0–1.
    package let percentile: Double?

    /// Nil where the percentile is not within 0–1, or nothing says what was compared with.
    package init?(gene: String, value: MeasuredValue, direction: Direction, reference: String, percentile: Double? = nil) {
        guard percentile.map({ (0...1).contains($0) }) ?? true, !reference.isEmpty else { return nil }
        self.gene = gene
        self.value = value
        self.direction = direction
        self.reference = reference
        self.percentile = percentile
    }
}

extension ExpressionFinding: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("gene", .text(gene)), ("value", .form(value)), ("direction", .word(direction)), ("reference", .text(reference)),
            ("percentile", .number(percentile)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "expression", known: ["gene", "value", "direction", "reference", "percentile"])
        guard
            let made = ExpressionFinding(
                gene: try members.text("gene"), value: try members.form("value"), direction: try members.word("direction"),
                reference: try members.text("reference"), percentile: try members.optional("percentile", members.number))
        else { throw members.fault("percentile") }
        self = made
    }
}
