import GenomeModel
import TestSupport
import VariantStorage

/// Made-up consequences of made-up variants, and what they mean when one looks at every one of them.
struct GeneratedAnnotation: Sendable {
    typealias Rows = [(variant: Variant, consequences: [TranscriptConsequence])]

    static let source = AnnotationVersion(
        tool: .vep, version: "113.0", database: "homo_sapiens_merged/113_GRCh38", assembly: .grch38)

    private var random: SeededGenerator
    private let genes: [String]
    private static let terms = [
        "missense_variant", "intron_variant", "splice_region_variant&intron_variant", "stop_gained", "synonymous_variant",
        "intergenic_variant", "sequence_feature", "frameshift_variant&splice_region_variant",
    ]

    init(seed: UInt64, genes: Int = 12) {
        random = SeededGenerator(seed: seed)
        self.genes = (0..<genes).map { "GENE\($0)" }
    }

    /// Variants in order, each once; some share a hashed key with another.
    mutating func rows(_ count: Int) -> Rows {
        var variants = Set<Variant>()
        for (index, pair) in CollidingAlleles.pairs.enumerated() {
            for alleles in [pair.first, pair.second] {
                if let variant = Variant(at: 5000 + index, Contig.all[index], alleles.reference, alleles.alternate) {
                    variants.insert(variant)
                }
            }
        }
        while variants.count < count {
            let reference = random.letters(random.chance(0.9) ? 1 : Int.random(in: 2...12, using: &random))
            let alternate = random.letters(random.chance(0.9) ? 1 : Int.random(in: 2...12, using: &random))
            let place = Int.random(in: 1...100_000, using: &random)
            if let variant = Variant(at: place, random.pick(Contig.all), reference, alternate) { variants.insert(variant) }
        }
        return variants.sorted().map { ($0, consequences()) }
    }

    mutating func consequences() -> [TranscriptConsequence] {
        var found: [TranscriptConsequence] = []
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let consequence = consequence()
            if !found.contains(consequence) { found.append(consequence) }
        }
        return found
    }

    private mutating func consequence() -> TranscriptConsequence {
        let gene = random.pick(genes)
        let number = Int.random(in: 0..<4, using: &random)
        let isIntergenic = random.chance(0.1)
        let feature =
            isIntergenic
            ? TranscriptFeature()
            : TranscriptFeature(
                geneSymbol: random.chance(0.9) ? gene : "", hgncID: "HGNC:\(number)", geneID: "ENSG-\(gene)",
                type: "Transcript", identifier: "ENST-\(gene)-\(number)", biotype: "protein_coding",
                marks: TranscriptFeature.Marks(rawValue: UInt8.random(in: 0..<8, using: &random)))
        let place = Int.random(in: 1...40, using: &random)
        let terms = ConsequenceTerm.list(random.pick(GeneratedAnnotation.terms))
        let version = random.chance(0.8) ? 1 : 2
        return TranscriptConsequence(
            feature: feature, terms: terms, impact: random.pick(ConsequenceImpact.allCases),
            hgvsCoding: random.chance(0.3)
                ? "" : (random.chance(0.9) ? "ENST-\(gene)-\(number).\(version):" : "") + "c.\(place)A>G",
            hgvsProtein: random.chance(0.7)
                ? "" : "ENSP-\(gene).\(version):" + (random.chance(0.1) ? "p.(Lys\(place)Arg)" : "p.Lys\(place)Arg"),
            exon: random.chance(0.5) ? "\(place % 7 + 1)/8" : "", intron: random.chance(0.5) ? "\(place % 6 + 1)/7" : "")
    }

    /// Questions of every kind, of which many find something.
    mutating func query() -> ConsequenceQuery {
        var query = ConsequenceQuery()
        let place = Int.random(in: 1...45, using: &random)
        let gene = random.pick(genes + ["NONE"])
        if random.chance(0.4) { query.geneSymbol = gene }
        if random.chance(0.2) { query.geneID = "ENSG-\(gene)" }
        if random.chance(0.3) {
            query.terms = Set(["missense_variant", "intron_variant", "stop_gained", "none"].filter { _ in random.chance(0.5) })
        }
        if random.chance(0.3) { query.impacts = Set(ConsequenceImpact.allCases.filter { _ in random.chance(0.5) }) }
        if random.chance(0.2) {
            query.hgvsCoding = random.pick(["", "ENST-\(gene)-1.1:", "ENST-\(gene)-1:"]) + "c.\(place)A>G"
        }
        if random.chance(0.2) { query.hgvsProtein = random.pick(["p.Lys\(place)Arg", "p.(Lys\(place)Arg)"]) }
        return query
    }
}

/// Values as a reader would send them.
struct SentBatches {
    private var features: [TranscriptFeature: UInt32] = [:]
    private var strings: [String: UInt32] = ["": 0]

    mutating func batch(_ rows: some Sequence<(variant: Variant, consequences: [TranscriptConsequence])>) -> ConsequenceBatch {
        var batch = ConsequenceBatch()
        for (variant, consequences) in rows {
            for consequence in consequences {
                let (codingAccession, coding) = split(consequence.hgvsCoding)
                let (proteinAccession, protein) = split(consequence.hgvsProtein)
                let start = batch.text.count
                batch.text += Array(coding.utf8) + Array(protein.utf8)
                batch.entries.append(
                    ConsequenceBatch.Entry(
                        feature: feature(consequence.feature, &batch),
                        terms: string(consequence.terms.map(\.rawValue).joined(separator: "&"), &batch),
                        exon: string(consequence.exon, &batch), intron: string(consequence.intron, &batch),
                        codingAccession: string(codingAccession, &batch), proteinAccession: string(proteinAccession, &batch),
                        textStart: UInt32(start), codingLength: UInt32(coding.utf8.count),
                        proteinLength: UInt32(protein.utf8.count), impact: consequence.impact))
            }
            batch.endVariant(
                variant.key, reference: Array(variant.reference.utf8)[...], alternate: Array(variant.alternate.utf8)[...])
        }
        return batch
    }

    private func split(_ text: String) -> (String, String) {
        guard let colon = text.firstIndex(of: ":") else { return ("", text) }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }

    private mutating func string(_ text: String, _ batch: inout ConsequenceBatch) -> UInt32 {
        if let number = strings[text] { return number }
        strings[text] = UInt32(strings.count)
        batch.newStrings.append(text)
        return UInt32(strings.count - 1)
    }

    private mutating func feature(_ feature: TranscriptFeature, _ batch: inout ConsequenceBatch) -> UInt32 {
        if let number = features[feature] { return number }
        features[feature] = UInt32(features.count)
        batch.newFeatures.append(feature)
        return UInt32(features.count - 1)
    }
}

extension AnnotationStoreWriter {
    /// Adds rows as one file, sent in batches of `size`.
    func add(
        _ rows: GeneratedAnnotation.Rows, source: AnnotationVersion = GeneratedAnnotation.source, batches size: Int = 100,
        rowLimit: Int = 1 << 15
    ) throws {
        var builder = try begin(source, rowLimit: rowLimit)
        var sent = SentBatches()
        for start in stride(from: 0, to: rows.count, by: size) {
            try builder.append(sent.batch(rows[start..<min(start + size, rows.count)]))
        }
        try commit(try builder.finish())
    }
}

/// Everything that a store says of a version.
func everything(in store: AnnotationStore) throws -> [Variant: [TranscriptConsequence]] {
    var found: [Variant: [TranscriptConsequence]] = [:]
    for variant in try store.variants(matching: ConsequenceQuery(), in: GeneratedAnnotation.source) {
        found[variant] = try store.consequences(of: variant, in: GeneratedAnnotation.source)
    }
    return found
}

extension GeneratedAnnotation {
    static func model(_ rows: Rows) -> [Variant: [TranscriptConsequence]] {
        var model: [Variant: [TranscriptConsequence]] = [:]
        for (variant, consequences) in rows {
            for consequence in consequences where model[variant]?.contains(consequence) != true {
                model[variant, default: []].append(consequence)
            }
        }
        return model
    }
}
