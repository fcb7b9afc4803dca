import GenomeModel

/// What one ALT allele of a structural record is, before anybody's genotype is looked at.
enum StructuralAllele {
    /// A span or an insertion, or a single breakend.
    case event(StructuralEvent)
    /// One end of an adjacency, and the other as the record names it.
    case breakend(Breakend, partner: Breakend, isPartnerUncertain: Bool)
    /// No event: counted already.
    case setAside
}

/// Turns the ALT alleles of one record after another into events: VCF 4.2 to 4.4, section 1.4.5 (symbolic alleles), 3 (INFO keys),
/// 5.4 (breakends).
struct StructuralAlleleReader {
    let assembly: Assembly
    /// 4.`minor` of the format: from 4.4 on SVLEN has precedence over END.
    let minor: Int
    /// Names of the header's contig lines.
    let declared: Set<[UInt8]>

    /// Fewer bases than these, deleted or inserted, belong to the small variants: the convention of dbVar and gnomAD-SV.
    static let smallestBases = 50

    func read(
        _ alternate: ArraySlice<UInt8>, _ index: Int, of record: StructuralRecord, _ contig: Contig, _ position: Position,
        _ log: inout DiagnosticLog, _ structural: inout StructuralLog
    ) -> StructuralAllele {
        func note(_ kind: FormatDiagnostic.Kind) { log.note(kind, line: record.line, field: "ALT") }
        if alternate.elementsEqual("*".utf8) {
            note(.overlappingDeletion)
            return .setAside
        }
        if BreakendNotation.isMeant(alternate) {
            return breakend(alternate, index, record, contig, position, &log, &structural)
        }
        if alternate.first == UInt8(ascii: "<"), alternate.last == UInt8(ascii: ">"), alternate.count > 2 {
            return symbolic(
                String(decoding: alternate.dropFirst().dropLast(), as: UTF8.self), index, record, contig, position, &log,
                &structural)
        }
        guard !alternate.isEmpty, alternate.allSatisfy({ Bytes.isBase($0) || Bytes.isLowerBase($0) }) else {
            note(.alternateAllele)
            return .setAside
        }
        return bases(alternate, record, contig, position, &structural)
    }

    // MARK: Symbols

    private func symbolic(
        _ name: String, _ index: Int, _ record: StructuralRecord, _ contig: Contig, _ position: Position,
        _ log: inout DiagnosticLog, _ structural: inout StructuralLog
    ) -> StructuralAllele {
        switch name.split(separator: ":", maxSplits: 1).first.map(String.init) ?? "" {
        case "DEL": return span(.deletion, nil, index, record, contig, position, &structural)
        case "DUP", "TDUP": return span(.duplication, nil, index, record, contig, position, &structural)
        case "INV": return span(.inversion, nil, index, record, contig, position, &structural)
        case "CNV": return span(.copyNumber, nil, index, record, contig, position, &structural)
        case "INS": return insertion(index, record, contig, position, &structural)
        case "NON_REF", "*":
            log.note(.unspecifiedAllele, line: record.line, field: "ALT")
            return .setAside
        case "COPY_NORMAL", "CN1":
            structural.note(.noChange, line: record.line, field: "ALT")
            return .setAside
        case let name where name.hasPrefix("CN") && WholeNumber.read(ArraySlice(Array(name.utf8.dropFirst(2)))) != nil:
            // The copies of one allele (1000 Genomes, phase 3): 1 is the reference's.
            return span(.copyNumber, name == "CN0" ? .loss : .gain, index, record, contig, position, &structural)
        default:
            structural.note(.unsupportedSymbol, line: record.line, field: "ALT")
            return .setAside
        }
    }

    private func span(
        _ kind: StructuralKind, _ change: CopyChange?, _ index: Int, _ record: StructuralRecord, _ contig: Contig,
        _ position: Position, _ structural: inout StructuralLog
    ) -> StructuralAllele {
        func fault(_ kind: StructuralDiagnostic.Kind, _ field: String) -> StructuralAllele {
            structural.note(kind, line: record.line, field: field)
            return .setAside
        }
        let place = Int(position.value)
        let stated = record.number("END")
        let byLength = record.number("SVLEN", of: index).map { place + abs($0) }
        guard let end = minor >= 4 ? byLength ?? stated : stated ?? byLength else { return fault(.spanMissing, "INFO/END") }
        if let stated, let byLength, abs(stated - byLength) > 1 {
            structural.note(.lengthDiffers, line: record.line, field: "INFO/SVLEN")
        }
        guard end > place else { return fault(.spanReversed, "INFO/END") }
        guard end <= assembly.length(of: contig), let first = Position(place + 1), let last = Position(end) else {
            return fault(.spanPastEnd, "INFO/END")
        }
        let around = interval("CIPOS", record, &structural)
        // A stretch that both ends share (homology) lets them slide together, and is often given at the first alone.
        let behind = interval("CIEND", record, &structural) ?? (record.value("HOMLEN") == nil ? nil : around)
        let event = StructuralEvent(
            kind, from: breakpoint(contig, first, around), to: breakpoint(contig, last, behind), change: change)
        return event.map { .event($0) } ?? fault(.spanReversed, "INFO/END")
    }

    private func insertion(
        _ index: Int, _ record: StructuralRecord, _ contig: Contig, _ position: Position, _ structural: inout StructuralLog
    ) -> StructuralAllele {
        let length =
            record.number("SVLEN", of: index) ?? record.number("SVINSLEN", of: index)
            ?? record.value("SVINSSEQ", of: index)?.count
        let place = breakpoint(contig, position, interval("CIPOS", record, &structural))
        let known = length.flatMap { UInt32(exactly: abs($0)) }.flatMap { $0 == 0 ? nil : $0 }
        return StructuralEvent(insertionAt: place, length: known).map { .event($0) } ?? .setAside
    }

    // MARK: Bases

    private func bases(
        _ alternate: ArraySlice<UInt8>, _ record: StructuralRecord, _ contig: Contig, _ position: Position,
        _ structural: inout StructuralLog
    ) -> StructuralAllele {
        // 0x20 is the bit that tells a lower-case letter from its upper-case one.
        var (old, new) = (record.reference.map { $0 & ~0x20 }[...], alternate.map { $0 & ~0x20 }[...])
        while let left = old.last, left == new.last {
            old.removeLast()
            new.removeLast()
        }
        var place = Int(position.value)
        while let left = old.first, left == new.first {
            old.removeFirst()
            new.removeFirst()
            place += 1
        }
        let around = interval("CIPOS", record, &structural)
        let behind = interval("CIEND", record, &structural) ?? (record.value("HOMLEN") == nil ? nil : around)
        if old.count > new.count, old.count >= StructuralAlleleReader.smallestBases {
            guard let first = Position(place), let last = Position(place + old.count - 1),
                Int(last.value) <= assembly.length(of: contig),
                let event = StructuralEvent(
                    .deletion, from: breakpoint(contig, first, around), to: breakpoint(contig, last, behind))
            else {
                structural.note(.spanPastEnd, line: record.line, field: "REF")
                return .setAside
            }
            return .event(event)
        }
        if new.count > old.count, new.count >= StructuralAlleleReader.smallestBases,
            let before = Position(max(1, place - 1)),
            let event = StructuralEvent(insertionAt: breakpoint(contig, before, around), length: UInt32(new.count))
        {
            return .event(event)
        }
        structural.note(.smallVariant, line: record.line, field: "ALT")
        return .setAside
    }

    // MARK: Breakends

    private func breakend(
        _ alternate: ArraySlice<UInt8>, _ index: Int, _ record: StructuralRecord, _ contig: Contig, _ position: Position,
        _ log: inout DiagnosticLog, _ structural: inout StructuralLog
    ) -> StructuralAllele {
        guard let notation = BreakendNotation(alternate) else {
            structural.note(.breakendSyntax, line: record.line, field: "ALT")
            return .setAside
        }
        let own = Breakend(
            breakpoint(contig, position, interval("CIPOS", record, &structural)), keeping: notation.side)
        guard let partner = notation.partner else {
            return StructuralEvent(single: own).map { .event($0) } ?? .setAside
        }
        let name = partner.contig.withUnsafeBufferPointer { ContigName(ascii: $0) }
        guard let name, name.assembly ?? assembly == assembly else {
            // A decoy, a scaffold, a virus or an assembled sequence (<ctg>).
            let isKnown =
                declared.contains(Array(partner.contig)) || partner.contig.first == UInt8(ascii: "<")
                || declared.isEmpty
            if isKnown {
                log.note(.otherContig, line: record.line, field: "ALT")
            } else {
                structural.note(.breakendPartner, line: record.line, field: "ALT")
            }
            return .setAside
        }
        let length = assembly.length(of: name.contig)
        // 0 and one past the end are the telomeres (VCF 4.4, section 5.4.5).
        if partner.position == 0 || partner.position == length + 1 {
            log.note(.telomerePosition, line: record.line, field: "ALT")
            return .setAside
        }
        guard partner.position <= length, let place = Position(partner.position) else {
            structural.note(.breakendPartner, line: record.line, field: "ALT")
            return .setAside
        }
        // GRIDSS has the interval of the other end under a name of its own.
        let around = interval("CIRPOS", record, &structural) ?? interval("CIEND", record, &structural)
        return .breakend(
            own, partner: Breakend(breakpoint(name.contig, place, around), keeping: partner.side),
            isPartnerUncertain: around == nil)
    }

    // MARK: Confidence intervals

    private func breakpoint(_ contig: Contig, _ position: Position, _ around: (Int, Int)?) -> Breakpoint {
        guard let around else { return Breakpoint(contig, position) }
        return Breakpoint(contig, position, from: around.0, to: around.1, assembly: assembly)
    }

    /// Bases before and after, as written. A full stop is an end that is not known and counts as 0; brackets round the two
    /// numbers (CNVkit 0.9's export) are looked through and counted as a fault.
    private func interval(_ key: StaticString, _ record: StructuralRecord, _ log: inout StructuralLog) -> (Int, Int)? {
        guard let value = record.value(key) else { return nil }
        let trimmed = value.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
        let parts = trimmed.split(separator: Bytes.comma, omittingEmptySubsequences: false)
        let numbers = parts.map { $0.elementsEqual(".".utf8) ? 0 : WholeNumber.read(ArraySlice($0)) }
        let isSound =
            trimmed.count == value.count && numbers.count == 2 && !numbers.contains(nil)
            && (numbers[0] ?? 0) <= (numbers[1] ?? 0)
        if !isSound { log.note(.confidenceInterval, line: record.line, field: "INFO/\(key)") }
        guard numbers.count == 2 else { return nil }
        let (lower, upper) = (numbers[0] ?? 0, numbers[1] ?? 0)
        return (min(lower, upper), max(lower, upper))
    }
}
