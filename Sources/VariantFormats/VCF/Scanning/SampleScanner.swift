/// Reads FORMAT and the samples that were asked for, and checks their values.
struct SampleScanner: ~Copyable {
    /// A genotype that says something, and where the sample's text starts.
    struct Call {
        var callSet: UInt32
        var genotype: Genotype
        var text: UnsafePointer<UInt8>
    }

    private struct Stop {
        var column: UInt32
        var callSet: UInt32
    }

    private var layouts: FormatLayouts
    /// Columns to read, ascending; a column asked for by several call sets is there several times.
    private let stops: UnsafeMutablePointer<Stop>
    private let stopCount: Int
    /// Every sample column once.
    private let isDense: Bool
    private let isAscending: Bool
    private let columns: Int
    let calls: UnsafeMutablePointer<Call>
    private(set) var count = 0
    /// The values of the last sample read and its ploidy: what an unended last line is judged by.
    private(set) var lastFieldCount = 0
    private(set) var lastPloidy = 0
    /// What a genotype may name; anything in a record without ALT, of which nothing is indexed.
    private var largestAllele: Int16 = 0

    /// `columns[i]` is the sample column of call set `i`.
    init(header: CallFileHeader, columns wanted: [Int]) {
        layouts = FormatLayouts(header: header)
        let sorted = wanted.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
        stopCount = sorted.count
        stops = .allocate(capacity: max(1, stopCount))
        calls = .allocate(capacity: max(1, stopCount))
        for (index, stop) in sorted.enumerated() {
            (stops + index).initialize(to: Stop(column: UInt32(stop.element), callSet: UInt32(stop.offset)))
        }
        columns = header.samples.count
        isDense = sorted.map(\.element) == Array(0..<header.samples.count)
        isAscending = sorted.map(\.offset) == Array(0..<sorted.count)
    }

    deinit {
        stops.deallocate()
        calls.deallocate()
    }

    /// Reads the columns from FORMAT at `start` on into `calls`, call sets ascending: genotypes that are not two reference
    /// alleles, or all when `keepsReference`. Nil when the record has another number of columns than the header.
    @inline(__always)
    mutating func scan(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, alternates: Int, keepsReference: Bool, line: Int,
        _ log: inout DiagnosticLog
    ) -> UnsafePointer<FormatLayout>? {
        count = 0
        largestAllele = alternates == 0 ? .max : Int16(clamping: alternates)
        let formatEnd = Bytes.columnEnd(start, end)
        let layout = layouts.layout(start, formatEnd)
        if layout.pointee.isFaulty { log.note(.formatSyntax, line: line, field: "FORMAT") }
        guard formatEnd < end else {
            if columns > 0 { log.note(.columnCount, line: line, field: "record") }
            return columns > 0 ? nil : layout
        }
        let isWhole =
            isDense
            ? scanDense(formatEnd + 1, end, layout, alternates, keepsReference, line, &log)
            : scanSparse(formatEnd + 1, end, layout, alternates, keepsReference, line, &log)
        guard isWhole else {
            log.note(.columnCount, line: line, field: "record")
            return nil
        }
        if !isAscending, count > 1 { sortCalls() }
        return layout
    }

    private func sortCalls() {
        var kept = UnsafeMutableBufferPointer(start: calls, count: count)
        kept.sort { $0.callSet < $1.callSet }
    }

    @inline(__always)
    private mutating func keep(_ callSet: UInt32, _ genotype: Genotype, _ text: UnsafePointer<UInt8>) {
        calls[count] = Call(callSet: callSet, genotype: genotype, text: text)
        count &+= 1
    }

    @inline(__always)
    private mutating func scanDense(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ layout: UnsafePointer<FormatLayout>, _ alternates: Int,
        _ keepsReference: Bool, _ line: Int, _ log: inout DiagnosticLog
    ) -> Bool {
        var at = start
        var index = 0
        // `0|0` and a tab, twice; only where GT is all there is and plain reference says nothing.
        let phased: UInt64 = 0x0930_7C30_0930_7C30
        let unphased: UInt64 = 0x0930_2F30_0930_2F30
        let isShort = layout.pointee.count == 1 && layout.pointee.genotype == 0
        let skips = !keepsReference && isShort
        while index < stopCount {
            if skips {
                while index + 8 < stopCount {
                    let (a, b, c, d) = (Bytes.word(at), Bytes.word(at + 8), Bytes.word(at + 16), Bytes.word(at + 24))
                    guard
                        ((a ^ phased) | (b ^ phased) | (c ^ phased) | (d ^ phased)) == 0
                            || ((a ^ unphased) | (b ^ unphased) | (c ^ unphased) | (d ^ unphased)) == 0
                    else { break }
                    at += 32
                    index &+= 8
                }
                while index + 2 < stopCount {
                    let word = Bytes.word(at)
                    guard word == phased || word == unphased else { break }
                    at += 8
                    index &+= 2
                }
            }
            let text = at
            let genotype: Genotype
            if isShort, at[3] == Bytes.tab || at + 3 == end, let short = Genotype.short(at),
                max(short.first, short.second) <= largestAllele
            {
                genotype = short
                at += 3
                lastFieldCount = 1
                lastPloidy = 2
            } else {
                genotype = scanSample(&at, end, layout, alternates, index, line, &log)
            }
            if keepsReference || genotype.first != 0 || genotype.second != 0 {
                keep(stops[index].callSet, genotype, text)
            }
            index &+= 1
            if index < stopCount {
                guard at < end else { return false }
                at += 1
            }
        }
        return at == end
    }

    private mutating func scanSparse(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ layout: UnsafePointer<FormatLayout>, _ alternates: Int,
        _ keepsReference: Bool, _ line: Int, _ log: inout DiagnosticLog
    ) -> Bool {
        var at = start
        // The column that `at` is the start of.
        var column = 0
        var index = 0
        while index < stopCount {
            let wanted = Int(stops[index].column)
            if wanted > column {
                guard let next = Bytes.skipColumns(wanted - column, at, end) else { return false }
                at = next
                column = wanted
            }
            let text = at
            let genotype = scanSample(&at, end, layout, alternates, column, line, &log)
            while index < stopCount, Int(stops[index].column) == column {
                if keepsReference || genotype.first != 0 || genotype.second != 0 {
                    keep(stops[index].callSet, genotype, text)
                }
                index &+= 1
            }
            if at < end {
                at += 1
                column += 1
            } else {
                return column == columns - 1
            }
        }
        return Bytes.countTabs(at, end) == columns - 1 - column
    }

    /// One sample: its genotype, and its values checked. Moves `at` to the tab after it, or `end`.
    @inline(__always)
    private mutating func scanSample(
        _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ layout: UnsafePointer<FormatLayout>,
        _ alternates: Int, _ column: Int, _ line: Int, _ log: inout DiagnosticLog
    ) -> Genotype {
        var genotype = Genotype.noCall
        var genotypes = -1
        let count = layout.pointee.count
        var field = 0
        lastPloidy = 0
        while true {
            if field == layout.pointee.genotype {
                if let short = Genotype.short(at), max(short.first, short.second) <= largestAllele {
                    genotype = short
                    genotypes = alternates > 0 ? (alternates &+ 1) &* (alternates &+ 2) / 2 : -1
                    lastPloidy = 2
                    at += 3
                } else {
                    genotype = scanGenotype(&at, end, alternates, column, line, &genotypes, &log)
                }
            } else {
                scanValue(&at, end, layout.pointee.checks + field, alternates, genotypes, column, line, &log)
            }
            field &+= 1
            if at >= end || at.pointee != Bytes.colon { break }
            if field == count {
                log.note(.sampleFields, line: line, field: "sample column \(column + 1)")
                at = Bytes.columnEnd(at, end)
                break
            }
            at += 1
        }
        lastFieldCount = field
        if at < end, at.pointee != Bytes.tab {
            log.note(.controlCharacter, line: line, field: "sample column \(column + 1)")
            at = Bytes.columnEnd(at, end)
        }
        return genotype
    }

    private mutating func scanGenotype(
        _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ alternates: Int, _ column: Int, _ line: Int,
        _ genotypes: inout Int, _ log: inout DiagnosticLog
    ) -> Genotype {
        let start = at
        while at < end, at.pointee != Bytes.tab, at.pointee != Bytes.colon { at += 1 }
        guard let (genotype, ploidy, largest) = Genotype.long(start, at) else {
            log.note(.genotypeSyntax, line: line, field: "sample column \(column + 1)")
            return .noCall
        }
        guard largest <= largestAllele else {
            log.note(.alleleOutOfRange, line: line, field: "sample column \(column + 1)")
            return .noCall
        }
        lastPloidy = ploidy
        let isBareDot = ploidy == 1 && genotype.first == Genotype.missing
        genotypes = alternates > 0 && !isBareDot ? SampleScanner.genotypes(alternates: alternates, ploidy: ploidy) : -1
        return genotype
    }

    /// The genotypes that `ploidy` alleles out of `alternates + 1` can make; -1 (any number) for what no file has.
    private static func genotypes(alternates: Int, ploidy: Int) -> Int {
        guard ploidy <= 8, alternates <= 1000 else { return -1 }
        var result = 1
        for step in 1...ploidy {
            let (product, overflows) = result.multipliedReportingOverflow(by: alternates + step)
            if overflows { return -1 }
            result = product / step
        }
        return result
    }

    @inline(__always)
    private func scanValue(
        _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ check: UnsafePointer<ValueCheck>, _ alternates: Int,
        _ genotypes: Int, _ column: Int, _ line: Int, _ log: inout DiagnosticLog
    ) {
        let start = at
        var found = -1
        if check.pointee.kind == .integer {
            found = ValueScan.integers(&at)
        } else if check.pointee.kind == .float {
            found = ValueScan.decimals(&at, isUnsigned: false)
        }
        if found >= 0, at.pointee == Bytes.colon || at.pointee == Bytes.tab || at == end {
            let expected = check.pointee.expected(alternates: alternates, genotypes: genotypes)
            if expected >= 0, expected != found {
                log.note(.sampleValue, line: line, field: "sample column \(column + 1)")
            }
            return
        }
        at = start
        scanOther(&at, end, check.pointee, alternates, genotypes, column, line, &log)
    }

    private func scanOther(
        _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ check: ValueCheck, _ alternates: Int,
        _ genotypes: Int, _ column: Int, _ line: Int, _ log: inout DiagnosticLog
    ) {
        let start = at
        if !ValueScan.text(&at, stop: Bytes.colon, end: end) {
            let bytes = UnsafeBufferPointer(start: start, count: at - start)
            if bytes.contains(where: { $0 < 32 || $0 == 127 }) {
                log.note(.controlCharacter, line: line, field: "sample column \(column + 1)")
            } else if !String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes) {
                log.note(.notUTF8, line: line, field: "sample column \(column + 1)")
            }
        }
        guard check.isDefined, check.kind != .string || check.count == .fixed && check.fixed == 0 else { return }
        let expected = check.expected(alternates: alternates, genotypes: genotypes)
        if !ValueScan.isValid(start, at, check, expected: expected) {
            log.note(.sampleValue, line: line, field: "sample column \(column + 1)")
        }
    }
}
