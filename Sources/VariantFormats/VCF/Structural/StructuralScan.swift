import GenomeModel

/// Goes through the records of one structural call file, collects events and calls, and joins mates at the end.
struct StructuralScan {
    private let path: String
    private let header: CallFileHeader
    private let callSets: [CallSetSource]
    private let columns: [Int]
    private let options: CallReaderOptions
    private let skipsMitochondrion: Bool
    private let alleles: StructuralAlleleReader

    private var log: DiagnosticLog
    private var structural = StructuralLog()
    private var report = StructuralFileReport()
    /// An event and who says what of it; an adjacency's stand empty until its mates are joined.
    private var found: [(event: StructuralEvent, line: Int, calls: [StructuralSampleCall])?] = []
    private var ends: [MatePairing.End] = []
    /// For each end its place in `found`.
    private var endPlaces: [Int] = []

    init(
        path: String, header: CallFileHeader, callSets: [CallSetSource], columns: [Int], options: CallReaderOptions,
        skipsMitochondrion: Bool, log: DiagnosticLog
    ) {
        self.path = path
        self.header = header
        self.callSets = callSets
        self.columns = columns
        self.options = options
        self.skipsMitochondrion = skipsMitochondrion
        self.log = log
        alleles = StructuralAlleleReader(
            assembly: options.assembly, minor: header.minor, declared: Set(header.contigs.map { Array($0.name.utf8) }))
    }

    mutating func noteUnended(_ line: Int) { log.note(.lastLineUnended, line: line, field: "record") }

    // MARK: Records

    mutating func read(_ text: [UInt8], line: Int) throws(FormatError) {
        var text = text
        report.records += 1
        if text.last == 13 {
            text.removeLast()
            log.note(.carriageReturn, line: line, field: "record")
        }
        func skip(_ kind: FormatDiagnostic.Kind, _ field: String) {
            log.note(kind, line: line, field: field)
            report.skippedRecords += 1
        }
        if text.isEmpty { return skip(.emptyLine, "record") }
        let record = StructuralRecord(text, line: line)
        guard record.columns.count == header.columns else { return skip(.columnCount, "record") }
        guard let contig = try contig(record) else {
            let isName = !record.columns[0].isEmpty && record.columns[0].allSatisfy { (33...126).contains($0) }
            return skip(isName ? .otherContig : .contigName, "CHROM")
        }
        if skipsMitochondrion, contig == .mt { return skip(.otherMitochondrion, "CHROM") }
        guard let place = WholeNumber.read(record.columns[1]), place >= 0 else { return skip(.position, "POS") }
        let length = options.assembly.length(of: contig)
        if place == 0 || place == length + 1 { return skip(.telomerePosition, "POS") }
        guard place <= length, let position = Position(place) else {
            throw FormatError(
                .positionPastContigEnd, file: path, line: line, field: "POS",
                message: "A record lies past the end of its contig in \(options.assembly.rawValue).",
                remedy: "State the assembly that the file was made with, or lift the file over.")
        }
        guard !record.reference.isEmpty, record.reference.allSatisfy({ Bytes.isBase($0) || Bytes.isLowerBase($0) }) else {
            return skip(.referenceAllele, "REF")
        }
        let alternates = record.alternates
        if alternates.isEmpty { return skip(.referenceBlock, "ALT") }
        for (index, alternate) in alternates.enumerated() {
            report.alleles += 1
            let allele = alleles.read(alternate, index, of: record, contig, position, &log, &structural)
            take(allele, index, of: record, alternates: alternates.count)
        }
    }

    private func contig(_ record: StructuralRecord) throws(FormatError) -> Contig? {
        guard let name = record.columns[0].withUnsafeBufferPointer({ ContigName(ascii: $0) }) else { return nil }
        guard name.assembly ?? options.assembly == options.assembly else {
            throw FormatError(
                .wrongAssembly, file: path, line: record.line, field: "CHROM",
                message: "A sequence accession belongs to another assembly than \(options.assembly.rawValue).",
                remedy: "State the assembly that the file was made with, or lift the file over.")
        }
        return name.contig
    }

    private mutating func take(_ allele: StructuralAllele, _ index: Int, of record: StructuralRecord, alternates: Int) {
        switch allele {
        case .setAside: report.setAside += 1
        case .event(let event):
            found.append((event, record.line, calls(of: event, index, record, alternates)))
        case .breakend(let own, let partner, let isPartnerUncertain):
            // The event as this record alone has it: its places and sides are what genotypes are judged by.
            guard let event = StructuralEvent(joining: own, partner) else { return }
            endPlaces.append(found.count)
            found.append(nil)
            ends.append(
                MatePairing.End(
                    line: record.line, identifier: record.identifier,
                    mate: record.value("MATEID", of: index) ?? record.value("PARID", of: index), event: record.value("EVENT"),
                    own: own, partner: partner, isPartnerUncertain: isPartnerUncertain,
                    genes: FusionGenes(record.text("GENEA"), record.text("GENEB")),
                    calls: calls(of: event, index, record, alternates)))
        }
    }

    // MARK: Genotypes

    private mutating func calls(
        of event: StructuralEvent, _ index: Int, _ record: StructuralRecord, _ alternates: Int
    ) -> [StructuralSampleCall] {
        var calls: [StructuralSampleCall] = []
        for (number, column) in columns.enumerated() where column + 9 < record.columns.count {
            let expected = event.copiesExpected(of: callSets[number].sex, options.assembly)
            let sample = StructuralSample(record.columns[column + 9], format: record.format, alternates: alternates)
            guard expected > 0 else {
                if sample.naming(of: index + 1)?.known ?? 0 > 0 {
                    log.note(.genotypeNotExpected, line: record.line, field: "GT")
                }
                continue
            }
            guard let state = state(sample, index + 1, expected, record, column) else { continue }
            var copies = sample.copies ?? record.value("CN").map { Float(String(decoding: $0, as: UTF8.self)) ?? .nan }
            if let value = copies, !(value.isFinite && value >= 0) {
                // `NA` is how Jumble and PureCN write "none".
                if !isNone(record.value("CN")) || sample.copies != nil {
                    structural.note(.copyNumber, line: record.line, field: "CN")
                }
                copies = nil
            }
            var change = event.change
            if event.kind == .copyNumber, change == nil, let copies, abs(copies - Float(expected)) >= 0.5 {
                change = copies < Float(expected) ? .loss : .gain
            }
            calls.append(
                StructuralSampleCall(
                    callSet: UInt32(number), state: state,
                    fraction: options.origin == .tumour && state.isCarrier ? sample.fraction(index + 1) : .nan,
                    copies: copies, change: change))
        }
        return calls
    }

    private func isNone(_ value: ArraySlice<UInt8>?) -> Bool { value.map { $0.elementsEqual("NA".utf8) } ?? false }

    /// Nil for reference.
    private mutating func state(
        _ sample: StructuralSample, _ allele: Int, _ expected: Int, _ record: StructuralRecord, _ column: Int
    ) -> CallState? {
        var state = plainState(sample, allele, record, column)
        if expected == 1 {
            if state == .homozygous || state == .heterozygous {
                log.note(.diploidGenotype, line: record.line, field: "GT")
                state = .hemizygous
            } else if state == .halfReference {
                state = nil
            }
        }
        if record.isFailed { return state?.failed ?? .failedOther }
        // A sample's filter often says no more than that the sample is reference.
        if let carried = state, carried.isCarrier, sample.isFailed { return carried.failed }
        return state
    }

    private mutating func plainState(
        _ sample: StructuralSample, _ allele: Int, _ record: StructuralRecord, _ column: Int
    ) -> CallState? {
        if let naming = sample.naming(of: allele) {
            guard naming.isReadable else {
                log.note(.genotypeSyntax, line: record.line, field: "sample column \(column + 1)")
                return .noCall
            }
            if naming.all > 2 { log.note(.manyAlleles, line: record.line, field: "GT") }
            if naming.named > 0 {
                if naming.all == 1 || naming.known < naming.all && naming.named == 1 { return .hemizygous }
                return naming.named == naming.all ? .homozygous : .heterozygous
            }
            if naming.known > 0 { return naming.known < naming.all ? .halfReference : nil }
        }
        // No genotype: the reads, or that the record is there at all.
        let isThere = header.samples.count == 1 || sample.hasSupport(allele) == true
        if isThere {
            structural.note(.zygosityUnknown, line: record.line, field: "sample column \(column + 1)")
            return .hemizygous
        }
        return sample.hasSupport(allele) == nil ? .noCall : nil
    }

    // MARK: The end

    consuming func finish() -> StructuralFile {
        let mates = MatePairing.pair(ends, &structural)
        for (index, mate) in mates.enumerated() {
            guard mate >= index else {
                report.joinedMates += 1
                continue
            }
            let other = mate == index ? nil : ends[mate]
            guard let event = MatePairing.event(ends[index], other) else { continue }
            found[endPlaces[index]] = (event, ends[index].line, StructuralScan.joined(ends[index].calls, other?.calls ?? []))
        }
        var calls: [StructuralCall] = []
        var places: [Key: Int] = [:]
        for entry in found {
            guard let entry else { continue }
            report.events += 1
            for call in entry.calls {
                guard let event = entry.event.stating(copies: call.copies, change: call.change) else { continue }
                let key = Key(event: event, callSet: call.callSet)
                let stated = StructuralCall(event: event, callSet: call.callSet, state: call.state, fraction: call.fraction)
                if let known = places[key] {
                    log.note(.duplicateVariant, line: entry.line, field: "record")
                    if calls[known].state < call.state { calls[known] = stated }
                } else {
                    places[key] = calls.count
                    calls.append(stated)
                }
            }
        }
        report.calls = calls.count
        report.carriers = [Int](repeating: 0, count: callSets.count)
        for call in calls where call.state.isCarrier { report.carriers[Int(call.callSet)] += 1 }
        report.diagnostics = log.diagnostics
        report.structuralDiagnostics = structural.diagnostics
        return StructuralFile(calls: calls, report: report)
    }

    private struct Key: Hashable {
        let event: StructuralEvent
        let callSet: UInt32
    }

    /// Of what two mates say of a call set, the larger state stands.
    private static func joined(_ one: [StructuralSampleCall], _ other: [StructuralSampleCall]) -> [StructuralSampleCall] {
        guard !other.isEmpty else { return one }
        var joined = one
        for call in other {
            if let place = joined.firstIndex(where: { $0.callSet == call.callSet }) {
                if joined[place].state < call.state { joined[place] = call }
            } else {
                joined.append(call)
            }
        }
        return joined
    }
}
