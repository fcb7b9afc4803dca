import GenomeModel
import Glibc

/// Reads CHROM to FILTER of one record after another, and checks them.
struct HeadScanner: ~Copyable {
    private let path: String
    private let assembly: Assembly
    /// Names of the header's contig lines: HLA contigs have colons and asterisks in them.
    private let declared: Set<[UInt8]>
    /// The file's mitochondrion is another sequence than the assembly's.
    private let skipsMitochondrion: Bool
    /// Positions are not held against the assembly (a check of form only).
    private let checksPositions: Bool

    // The contig of the last record: name with its tab as a word to compare, or whole when longer.
    private var nameWord: UInt64 = 0
    private var nameMask: UInt64 = 0
    private var name: [UInt8] = []
    private var contig: Contig?
    private var contigLength: UInt64 = .max
    private var contigKind: FormatDiagnostic.Kind?
    private var seen: Set<[UInt8]> = []
    private var lastPlainName: [UInt8] = []
    private var lastPosition: UInt32 = 0

    private(set) var alternates: UnsafeMutablePointer<RecordHead.Alternate>
    private var capacity = 16
    /// Upper-case copies of alleles that were not.
    private var raised: UnsafeMutablePointer<UInt8>
    private var raisedCapacity = 256

    init(path: String, assembly: Assembly, header: CallFileHeader, skipsMitochondrion: Bool, checksPositions: Bool) {
        self.path = path
        self.assembly = assembly
        declared = Set(header.contigs.map { Array($0.name.utf8) })
        self.skipsMitochondrion = skipsMitochondrion
        self.checksPositions = checksPositions
        alternates = .allocate(capacity: capacity)
        raised = .allocate(capacity: raisedCapacity)
    }

    deinit {
        alternates.deallocate()
        raised.deallocate()
    }

    /// Nil when the record has to be skipped; why has then been counted.
    @inline(__always)
    mutating func scan(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, line: Int, _ log: inout DiagnosticLog
    ) throws(FormatError) -> RecordHead? {
        var at = start
        // CHROM
        if nameMask != 0, Bytes.word(at) & nameMask == nameWord {
            at += name.count + 1
        } else {
            guard let after = try changeContig(at, end, line, &log) else { return nil }
            at = after
        }
        // POS
        var position: UInt64 = 0
        let digits = at
        while Bytes.isDigit(at.pointee) {
            if at - digits < 12 { position = position &* 10 &+ UInt64(at.pointee &- Bytes.zero) }
            at += 1
        }
        guard at > digits, at < end, at.pointee == Bytes.tab else {
            return skip(at > digits || at < end ? .position : .columnCount, line, "POS", start, end, &log)
        }
        at += 1
        // ID
        if Bytes.word(at) & 0xFFFF == 0x092E {
            at += 2
        } else {
            guard let after = scanIdentifier(at, end, line, &log) else {
                return skip(.columnCount, line, "record", start, end, &log)
            }
            at = after
        }
        // REF
        let reference = at
        while Bytes.isBase(at.pointee) { at += 1 }
        guard at > reference, at.pointee == Bytes.tab, at < end else {
            return try scanUnusual(position, reference, start, end, line, &log)
        }
        let bases = UnsafeBufferPointer(start: reference, count: at - reference)
        at += 1
        // ALT
        let alternate = at
        while Bytes.isBase(at.pointee) { at += 1 }
        if at > alternate, at.pointee == Bytes.tab, at < end {
            alternates[0] = .init(bases: UnsafeBufferPointer(start: alternate, count: at - alternate), kind: .bases)
            if at - alternate == bases.count, alternate.pointee == reference.pointee,
                memcmp(alternate, reference, bases.count) == 0
            {
                alternates[0].kind = .invalid
                log.note(.alternateAllele, line: line, field: "ALT")
            }
            return try finish(position, bases, 1, at + 1, start, end, line, &log)
        }
        return try scanUnusual(position, reference, start, end, line, &log)
    }

    /// QUAL and FILTER, and where the record lies.
    @inline(__always)
    private mutating func finish(
        _ position: UInt64, _ reference: UnsafeBufferPointer<UInt8>, _ count: Int, _ quality: UnsafePointer<UInt8>,
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ line: Int, _ log: inout DiagnosticLog
    ) throws(FormatError) -> RecordHead? {
        var at = quality
        // QUAL: plain decimals here, all else at leisure.
        while Bytes.isDigit(at.pointee) { at += 1 }
        if at > quality, at.pointee == Bytes.dot {
            at += 1
            while Bytes.isDigit(at.pointee) { at += 1 }
        }
        if at == quality || at.pointee != Bytes.tab {
            at = Bytes.columnEnd(at, end)
            let text = UnsafeBufferPointer(start: quality, count: at - quality)
            let isMissing = text.count == 1 && text[0] == Bytes.dot
            if !isMissing, !ValueScan.isFloat(Slice(base: text, bounds: 0..<text.count), true) {
                log.note(.quality, line: line, field: "QUAL")
            }
        }
        guard at < end else { return skip(.columnCount, line, "record", start, end, &log) }
        at += 1
        // FILTER
        var isFailed = false
        let word = Bytes.word(at)
        if word & 0xFF_FFFF_FFFF == 0x09_5353_4150 {  // PASS and a tab
            at += 5
        } else if word & 0xFFFF == 0x092E {  // . and a tab
            at += 2
        } else {
            isFailed = true
            let filter = at
            at = Bytes.columnEnd(at, end)
            checkFilter(UnsafeBufferPointer(start: filter, count: at - filter), line, &log)
            guard at < end else { return skip(.columnCount, line, "record", start, end, &log) }
            at += 1
        }
        // Place
        if position == 0 { log.note(.telomerePosition, line: line, field: "POS") }
        if position &+ UInt64(reference.count) &- 1 > contigLength, position > 0 { throw pastEnd(line) }
        if position < lastPosition { log.note(.unsorted, line: line, field: "POS") }
        lastPosition = UInt32(clamping: position)
        if let contigKind { log.note(contigKind, line: line, field: "CHROM") }
        return RecordHead(
            contig: position == 0 ? nil : contig, position: UInt32(clamping: position), reference: reference,
            alternateCount: count, isFailed: isFailed, info: at)
    }

    private func pastEnd(_ line: Int) -> FormatError {
        FormatError(
            .positionPastContigEnd, file: path, line: line, field: "POS",
            message: "A record lies past the end of its contig in \(assembly.rawValue).",
            remedy: "Check which assembly the file was made with.")
    }

    private func skip(
        _ kind: FormatDiagnostic.Kind, _ line: Int, _ field: String, _ start: UnsafePointer<UInt8>,
        _ end: UnsafePointer<UInt8>, _ log: inout DiagnosticLog
    ) -> RecordHead? {
        log.note(kind, line: line, field: field)
        return nil
    }
}

// MARK: - What most records do not have

extension HeadScanner {
    /// The position after CHROM and its tab; nil when there is none.
    private mutating func changeContig(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ line: Int, _ log: inout DiagnosticLog
    ) throws(FormatError) -> UnsafePointer<UInt8>? {
        let stop = Bytes.columnEnd(start, end)
        guard stop < end else {
            log.note(stop == start ? .emptyLine : .columnCount, line: line, field: "record")
            return nil
        }
        let text = UnsafeBufferPointer(start: start, count: stop - start)
        // Names of more than seven letters come here each time.
        if text.count == name.count, text.elementsEqual(name) { return stop + 1 }
        let new = Array(text)
        guard isContigName(new) else {
            log.note(.contigName, line: line, field: "CHROM")
            return nil
        }
        name = new
        nameMask = new.count < 7 ? (1 << UInt64(8 * (new.count + 1))) &- 1 : new.count == 7 ? .max : 0
        nameWord = Bytes.word(start) & nameMask
        lastPosition = 0
        // Names in angle brackets point into an assembly file; they may stand anywhere.
        if new.first != 60 {
            if new != lastPlainName, !seen.insert(new).inserted {
                log.note(.contigNotContiguous, line: line, field: "CHROM")
            }
            lastPlainName = new
        }
        (contig, contigKind, contigLength) = (nil, .otherContig, .max)
        guard let meaning = ContigName(ascii: text) else { return stop + 1 }
        if let other = meaning.assembly, other != assembly {
            guard !checksPositions else {
                throw FormatError(
                    .wrongAssembly, file: path, line: line, field: "CHROM",
                    message: "A sequence accession belongs to another assembly than \(assembly.rawValue).",
                    remedy: "State the assembly that the file was made with.")
            }
        } else if meaning.contig == .mt, skipsMitochondrion {
            contigKind = .otherMitochondrion
        } else {
            (contig, contigKind) = (meaning.contig, nil)
            if checksPositions { contigLength = UInt64(assembly.length(of: meaning.contig)) }
        }
        return stop + 1
    }

    private func isContigName(_ name: [UInt8]) -> Bool {
        if declared.contains(name) { return true }
        var text = name[...]
        if text.first == 60, text.last == 62 { text = text.dropFirst().dropLast() }
        let forbidden: [UInt8] = [Bytes.colon, Bytes.comma, Bytes.semicolon, 60, 62]
        return !text.isEmpty && text.allSatisfy { $0 > 32 && $0 != 127 && !forbidden.contains($0) }
    }

    /// The position after ID and its tab; nil when the line ends first.
    private func scanIdentifier(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ line: Int, _ log: inout DiagnosticLog
    ) -> UnsafePointer<UInt8>? {
        var at = start
        var isPlain = true
        while true {
            let word = Bytes.word(at)
            let mask = Bytes.unusual(word) | Bytes.matches(word, Bytes.semicolon)
            if mask == 0 {
                at += 8
                continue
            }
            at += Bytes.first(mask)
            if at >= end { return nil }
            if at.pointee == Bytes.tab { break }
            isPlain = false
            at += 1
        }
        if !isPlain || at == start {
            let text = UnsafeBufferPointer(start: start, count: at - start)
            let parts = text.split(separator: Bytes.semicolon, omittingEmptySubsequences: false)
            if parts.contains(where: { $0.isEmpty || $0.contains { $0 < 33 || $0 == 127 } }) {
                log.note(.identifier, line: line, field: "ID")
            } else if !String(decoding: text, as: UTF8.self).utf8.elementsEqual(text) {
                log.note(.notUTF8, line: line, field: "ID")
            }
        }
        return at + 1
    }

    private func checkFilter(_ filter: UnsafeBufferPointer<UInt8>, _ line: Int, _ log: inout DiagnosticLog) {
        let names = filter.split(separator: Bytes.semicolon, omittingEmptySubsequences: false)
        let isBad = names.contains { name in
            name.isEmpty || name.contains { $0 < 33 || $0 == Bytes.comma }
                || (name.count == 1 && (name.first == Bytes.zero || name.first == Bytes.dot))
        }
        if isBad { log.note(.filter, line: line, field: "FILTER") }
    }

    /// REF and ALT with lower case, several alleles, symbols, or faults.
    private mutating func scanUnusual(
        _ position: UInt64, _ start: UnsafePointer<UInt8>, _ line0: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
        _ line: Int, _ log: inout DiagnosticLog
    ) throws(FormatError) -> RecordHead? {
        let stop = Bytes.columnEnd(start, end)
        guard stop < end else { return skip(.columnCount, line, "record", line0, end, &log) }
        let alleles = stop + 1
        let last = Bytes.columnEnd(alleles, end)
        guard last < end else { return skip(.columnCount, line, "record", line0, end, &log) }
        makeRoom(last - start)
        guard let reference = raise(start, stop, into: 0) else {
            return skip(.referenceAllele, line, "REF", line0, end, &log)
        }
        var count = 0
        if last - alleles != 1 || alleles.pointee != Bytes.dot {
            var at = alleles
            while true {
                var next = at
                while next < last, next.pointee != Bytes.comma { next += 1 }
                if count == capacity { growAlternates() }
                alternates[count] = classify(at, next, start, reference)
                if alternates[count].kind == .invalid { log.note(.alternateAllele, line: line, field: "ALT") }
                count += 1
                guard next < last else { break }
                at = next + 1
            }
        }
        return try finish(position, reference, count, last + 1, line0, end, line, &log)
    }

    private mutating func makeRoom(_ bytes: Int) {
        guard bytes > raisedCapacity else { return }
        raised.deallocate()
        raisedCapacity = max(bytes, raisedCapacity * 2)
        raised = .allocate(capacity: raisedCapacity)
    }

    private mutating func growAlternates() {
        let larger = UnsafeMutablePointer<RecordHead.Alternate>.allocate(capacity: capacity * 2)
        larger.update(from: alternates, count: capacity)
        alternates.deallocate()
        alternates = larger
        capacity *= 2
    }

    /// The allele in upper case; nil when it has other letters than bases, or none. Lower case is copied to `raised` at
    /// the same distance from the start of REF, so that alleles do not meet.
    private func raise(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, into offset: Int
    ) -> UnsafeBufferPointer<UInt8>? {
        guard start < end else { return nil }
        var isRaised = false
        var at = start
        while at < end {
            if !Bytes.isBase(at.pointee) {
                guard Bytes.isLowerBase(at.pointee) else { return nil }
                isRaised = true
            }
            at += 1
        }
        guard isRaised else { return UnsafeBufferPointer(start: start, count: end - start) }
        let copy = raised + offset
        for index in 0..<(end - start) { copy[index] = start[index] & 0xDF }
        return UnsafeBufferPointer(start: UnsafePointer(copy), count: end - start)
    }

    private func classify(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ origin: UnsafePointer<UInt8>,
        _ reference: UnsafeBufferPointer<UInt8>
    ) -> RecordHead.Alternate {
        if let bases = raise(start, end, into: start - origin) {
            return .init(bases: bases, kind: bases.elementsEqual(reference) ? .invalid : .bases)
        }
        let text = UnsafeBufferPointer(start: start, count: end - start)
        return .init(bases: text, kind: RecordHead.AlternateKind(symbol: text))
    }
}

extension RecordHead.AlternateKind {
    /// What an allele is that is not bases.
    init(symbol text: UnsafeBufferPointer<UInt8>) {
        self = .invalid
        guard let first = text.first, let last = text.last else { return }
        func isLetters(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
            !part.isEmpty && part.allSatisfy { Bytes.isBase($0) || Bytes.isLowerBase($0) || $0 == Bytes.dot }
        }
        if text.count == 1, first == UInt8(ascii: "*") {
            self = .overlappingDeletion
        } else if first == 60 {
            let inner = text.dropFirst().dropLast()
            guard last == 62, !inner.isEmpty, inner.allSatisfy({ $0 > 32 && $0 != 127 && $0 != 60 && $0 != 62 }) else { return }
            self = inner.elementsEqual("NON_REF".utf8) || inner.elementsEqual("*".utf8) ? .unspecified : .symbolic
        } else if let open = text.firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) {
            // bases, bracket, mate, the same bracket, bases: bases at one end only.
            let rest = text[(open + 1)...]
            guard let close = rest.firstIndex(of: text[open]), close > open + 1 else { return }
            let (before, mate, after) = (text[..<open], text[(open + 1)..<close], text[(close + 1)...])
            let hasMate = mate.contains(Bytes.colon) && mate.allSatisfy { $0 > 32 && $0 != 127 }
            guard hasMate, before.isEmpty != after.isEmpty, isLetters(before.isEmpty ? after : before) else { return }
            self = .breakend
        } else if text.count > 1, first == Bytes.dot || last == Bytes.dot {
            let inner = first == Bytes.dot ? text.dropFirst() : text.dropLast()
            if isLetters(inner), !inner.contains(Bytes.dot) { self = .breakend }
        }
    }
}
