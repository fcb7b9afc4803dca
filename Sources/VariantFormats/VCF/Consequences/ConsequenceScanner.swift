import GenomeModel
import Glibc

/// Takes the consequences out of INFO, record by record: the hot path of loading an annotation.
struct ConsequenceScanner: ~Copyable {
    typealias Text = UnsafeBufferPointer<UInt8>
    private typealias Role = ConsequenceColumns.Role

    private static let rowsPerBatch = 4096
    private static let textPerBatch = 1 << 20
    /// Lines after which a batch is handed out even when empty, so that progress can be shown.
    private static let linesPerBatch = 1 << 16

    private let path: String
    private let infoKey: [UInt8]
    private let field: String
    private let roles: UnsafeMutablePointer<Int8>
    private let columns: Int
    /// Columns from the first to the last that is kept.
    private let needed: Int
    private let hasAlleleNumber: Bool
    private let hasImpact: Bool
    private var walker: RecordWalker
    private var texts = ConsequenceTexts()
    /// By role: where it stands in the consequence at hand.
    private let slots: UnsafeMutablePointer<Text>
    /// By consequence of the record at hand, which may be of any of several ALTs.
    private var alternates: [Int] = []
    private var ordered: [ConsequenceBatch.Entry] = []
    // The allele last looked up: a record's consequences mostly repeat it.
    private var lastAllele = Text(start: nil, count: 0)
    private var lastMatch = AlleleNotation.Match.none
    private var hasEnded = false
    private var variants = 0
    private(set) var consequences = 0

    init(path: String, header: AnnotationHeader, options: CallReaderOptions) throws(FormatError) {
        let layout = ConsequenceColumns(header)
        walker = try RecordWalker(
            path: path, assembly: options.assembly, reference: options.reference, threads: options.decompressionThreads,
            expansionLimit: options.expansionLimit, textLimit: nil)
        self.path = path
        infoKey = Array(header.infoKey.utf8) + [Bytes.equals]
        field = "INFO/" + header.infoKey
        columns = layout.roles.count
        // SnpEff's columns are fixed. VEP's plugins write theirs last, and files put together of several runs may lack some.
        needed = header.version.tool == .vep ? (layout.roles.lastIndex { $0 >= 0 } ?? 0) + 1 : layout.roles.count
        roles = .allocate(capacity: max(1, columns))
        for (index, role) in layout.roles.enumerated() { (roles + index).initialize(to: role) }
        slots = .allocate(capacity: Role.allCases.count)
        slots.initialize(repeating: Text(start: nil, count: 0), count: Role.allCases.count)
        hasAlleleNumber = layout.roles.contains(Int8(Role.alleleNumber.rawValue))
        hasImpact = layout.roles.contains(Int8(Role.impact.rawValue))
    }

    deinit {
        roles.deallocate()
        slots.deallocate()
    }

    var report: CallFileReport {
        var report = walker.report
        report.variants = variants
        return report
    }

    mutating func fill(_ batch: inout ConsequenceBatch) throws(FormatError) -> Bool {
        batch.removeAll()
        guard !hasEnded else { return false }
        var lines = 0
        while batch.keys.count < ConsequenceScanner.rowsPerBatch, batch.text.count < ConsequenceScanner.textPerBatch,
            lines < ConsequenceScanner.linesPerBatch
        {
            guard let record = try walker.next() else {
                hasEnded = true
                break
            }
            lines &+= 1
            guard let info = record.info else { continue }
            let faults = walker.log.faults
            scan(info.start, info.end, &batch)
            if walker.isUnended {
                // The last thing on the line may be a consequence, of which a part is then missing.
                guard walker.log.faults == faults else { throw walker.cutShort }
                walker.log.note(.lastLineUnended, line: walker.line, field: "record")
            }
        }
        variants &+= batch.keys.count
        consequences &+= batch.entries.count
        return !hasEnded || !batch.isEmpty
    }

    /// One record.
    private mutating func scan(
        _ info: UnsafePointer<UInt8>, _ infoEnd: UnsafePointer<UInt8>, _ batch: inout ConsequenceBatch
    ) {
        let count = walker.variants.count
        var hasVariant = false
        for index in 0..<count where walker.variants.key(index) != nil { hasVariant = true }
        guard hasVariant else { return }
        guard let value = find(info, infoEnd) else {
            walker.log.note(.consequenceMissing, line: walker.line, field: field)
            return
        }
        let first = batch.entries.count
        alternates.removeAll(keepingCapacity: true)
        lastAllele = Text(start: nil, count: 0)
        split(value.start, value.end, &batch)
        guard batch.entries.count > first else { return }
        if count == 1 {
            end(0, &batch)
        } else {
            // Consequences of several ALTs come mixed: each ALT's together, in the order of the file.
            ordered.removeAll(keepingCapacity: true)
            ordered.append(contentsOf: batch.entries[first...])
            batch.entries.removeSubrange(first...)
            for alternate in 0..<count where walker.variants.key(alternate) != nil {
                let before = batch.entries.count
                for (index, entry) in ordered.enumerated() where alternates[index] == alternate { batch.entries.append(entry) }
                if batch.entries.count > before { end(alternate, &batch) }
            }
        }
    }

    private func end(_ alternate: Int, _ batch: inout ConsequenceBatch) {
        guard let key = walker.variants.key(alternate) else { return }
        batch.endVariant(
            key, reference: walker.variants.reference(alternate), alternate: walker.variants.alternate(alternate))
    }

    /// The value of the annotation's key; nil where the record has none, or `.`.
    private func find(
        _ info: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
    ) -> (start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>)? {
        var at = info
        while at < end {
            let stop =
                memchr(at, Int32(Bytes.semicolon), end - at).map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) } ?? end
            if stop - at > infoKey.count, memcmp(at, infoKey, infoKey.count) == 0 {
                let start = at + infoKey.count
                return stop - start == 1 && start.pointee == Bytes.dot ? nil : (start, stop)
            }
            at = stop + 1
        }
        return nil
    }

    /// Goes through the consequences between `start` and `end`: columns parted by `|`, consequences by commas.
    private mutating func split(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ batch: inout ConsequenceBatch
    ) {
        let (bar, comma) = (UInt8(ascii: "|"), Bytes.comma)
        var (word, field, column) = (start, start, 0)
        while word < end {
            let bytes = Bytes.word(word)
            var mask = Bytes.exactMatches(bytes, bar) | Bytes.exactMatches(bytes, comma)
            while mask != 0 {
                let at = word + Bytes.first(mask)
                mask &= mask &- 1
                guard at < end else { break }
                put(field, at, column)
                field = at + 1
                column &+= 1
                if at.pointee == comma {
                    add(column, &batch)
                    column = 0
                }
            }
            word += 8
        }
        put(field, end, column)
        add(column + 1, &batch)
    }

    @inline(__always)
    private func put(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ column: Int) {
        guard column < columns else { return }
        let role = roles[column]
        if role >= 0 { slots[Int(role)] = Text(start: start, count: end - start) }
    }

    @inline(__always)
    private func text(_ role: ConsequenceColumns.Role) -> Text { slots[role.rawValue] }

    /// One consequence, whose columns are in the slots.
    @inline(__always)
    private mutating func add(_ count: Int, _ batch: inout ConsequenceBatch) {
        if count != columns {
            note(.consequenceColumns)
            // What has the columns that are kept in other places would hardly have an impact in the right one.
            guard hasImpact, count < columns, count >= needed, ConsequenceScanner.impact(text(.impact)) != nil else { return }
        }
        guard let alternate = alternate() else { return }
        let terms = texts.string(text(.terms), &batch)
        let meaning = texts.terms(terms, text(.terms))
        guard terms != 0, meaning.isSound else { return note(.consequenceTerms) }
        var impact = meaning.impact
        if hasImpact {
            if let stated = ConsequenceScanner.impact(text(.impact)) { impact = stated } else { note(.consequenceImpact) }
        }
        // SnpEff has one column for both.
        let rank = text(.rank)
        let exon = meaning.isIntronic || rank.count == 0 ? text(.exon) : rank
        let intron = meaning.isIntronic && rank.count > 0 ? rank : text(.intron)
        let (codingAccession, coding) = ConsequenceScanner.split(text(.coding))
        let (proteinAccession, protein) = ConsequenceScanner.split(text(.protein))
        let textStart = UInt32(truncatingIfNeeded: batch.text.count)
        let codingLength = ConsequenceTexts.append(coding, to: &batch.text)
        let proteinLength = ConsequenceTexts.append(protein, to: &batch.text)
        batch.entries.append(
            ConsequenceBatch.Entry(
                feature: texts.feature(slots, &batch), terms: terms, exon: texts.string(exon, &batch),
                intron: texts.string(intron, &batch), codingAccession: texts.string(codingAccession, &batch),
                proteinAccession: texts.string(proteinAccession, &batch), textStart: textStart,
                codingLength: UInt32(truncatingIfNeeded: codingLength),
                proteinLength: UInt32(truncatingIfNeeded: proteinLength), impact: impact))
        alternates.append(alternate)
    }

    private mutating func note(_ kind: FormatDiagnostic.Kind) {
        walker.log.note(kind, line: walker.line, field: field)
    }

    /// `ENST00000357654.9:c.5266dup` as what stands before the colon and behind it.
    @inline(__always)
    private static func split(_ text: Text) -> (accession: Text, rest: Text) {
        guard let start = text.baseAddress, let colon = memchr(start, Int32(Bytes.colon), text.count) else {
            return (Text(start: nil, count: 0), text)
        }
        let length = UnsafePointer(colon.assumingMemoryBound(to: UInt8.self)) - start
        return (Text(start: start, count: length), Text(start: start + length + 1, count: text.count - length - 1))
    }

    @inline(__always)
    private static func impact(_ text: Text) -> ConsequenceImpact? {
        // By length first: they differ in it, but for none.
        let impact: ConsequenceImpact
        switch text.count {
        case 3: impact = .low
        case 4: impact = .high
        case 8: impact = text[3] == UInt8(ascii: "I") ? .modifier : .moderate
        default: return nil
        }
        return text.elementsEqual(impact.name.utf8) ? impact : nil
    }

    /// The ALT that the consequence in the slots is about; nil where it is of none that is indexed, which is then counted.
    @inline(__always)
    private mutating func alternate() -> Int? {
        let count = walker.variants.count
        if hasAlleleNumber, let number = ConsequenceScanner.number(text(.alleleNumber)), (1...count).contains(number) {
            return walker.variants.key(number - 1) == nil ? nil : number - 1
        }
        let allele = text(.allele)
        if count == 1, allele.count == 1, walker.reference.count == 1 {
            let alternate = walker.alternate(0).bases
            if alternate.count == 1, alternate[0] == allele[0] { return 0 }
        }
        if allele.isEmpty || !allele.elementsEqual(lastAllele) {
            lastMatch = AlleleNotation.match(
                allele, reference: walker.reference, alternates: (0..<count).map { walker.alternate($0).bases })
            lastAllele = allele
        }
        if case .alternate(let index) = lastMatch { return walker.variants.key(index) == nil ? nil : index }
        // VEP has words of its own for symbolic alleles; those are kept elsewhere, and so are their consequences.
        let isPlain = (0..<count).allSatisfy { walker.alternate($0).kind == .bases }
        if isPlain { note(.consequenceAllele) }
        return nil
    }

    private static func number(_ text: Text) -> Int? {
        guard (1...4).contains(text.count), text.allSatisfy(Bytes.isDigit) else { return nil }
        return text.reduce(0) { $0 * 10 + Int($1 - Bytes.zero) }
    }
}
