import GenomeModel

/// Numbers the features and strings of one file, and makes values of those that are new.
struct ConsequenceTexts: ~Copyable {
    /// What is known of a string as a list of terms, found when it is first one.
    struct Terms {
        /// Names joined by `&`.
        var isSound: Bool
        var impact: ConsequenceImpact
        var isIntronic: Bool
    }

    typealias Text = UnsafeBufferPointer<UInt8>

    private var features = ByteInterner()
    private var strings = ByteInterner()
    private var terms: [Terms?] = []
    /// The texts of a feature, a byte after each that none has.
    private var key: UnsafeMutablePointer<UInt8>
    private var capacity = 1024

    init() {
        key = .allocate(capacity: capacity)
        // String 0 is the empty one.
        _ = strings.number(Text(start: nil, count: 0))
    }

    deinit { key.deallocate() }

    /// The number of a string.
    @inline(__always)
    mutating func string(_ text: Text, _ batch: inout ConsequenceBatch) -> UInt32 {
        guard text.count > 0 else { return 0 }
        let (number, isNew) = strings.number(text)
        if isNew { batch.newStrings.append(ConsequenceTexts.decoded(text)) }
        return UInt32(truncatingIfNeeded: number)
    }

    /// The number of the feature whose texts are `texts`, in the order of the roles.
    @inline(__always)
    mutating func feature(_ texts: UnsafeMutablePointer<Text>, _ batch: inout ConsequenceBatch) -> UInt32 {
        var length = 0
        for role in 0..<ConsequenceColumns.featureRoles { length &+= texts[role].count &+ 1 }
        if length + 8 > capacity { enlarge(length + 8) }
        var place = 0
        for role in 0..<ConsequenceColumns.featureRoles {
            if let start = texts[role].baseAddress {
                (key + place).update(from: start, count: texts[role].count)
                place &+= texts[role].count
            }
            key[place] = Bytes.tab
            place &+= 1
        }
        let (number, isNew) = features.number(Text(start: UnsafePointer(key), count: length))
        if isNew { batch.newFeatures.append(ConsequenceTexts.feature(texts)) }
        return UInt32(truncatingIfNeeded: number)
    }

    private mutating func enlarge(_ needed: Int) {
        key.deallocate()
        capacity = 2 * needed
        key = .allocate(capacity: capacity)
    }

    /// What string `number`, whose text is `text`, is as a list of terms.
    @inline(__always)
    mutating func terms(_ number: UInt32, _ text: Text) -> Terms {
        if Int(number) < terms.count, let known = terms[Int(number)] { return known }
        return newTerms(number, text)
    }

    @inline(never)
    private mutating func newTerms(_ number: UInt32, _ text: Text) -> Terms {
        while terms.count <= Int(number) { terms.append(nil) }
        let list = ConsequenceTerm.list(ConsequenceTexts.decoded(text))
        let isSound = !list.isEmpty && list.allSatisfy { $0.rawValue.utf8.allSatisfy(ConsequenceTexts.isNameByte) }
        let found = Terms(
            isSound: isSound, impact: TranscriptConsequence.impact(of: list),
            isIntronic: list.contains { $0.rawValue == "intron_variant" })
        terms[Int(number)] = found
        return found
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "'"): true
        default: false
        }
    }

    private static func feature(_ texts: UnsafeMutablePointer<Text>) -> TranscriptFeature {
        func text(_ role: ConsequenceColumns.Role) -> String { decoded(texts[role.rawValue]) }
        var marks: TranscriptFeature.Marks = []
        if text(.canonical) == "YES" { marks.insert(.canonical) }
        // Until release 102 the column MANE had the matching RefSeq transcript; later it says which of the two marks it is.
        let mane = text(.mane)
        if !text(.maneSelect).isEmpty || mane == "MANE_Select" || mane.hasPrefix("N") { marks.insert(.maneSelect) }
        if !text(.manePlusClinical).isEmpty || mane == "MANE_Plus_Clinical" { marks.insert(.manePlusClinical) }
        var hgnc = text(.hgncID)
        if !hgnc.isEmpty, hgnc.utf8.allSatisfy(Bytes.isDigit) { hgnc = "HGNC:" + hgnc }
        return TranscriptFeature(
            geneSymbol: text(.geneSymbol), hgncID: hgnc, geneID: text(.geneID), type: text(.featureType),
            identifier: text(.feature), biotype: text(.biotype), marks: marks)
    }

    /// With the percent codes of VCF 4.3 (section 1.2) undone; bytes that are no UTF-8 are replaced.
    static func decoded(_ text: Text) -> String {
        guard text.contains(UInt8(ascii: "%")) else { return String(decoding: text, as: UTF8.self) }
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a text with its percent codes undone; what is no code stays. Returns the bytes appended.
    @discardableResult
    static func append(_ text: Text, to bytes: inout [UInt8]) -> Int {
        guard text.contains(UInt8(ascii: "%")) else {
            bytes.append(contentsOf: text)
            return text.count
        }
        let before = bytes.count
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.count, let high = digit(text[index + 1]),
                let low = digit(text[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        return bytes.count - before
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
