internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import StructuredText

extension SurveyedCallSet {
    /// Numbers by chromosome; what was called is left out where it was not read.
    var json: JSONValue {
        let variants = variants.content.map { variants in JSONValue(Contig.all.map { JSONValue(variants.byContig[$0] ?? 0) }) }
        return JSONValue(members: [
            ("callSet", JSONValue(.string(record.name))), ("assay", JSONValue(.string(record.assay))),
            ("assembly", JSONValue(.string(record.assembly.rawValue))), ("contigs", JSONValue(Contig.all.map(\.name))),
            ("bases", JSONValue(Contig.all.map { JSONValue(targets.length(on: $0, of: record.assembly)) })),
            ("variants", variants),
            ("events", events.content.map { JSONValue($0.count) }),
        ])
    }
}
