import GenomeModel

/// Brings the alleles of one record after another into the form of the index, and holds REF against the reference.
struct AlleleNormaliser: ~Copyable {
    /// One normalised variant. Its pointers live until the next is made, and no longer than the line.
    struct Normalised {
        var key: VariantKey
        var position: Position
        var reference: UnsafeBufferPointer<UInt8>
        var alternate: UnsafeBufferPointer<UInt8>
    }

    private let reference: ReferenceSequence?
    private let path: String
    // A window of the reference around the last record: most records need one base of it.
    private static let windowLength = 1 << 16
    private var windowContig: Contig?
    private var windowFirst: UInt32 = 0
    private var window: [UInt8] = []
    /// Left-aligned alleles, REF then ALT.
    private var aligned: UnsafeMutablePointer<UInt8>
    private var alignedCapacity = 256

    init(reference: ReferenceSequence?, path: String) {
        self.reference = reference
        self.path = path
        aligned = .allocate(capacity: alignedCapacity)
    }

    deinit { aligned.deallocate() }

    var hasReference: Bool { reference != nil }

    /// Whether REF is what the reference has there. What the reference does not know (N, ambiguity codes) and N in REF
    /// contradict nothing.
    mutating func agrees(_ contig: Contig, _ position: UInt32, _ bases: UnsafeBufferPointer<UInt8>) throws(FormatError) -> Bool {
        guard let reference else { return true }
        let end = UInt64(position) + UInt64(bases.count)
        if windowContig != contig || position < windowFirst || end > UInt64(windowFirst) + UInt64(window.count) {
            guard let first = Position(position) else { return false }
            do {
                window = try reference.bases(contig, first, max(AlleleNormaliser.windowLength, bases.count))
            } catch { throw unreadable(error) }
            windowContig = contig
            windowFirst = position
            guard window.count >= bases.count else { return false }
        }
        let start = Int(position - windowFirst)
        return window.withUnsafeBufferPointer { window in
            for index in 0..<bases.count {
                let (expected, found) = (window[start + index], bases[index])
                if expected != found, found != UInt8(ascii: "N"), VariantKey.isKnownBase(expected) { return false }
            }
            return true
        }
    }

    private func unreadable(_ error: any Error) -> FormatError {
        if let error = error as? FormatError { return error }
        if let cause = (error as? ReferenceSequenceError)?.cause as? FormatError { return cause }
        return FormatError(
            .referenceUnreadable, file: path, message: "The reference sequence cannot be read for a record of the file.",
            remedy: "Check that the FASTA file is whole, indexed, and has all contigs of the assembly.")
    }

    /// The variant trimmed, and left-aligned where there is a reference. REF has been found to agree with it.
    @inline(__always)
    mutating func normalise(
        _ contig: Contig, _ place: UInt32, _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
    ) throws(FormatError) -> Normalised? {
        guard var position = Position(place) else { return nil }
        var (reference, alternate) = (first, second)
        if reference.count > 1 || alternate.count > 1 {
            if let sequence = self.reference, reference.count != alternate.count,
                let result = try leftAlign(contig, position, first, second, sequence)
            {
                return result
            }
            let trim = Normalisation.trim(reference: reference, alternate: alternate)
            if trim.prefix + trim.suffix > 0 {
                guard let moved = Position(place + UInt32(trim.prefix)) else { return nil }
                position = moved
                reference = .init(rebasing: reference[trim.prefix..<(reference.count - trim.suffix)])
                alternate = .init(rebasing: alternate[trim.prefix..<(alternate.count - trim.suffix)])
            }
        }
        let key =
            first.count == 1 && second.count == 1 && VariantKey.isKnownBase(first[0]) && VariantKey.isKnownBase(second[0])
            ? VariantKey.substitution(contig, place, first[0], second[0])
            : VariantKey(contig: contig, position: position, reference: reference, alternate: alternate)
        return Normalised(key: key, position: position, reference: reference, alternate: alternate)
    }

    /// Nil where REF has an N that the reference knows: it cannot be aligned by it.
    private mutating func leftAlign(
        _ contig: Contig, _ position: Position, _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>,
        _ sequence: ReferenceSequence
    ) throws(FormatError) -> Normalised? {
        let result: Normalisation.Alleles
        do throws(ReferenceSequenceError) {
            result = try Normalisation.leftAligned(
                contig: contig, position: position, reference: first, alternate: second, in: sequence)
        } catch {
            if error.code == .differs { return nil }
            throw unreadable(error)
        }
        let (count, total) = (result.reference.count, result.reference.count + result.alternate.count)
        if total > alignedCapacity {
            aligned.deallocate()
            alignedCapacity = total * 2
            aligned = .allocate(capacity: alignedCapacity)
        }
        for (index, byte) in result.reference.enumerated() { aligned[index] = byte }
        for (index, byte) in result.alternate.enumerated() { aligned[count + index] = byte }
        let (reference, alternate) = (
            UnsafeBufferPointer(start: UnsafePointer(aligned), count: count),
            UnsafeBufferPointer(start: UnsafePointer(aligned + count), count: total - count)
        )
        let key = VariantKey(contig: contig, position: result.position, reference: reference, alternate: alternate)
        return Normalised(key: key, position: result.position, reference: reference, alternate: alternate)
    }
}

extension VariantKey {
    /// The key of one known base for another: most records, and worth its shortcut (3 % of the scan).
    @inline(__always)
    static func substitution(_ contig: Contig, _ place: UInt32, _ reference: UInt8, _ alternate: UInt8) -> VariantKey {
        // A, C, T, G have 0, 1, 2, 3 in bits 1 and 2.
        func code(_ letter: UInt8) -> UInt64 {
            let bits = UInt64(letter >> 1) & 3
            return bits ^ (bits >> 1)
        }
        let alleles: UInt64 = 1 << 27 | 1 << 23 | code(reference) << 21 | code(alternate) << 19
        return VariantKey(rawValue: UInt64(contig.rawValue) << 59 | UInt64(place &- 1) << 31 | alleles)
    }

    /// A, C, G or T.
    @inline(__always)
    static func isKnownBase(_ byte: UInt8) -> Bool { Bytes.isBase(byte) && byte != UInt8(ascii: "N") }
}
