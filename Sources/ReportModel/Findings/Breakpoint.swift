package import GenomeModel
package import StructuredText

/// One side of a rearrangement.
package struct Breakpoint: Hashable, Sendable {
    package let contig: Contig
    /// 1-based: the last base before the break.
    package let position: Position
    /// HGNC symbol of the gene that is broken; nil outside of genes.
    package let gene: String?
    /// Where in the gene, as the caller says: `exon 13`, `intron 19`.
    package let location: String?
    package let transcript: String?

    package init(
        contig: Contig, position: Position, gene: String? = nil, location: String? = nil, transcript: String? = nil
    ) {
        self.contig = contig
        self.position = position
        self.gene = gene
        self.location = location
        self.transcript = transcript
    }
}

extension Breakpoint: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("contig", .text(contig.name)), ("position", .integer(Int(position.value))), ("gene", .text(gene)),
            ("location", .text(location)), ("transcript", .text(transcript)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "breakpoint", known: ["contig", "position", "gene", "location", "transcript"])
        guard let position = Position(try members.integer("position")) else { throw members.fault("position") }
        self.init(
            contig: try members.named("contig") { Contig(name: $0) }, position: position,
            gene: try members.optional("gene", members.text), location: try members.optional("location", members.text),
            transcript: try members.optional("transcript", members.text))
    }
}
