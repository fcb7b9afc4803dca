internal import GenomeModel
internal import StructuredText

/// Reads the lines of a ClinVar VCF one by one.
struct ClinVarLineReader {
    let assembly: Assembly
    let reference: ReferenceSequence?

    /// The record of a line after the header. `terms` gets what was not understood but does not lose the record.
    func record(
        _ line: ArraySlice<UInt8>, _ number: Int, _ terms: inout [KnowledgeFault]
    ) throws(KnowledgeFault) -> ClinVarRecord {
        let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        func place(_ column: Int) -> SourcePlace {
            SourcePlace(line: number, column: columns[column].startIndex - line.startIndex + 1)
        }
        guard columns.count >= 8 else {
            throw KnowledgeFault(.wrongFieldCount, at: SourcePlace(line: number, column: 1), value: "\(columns.count)/8")
        }
        func text(_ column: Int) -> String { String(decoding: columns[column], as: UTF8.self) }
        guard let variationID = Int(text(2)), variationID > 0 else {
            throw KnowledgeFault(.badNumber, at: place(2), field: "ID", value: text(2))
        }
        let variant = try variant(text, place)
        let info = ClinVarInfo(columns[7])
        var unknown: [String] = []
        defer {
            for word in unknown { terms.append(KnowledgeFault(.unknownTerm, at: place(7), field: "CLNSIG", value: word)) }
        }
        let germline = AggregateClassification(
            info["CLNSIG"], status: info["CLNREVSTAT"], conflict: info["CLNSIGCONF"], unknown: &unknown)
        let oncogenicity = AggregateClassification(
            info["ONC"], status: info["ONCREVSTAT"], conflict: info["ONCCONF"], unknown: &unknown)
        let impact = info["SCI"].map {
            ClinicalImpact(
                text: $0, status: info["SCIREVSTAT"].flatMap { ReviewStatus(words: $0) },
                diseases: info.list("SCIDN", "|").map(spaced))
        }
        return ClinVarRecord(
            variationID: variationID, alleleID: info["ALLELEID"].flatMap { Int($0) }, variant: variant, germline: germline,
            oncogenicity: oncogenicity, clinicalImpact: impact, conditions: conditions(info), hgvs: info["CLNHGVS"] ?? "",
            genes: genes(info), consequences: info.list("MC", ","), kind: info["CLNVC"] ?? "",
            origin: info["ORIGIN"].flatMap { Int($0) }, dbSNP: info.list("RS", ",").map { "rs" + $0 },
            submissions: info.list("CLNSIGSCV", "|"), included: info.list("CLNSIGINCL", "|"))
    }

    private func variant(
        _ text: (Int) -> String, _ place: (Int) -> SourcePlace
    ) throws(KnowledgeFault) -> Variant {
        guard let contig = Contig(name: text(0)) else {
            throw KnowledgeFault(.unknownContig, at: place(0), field: "CHROM", value: text(0))
        }
        guard let number = Int(text(1)), let position = Position(number) else {
            throw KnowledgeFault(.badPosition, at: place(1), field: "POS", value: text(1))
        }
        guard text(4) != "." else { throw KnowledgeFault(.noAlternate, at: place(4), field: "ALT") }
        guard let variant = Variant(contig: contig, position: position, reference: text(3), alternate: text(4)) else {
            let column = Variant(contig: contig, position: position, reference: text(3), alternate: text(3) + "A") == nil ? 3 : 4
            throw KnowledgeFault(.badAllele, at: place(column), field: column == 3 ? "REF" : "ALT", value: text(column))
        }
        guard Int(variant.lastPosition) <= assembly.length(of: contig) else {
            throw KnowledgeFault(.pastContigEnd, at: place(1), field: "POS", value: text(1))
        }
        guard let reference else { return variant.trimmed() }
        do throws(ReferenceSequenceError) {
            return try variant.leftAligned(in: reference)
        } catch {
            throw KnowledgeFault(.contradiction, at: place(3), field: "REF", value: text(3))
        }
    }

    private func conditions(_ info: ClinVarInfo) -> [ClinVarCondition] {
        let identifiers = info.list("CLNDISDB", "|")
        return info.list("CLNDN", "|").enumerated().map { index, name in
            let own = index < identifiers.count && identifiers[index] != "." ? identifiers[index] : ""
            return ClinVarCondition(
                name: spaced(name), identifiers: own.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) })
        }
    }

    private func genes(_ info: ClinVarInfo) -> [ClinVarGene] {
        info.list("GENEINFO", "|").compactMap { pair in
            guard let colon = pair.utf8.lastIndex(of: UInt8(ascii: ":")), let number = Int(pair[pair.index(after: colon)...])
            else { return nil }
            return ClinVarGene(symbol: String(pair[..<colon]), number: number)
        }
    }

    private func spaced(_ text: String) -> String {
        String(decoding: text.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}

/// The INFO column by keys; values stay bytes until they are asked for.
struct ClinVarInfo {
    private var values: [String: ArraySlice<UInt8>]

    init(_ column: ArraySlice<UInt8>) {
        values = Dictionary(minimumCapacity: 24)
        var start = column.startIndex
        while start < column.endIndex {
            var (equals, end) = (start, start)
            while end < column.endIndex, column[end] != UInt8(ascii: ";") {
                if equals == start, column[end] == UInt8(ascii: "=") { equals = end }
                end += 1
            }
            if equals > start { values[String(decoding: column[start..<equals], as: UTF8.self)] = column[equals + 1..<end] }
            start = end + 1
        }
    }

    /// Nil where the key is not there or has no value.
    subscript(_ key: String) -> String? {
        guard let value = values[key] else { return nil }
        let text = String(decoding: value, as: UTF8.self)
        return text == "." ? nil : text
    }

    /// Split as bytes: by characters, as a `String` is split, it took most of the time of reading.
    func list(_ key: String, _ separator: Unicode.Scalar) -> [String] {
        guard let value = values[key], !value.elementsEqual(CollectionOfOne(UInt8(ascii: "."))) else { return [] }
        return value.split(separator: UInt8(ascii: separator)).map { String(decoding: $0, as: UTF8.self) }
    }
}
