internal import GenomeModel

/// The texts of an annotation file while it is written: each once, numbered as they come.
///
/// On disk: where each string ends (u32 a string), the numbers of the strings in the order of their bytes (u32 a string), the
/// features (nine u32 each: gene symbol, HGNC id, gene id, type, identifier, biotype, marks, and the accessions that
/// its coding and protein texts mostly have), the strings' bytes, zeros up to a multiple of eight. String 0 is empty.
/// Its size is bounded by the annotation (some 250 thousand transcripts), not by the variants.
struct AnnotationDictionary: ~Copyable {
    static let featureLength = 36
    /// Stands for "no consequence has told yet".
    private static let unknown = UInt32.max

    private var strings = [""]
    private var numbers: [String: UInt32] = ["": 0]
    private var features: [TranscriptFeature] = []
    private var featureNumbers: [TranscriptFeature: UInt32] = [:]
    /// By feature: symbol, gene id, usual accession of coding texts and of protein texts.
    private var known = CallColumn<Known>()
    private var termStarts: [Int32] = []
    private var termNumbers: [UInt32] = []

    struct Known: BitwiseCopyable {
        var symbol: UInt32
        var geneID: UInt32
        var coding: UInt32
        var protein: UInt32
    }

    var stringCount: Int { strings.count }

    mutating func string(_ text: String) -> UInt32 {
        if let number = numbers[text] { return number }
        let number = UInt32(strings.count)
        strings.append(text)
        numbers[text] = number
        return number
    }

    mutating func feature(_ feature: TranscriptFeature) -> UInt32 {
        if let number = featureNumbers[feature] { return number }
        let number = UInt32(features.count)
        features.append(feature)
        featureNumbers[feature] = number
        known.add(
            Known(
                symbol: string(feature.geneSymbol), geneID: string(feature.geneID), coding: AnnotationDictionary.unknown,
                protein: AnnotationDictionary.unknown))
        for text in [feature.hgncID, feature.type, feature.identifier, feature.biotype] { _ = string(text) }
        return number
    }

    @inline(__always)
    func known(_ feature: UInt32) -> Known { known[Int(feature)] }

    /// Whether an accession is the feature's usual one; the first that comes is.
    @inline(__always)
    mutating func isUsual(coding accession: UInt32, of feature: UInt32) -> Bool {
        if known[Int(feature)].coding == AnnotationDictionary.unknown { known[Int(feature)].coding = accession }
        return known[Int(feature)].coding == accession
    }

    @inline(__always)
    mutating func isUsual(protein accession: UInt32, of feature: UInt32) -> Bool {
        if known[Int(feature)].protein == AnnotationDictionary.unknown { known[Int(feature)].protein = accession }
        return known[Int(feature)].protein == accession
    }

    /// Calls `body` with the number of each term that string `list` joins.
    @inline(__always)
    mutating func forEachTerm(of list: UInt32, _ body: (UInt32) -> Void) {
        if Int(list) >= termStarts.count || termStarts[Int(list)] < 0 { split(list) }
        var place = Int(termStarts[Int(list)])
        while termNumbers[place] != AnnotationDictionary.unknown {
            body(termNumbers[place])
            place &+= 1
        }
    }

    @inline(never)
    private mutating func split(_ list: UInt32) {
        while termStarts.count <= Int(list) { termStarts.append(-1) }
        let terms = ConsequenceTerm.list(strings[Int(list)]).map { string($0.rawValue) }
        termStarts[Int(list)] = Int32(termNumbers.count)
        termNumbers += terms
        termNumbers.append(AnnotationDictionary.unknown)
    }

    mutating func encoded() throws(StorageError.Damage) -> (bytes: [UInt8], strings: UInt32, features: UInt32) {
        var out = GrowingBytes(capacity: 1 << 16)
        var end = 0
        for text in strings {
            end += text.utf8.count
            // No annotation comes near four gigabytes of names.
            guard end <= Int(UInt32.max) else { throw .dictionary }
            out.append(UInt32(end))
        }
        let order = strings.indices.sorted { strings[$0].utf8.lexicographicallyPrecedes(strings[$1].utf8) }
        for number in order { out.append(UInt32(number)) }
        for (number, feature) in features.enumerated() {
            let texts = [
                feature.geneSymbol, feature.hgncID, feature.geneID, feature.type, feature.identifier, feature.biotype,
            ]
            for text in texts { out.append(string(text)) }
            out.append(UInt32(feature.marks.rawValue))
            for accession in [known[number].coding, known[number].protein] {
                out.append(accession == AnnotationDictionary.unknown ? 0 : accession)
            }
        }
        for text in strings { out.append(Array(text.utf8)) }
        out.align()
        return (Array(out.bytes), UInt32(strings.count), UInt32(features.count))
    }
}
