internal import GenomeModel
internal import Questions
internal import StructuredText

extension VariantAnnotation {
    var peerJSON: JSONValue {
        [
            "tool": JSONValue(.string(version.tool.rawValue)), "version": JSONValue(.string(version.version)),
            "database": JSONValue(.string(version.database)), "consequences": JSONValue(consequences.map(\.peerJSON)),
        ]
    }

    /// Those of an object that may have some.
    static func list(_ fields: PeerFields, in assembly: Assembly) throws(PeerMessageError) -> [VariantAnnotation] {
        var annotations: [VariantAnnotation] = []
        guard fields.optional("annotations") != nil else { return annotations }
        for annotation in try fields.objects("annotations", limit: 100) {
            annotations.append(try VariantAnnotation(annotation, in: assembly))
        }
        return annotations
    }

    private init(_ fields: PeerFields, in assembly: Assembly) throws(PeerMessageError) {
        var consequences: [TranscriptConsequence] = []
        for consequence in try fields.objects("consequences", limit: 10_000) {
            consequences.append(try TranscriptConsequence(consequence))
        }
        self.init(
            version: AnnotationVersion(
                tool: try fields.word("tool"), version: try fields.text("version"), database: try fields.text("database"),
                assembly: assembly), consequences: consequences)
    }
}

extension TranscriptConsequence {
    fileprivate var peerJSON: JSONValue {
        func text(_ value: String) -> JSONValue? { value.isEmpty ? Optional.none : JSONValue(.string(value)) }
        return JSONValue(members: [
            ("gene", text(feature.geneSymbol)), ("hgnc", text(feature.hgncID)), ("geneID", text(feature.geneID)),
            ("type", text(feature.type)), ("feature", text(feature.identifier)), ("biotype", text(feature.biotype)),
            ("marks", JSONValue(Int(feature.marks.rawValue))), ("terms", JSONValue(terms.map(\.rawValue))),
            ("impact", JSONValue(.string(impact.name))), ("coding", text(hgvsCoding)), ("protein", text(hgvsProtein)),
            ("exon", text(exon)), ("intron", text(intron)),
        ])
    }

    fileprivate init(_ fields: PeerFields) throws(PeerMessageError) {
        // HGVS of a long insertion writes its bases out.
        func text(_ name: String) throws(PeerMessageError) -> String { try fields.optionalText(name, limit: 65_536) ?? "" }
        let marks = TranscriptFeature.Marks(rawValue: UInt8(try fields.number("marks", in: 0...255)))
        let terms = try fields.texts("terms")
        guard !terms.isEmpty else { throw fields.fault(.outOfBounds, "terms") }
        self.init(
            feature: TranscriptFeature(
                geneSymbol: try text("gene"), hgncID: try text("hgnc"), geneID: try text("geneID"), type: try text("type"),
                identifier: try text("feature"), biotype: try text("biotype"), marks: marks),
            terms: terms.map { ConsequenceTerm(rawValue: $0) },
            impact: try fields.value("impact") { ConsequenceImpact(name: $0) }, hgvsCoding: try text("coding"),
            hgvsProtein: try text("protein"), exon: try text("exon"), intron: try text("intron"))
    }
}

extension ConsequenceQuery {
    func peerJSON(in interval: Interval?) -> JSONValue {
        JSONValue(members: [
            ("kind", "consequence"), ("gene", geneSymbol.map { JSONValue(.string($0)) }),
            ("geneID", geneID.map { JSONValue(.string($0)) }), ("terms", JSONValue(terms.sorted())),
            ("impacts", JSONValue(impacts.sorted().map(\.name))), ("coding", hgvsCoding.map { JSONValue(.string($0)) }),
            ("protein", hgvsProtein.map { JSONValue(.string($0)) }),
            ("contig", interval.map { JSONValue(.string($0.contig.name)) }),
            ("first", interval.map { JSONValue(Int($0.first.value)) }),
            ("last", interval.map { JSONValue(Int($0.last.value)) }),
        ])
    }

    init(_ fields: PeerFields) throws(PeerMessageError) {
        self.init(
            geneSymbol: try fields.optionalText("gene"), geneID: try fields.optionalText("geneID"),
            terms: Set(try fields.texts("terms")),
            impacts: Set(try fields.values("impacts") { ConsequenceImpact(name: $0) }),
            hgvsCoding: try fields.optionalText("coding", limit: 65_536),
            hgvsProtein: try fields.optionalText("protein", limit: 65_536))
    }
}
