import GenomeModel

/// Turns the lines of one file into calls: the hot path. Where a call set says nothing but "reference", nothing comes out.
struct CallScanner: ~Copyable {
    /// Columns handed out at a time: a few hundred kilobytes.
    private static let callsPerBatch = 1 << 16
    /// Lines after which a batch is handed out even when empty, so that progress can be shown.
    private static let linesPerBatch = 1 << 20

    private let path: String
    private let options: CallReaderOptions
    private let columns: Int
    /// Checks the form and asks for no genotypes.
    private let isFormOnly: Bool
    private var lines: LineBuffer
    private var head: HeadScanner
    private var info: InfoScanner
    private var samples: SampleScanner
    private var normaliser: AlleleNormaliser
    private(set) var log: DiagnosticLog
    /// By call set.
    private let sexes: UnsafeMutablePointer<Sex>
    private let carriers: UnsafeMutablePointer<Int>
    private let callSetCount: Int
    /// Passing genotypes with two alleles on X outside the pseudo-autosomal regions, by call set: of two different, of one.
    private let differentOnX: UnsafeMutablePointer<Int>
    private let alikeOnX: UnsafeMutablePointer<Int>

    private(set) var records = 0
    private(set) var skippedRecords = 0
    private(set) var variants = 0
    private(set) var calls = 0
    private var mismatches = 0
    private var hasEnded = false
    // Variants at or after the last record's place, to find one that comes twice.
    private static let recentLimit = 256
    private let recent: UnsafeMutablePointer<VariantKey>
    private var recentCount = 0
    private var recentPlace: UInt64 = 0

    init(
        path: String, lines: consuming LineBuffer, header: CallFileHeader, log: DiagnosticLog, callSets: [CallSetSource],
        columns sampleColumns: [Int], options: CallReaderOptions, isFormOnly: Bool, skipsMitochondrion: Bool
    ) {
        self.path = path
        self.options = options
        self.isFormOnly = isFormOnly
        self.lines = lines
        self.log = log
        columns = header.columns
        head = HeadScanner(
            path: path, assembly: options.assembly, header: header, skipsMitochondrion: skipsMitochondrion,
            checksPositions: !isFormOnly)
        info = InfoScanner(header: header)
        samples = SampleScanner(header: header, columns: sampleColumns)
        normaliser = AlleleNormaliser(reference: options.reference, path: path)
        callSetCount = callSets.count
        sexes = .allocate(capacity: max(1, callSets.count))
        carriers = .allocate(capacity: max(1, callSets.count))
        differentOnX = .allocate(capacity: max(1, callSets.count))
        alikeOnX = .allocate(capacity: max(1, callSets.count))
        recent = .allocate(capacity: CallScanner.recentLimit)
        for (index, callSet) in callSets.enumerated() {
            (sexes + index).initialize(to: callSet.sex)
            (carriers + index).initialize(to: 0)
            (differentOnX + index).initialize(to: 0)
            (alikeOnX + index).initialize(to: 0)
        }
    }

    deinit {
        sexes.deallocate()
        carriers.deallocate()
        differentOnX.deallocate()
        alikeOnX.deallocate()
        recent.deallocate()
    }

    var progress: (read: Int, total: Int) { lines.progress }
    var carrierCounts: [Int] { Array(UnsafeBufferPointer(start: carriers, count: callSetCount)) }

    var zygosityOnX: [CallFileReport.ZygosityOnX] {
        (0..<callSetCount).map { CallFileReport.ZygosityOnX(heterozygous: differentOnX[$0], homozygousOrSingle: alikeOnX[$0]) }
    }

    mutating func fill(_ batch: inout CallBatch) throws(FormatError) -> Bool {
        batch.removeAll()
        guard !hasEnded else { return false }
        let stop = records + CallScanner.linesPerBatch
        while batch.callSets.count < CallScanner.callsPerBatch, records < stop {
            guard let line = try lines.next(), let start = line.baseAddress else {
                hasEnded = true
                break
            }
            records &+= 1
            let faults = log.faults
            let isWhole = try scan(start, start + line.count, &batch)
            if !isWhole { skippedRecords &+= 1 }
            if lines.isUnended { try judgeUnended(isWhole && log.faults == faults) }
        }
        calls &+= batch.callSets.count
        variants &+= batch.keys.count
        return !hasEnded || !batch.isEmpty
    }

    /// A last line without its newline is whole when nothing of it is missing: no fault, every value of the last sample,
    /// and no half of a genotype.
    private mutating func judgeUnended(_ isSound: Bool) throws(FormatError) {
        let isCut =
            columns > 9 && !isFormOnly
            && (samples.lastFieldCount < lastFormatCount || (lastFormatCount == 1 && samples.lastPloidy < 2))
        guard isSound, !isCut else {
            throw FormatError(
                .fileTruncated, file: path, line: lines.line, message: "The last line is cut short.",
                remedy: "Fetch or write the file again.")
        }
        log.note(.lastLineUnended, line: lines.line, field: "record")
    }

    private var lastFormatCount = 0

    /// False when the record had to be skipped.
    @inline(__always)
    private mutating func scan(
        _ start: UnsafePointer<UInt8>, _ lineEnd: UnsafePointer<UInt8>, _ batch: inout CallBatch
    ) throws(FormatError) -> Bool {
        let line = lines.line
        var end = lineEnd
        if start < end, end[-1] == 13 {
            end -= 1
            log.note(.carriageReturn, line: line, field: "record")
        }
        guard let record = try head.scan(start, end, line: line, &log) else { return false }
        let infoEnd = info.scan(record.info, end, alternates: record.alternateCount, line: line, &log)
        guard columns > 8 else {
            // INFO is the last column.
            if infoEnd != end { log.note(.columnCount, line: line, field: "record") }
            return infoEnd == end
        }
        guard infoEnd < end, infoEnd.pointee == Bytes.tab else {
            log.note(infoEnd < end ? .infoSyntax : .columnCount, line: line, field: "INFO")
            return false
        }
        // On X, Y and MT what is reference, and what is not expected, depends on the sex; a failed record has no reference.
        let isPlain = !record.isFailed && (record.contig.map { $0.rawValue <= 22 } ?? true)
        guard
            let layout = samples.scan(
                infoEnd + 1, end, alternates: record.alternateCount, keepsReference: !isPlain, line: line, &log)
        else { return false }
        lastFormatCount = layout.pointee.count
        if isFormOnly {
            return try emitForm(record, line)
        }
        guard layout.pointee.genotype >= 0 else {
            throw FormatError(
                .genotypesMissing, file: path, line: line, field: "FORMAT", message: "A record has no genotypes (GT).",
                remedy: "Submit the file with the called genotypes of its samples.")
        }
        return try emit(record, layout, isPlain, line, end, &batch)
    }

    /// The calls of every ALT of a record.
    @inline(__always)
    private mutating func emit(
        _ record: RecordHead, _ layout: UnsafePointer<FormatLayout>, _ isPlain: Bool, _ line: Int, _ end: UnsafePointer<UInt8>,
        _ batch: inout CallBatch
    ) throws(FormatError) -> Bool {
        guard record.alternateCount > 0 else {
            log.note(.referenceBlock, line: line, field: "ALT")
            return true
        }
        guard let contig = record.contig else { return true }
        if normaliser.hasReference, try !normaliser.agrees(contig, record.position, record.reference) {
            try noteMismatch(line)
            return false
        }
        var isFirst = true
        for index in 0..<record.alternateCount {
            let alternate = head.alternates[index]
            guard alternate.kind == .bases else {
                noteKind(alternate.kind, record.alternateCount, line)
                continue
            }
            guard
                let variant = try normaliser.normalise(contig, record.position, record.reference, alternate.bases)
            else { continue }
            noteDuplicate(variant.key, contig, record.position, line)
            guard samples.count > 0 else { continue }
            let before = batch.callSets.count
            if isPlain {
                appendPlain(Int16(truncatingIfNeeded: index + 1), isFirst, layout, line, end, &batch)
            } else {
                appendOther(
                    Int16(truncatingIfNeeded: index + 1), contig, variant.position, record.isFailed, isFirst, layout, line, end,
                    &batch)
            }
            if batch.callSets.count > before {
                batch.endVariant(variant.key, reference: variant.reference, alternate: variant.alternate)
            }
            isFirst = false
        }
        return true
    }

    /// A check of form still finds variants that come twice and alleles that are not indexed.
    private mutating func emitForm(_ record: RecordHead, _ line: Int) throws(FormatError) -> Bool {
        if record.alternateCount == 0 { log.note(.referenceBlock, line: line, field: "ALT") }
        for index in 0..<record.alternateCount {
            let alternate = head.alternates[index]
            if alternate.kind != .bases {
                noteKind(alternate.kind, record.alternateCount, line)
            } else if let contig = record.contig,
                let variant = try normaliser.normalise(contig, record.position, record.reference, alternate.bases)
            {
                noteDuplicate(variant.key, contig, record.position, line)
            }
        }
        return true
    }

    private mutating func noteKind(_ kind: RecordHead.AlternateKind, _ alternates: Int, _ line: Int) {
        switch kind {
        case .symbolic: log.note(.symbolicAllele, line: line, field: "ALT")
        case .breakend: log.note(.breakend, line: line, field: "ALT")
        case .overlappingDeletion: log.note(.overlappingDeletion, line: line, field: "ALT")
        case .unspecified: log.note(alternates == 1 ? .referenceBlock : .unspecifiedAllele, line: line, field: "ALT")
        case .bases, .invalid: break
        }
    }

    @inline(__always)
    private mutating func noteDuplicate(_ key: VariantKey, _ contig: Contig, _ position: UInt32, _ line: Int) {
        // More keys at one place than any caller writes are forgotten: a file that goes backwards must not be slow.
        let place = UInt64(contig.rawValue) << 28 | UInt64(position - 1)
        if place > recentPlace || recentCount == CallScanner.recentLimit {
            recentCount = 0
            recentPlace = place
        } else {
            for index in 0..<recentCount where recent[index] == key {
                log.note(.duplicateVariant, line: line, field: "record")
                return
            }
        }
        recent[recentCount] = key
        recentCount &+= 1
        recentPlace = max(recentPlace, key.rawValue >> 31)
    }

    private mutating func noteMismatch(_ line: Int) throws(FormatError) {
        mismatches += 1
        log.note(.referenceMismatch, line: line, field: "REF")
        if mismatches >= 20, mismatches * 10 > records {
            throw FormatError(
                .wrongAssembly, file: path, line: line, field: "REF",
                message: "More than a tenth of the records contradict the reference sequence.",
                remedy: "Check which assembly and reference the file was made with.")
        }
    }
}

// MARK: - Calls

extension CallScanner {
    /// Passing genotypes where two alleles are expected of everybody.
    @inline(__always)
    private mutating func appendPlain(
        _ allele: Int16, _ isFirst: Bool, _ layout: UnsafePointer<FormatLayout>, _ line: Int, _ end: UnsafePointer<UInt8>,
        _ batch: inout CallBatch
    ) {
        for index in 0..<samples.count {
            let call = samples.calls[index]
            let state: CallState
            let (first, second) = (call.genotype.first, call.genotype.second)
            if first >= 0, second >= 0 {
                if first != allele, second != allele { continue }
                state = first == second ? .homozygous : .heterozygous
            } else {
                guard let found = self.state(call, allele, isFirst, line, end) else { continue }
                state = found
            }
            append(call, state, allele, layout, end, &batch)
        }
    }

    /// Records that failed their filters, and X, Y and MT.
    private mutating func appendOther(
        _ allele: Int16, _ contig: Contig, _ position: Position, _ isFailed: Bool, _ isFirst: Bool,
        _ layout: UnsafePointer<FormatLayout>, _ line: Int, _ end: UnsafePointer<UInt8>, _ batch: inout CallBatch
    ) {
        let expected = (
            female: Ploidy.alleles(options.assembly, contig, position, .female),
            male: Ploidy.alleles(options.assembly, contig, position, .male),
            unknown: Ploidy.alleles(options.assembly, contig, position, .unknown)
        )
        let isOnX = contig.rawValue == 23 && !isFailed && expected.unknown == 0
        for index in 0..<samples.count {
            let call = samples.calls[index]
            // Before the sex has its say: this is what the stated sex is held against.
            if isOnX, isFirst, max(call.genotype.first, call.genotype.second) > 0 {
                let isHeterozygous = call.genotype.second >= 0 && call.genotype.first != call.genotype.second
                (isHeterozygous ? differentOnX : alikeOnX)[Int(call.callSet)] &+= 1
            }
            let alleles =
                switch sexes[Int(call.callSet)] {
                case .female: expected.female
                case .male: expected.male
                case .unknown: expected.unknown
                }
            let (first, second) = (call.genotype.first, call.genotype.second)
            guard alleles > 0 else {
                if isFirst, first >= 0 || second >= 0 { log.note(.genotypeNotExpected, line: line, field: "GT") }
                continue
            }
            var state = self.state(call, allele, isFirst, line, end)
            if alleles == 1 {
                if isFirst, first >= 0, second >= 0 { log.note(.diploidGenotype, line: line, field: "GT") }
                switch state {
                case .homozygous, .heterozygous: state = .hemizygous
                case .halfReference: state = nil
                default: break
                }
            }
            if isFailed { state = state?.failed ?? .failedOther }
            if let state { append(call, state, allele, layout, end, &batch) }
        }
    }

    /// What a genotype says of an allele where two are expected; nil for plain reference.
    private mutating func state(
        _ call: SampleScanner.Call, _ allele: Int16, _ isFirst: Bool, _ line: Int, _ end: UnsafePointer<UInt8>
    ) -> CallState? {
        let (first, second) = (call.genotype.first, call.genotype.second)
        if second == Genotype.several {
            if isFirst { log.note(.manyAlleles, line: line, field: "GT") }
            let (named, known, all) = Genotype.count(allele, call.text, end)
            if named > 0 { return named == all ? .homozygous : .heterozygous }
            return known == 0 ? .noCall : known == 1 ? .halfReference : nil
        }
        if first >= 0, second >= 0 {
            let copies = (first == allele ? 1 : 0) + (second == allele ? 1 : 0)
            return copies == 2 ? .homozygous : copies == 1 ? .heterozygous : nil
        }
        let known = max(first, second)
        if known < 0 { return .noCall }
        return known == allele ? .hemizygous : .halfReference
    }

    @inline(__always)
    private mutating func append(
        _ call: SampleScanner.Call, _ state: CallState, _ allele: Int16, _ layout: UnsafePointer<FormatLayout>,
        _ end: UnsafePointer<UInt8>, _ batch: inout CallBatch
    ) {
        batch.callSets.append(call.callSet)
        batch.states.append(state)
        if state.isCarrier { carriers[Int(call.callSet)] &+= 1 }
        if options.origin == .tumour {
            batch.fractions.append(
                state.isCarrier ? AlleleFraction.read(call.text, end, layout.pointee, allele: Int(allele)) : .nan)
        }
    }
}
