internal import GenomeModel
internal import Questions
internal import StructuredText

/// Reads the parameters of a variant query, one way of asking at a time.
struct BeaconVariantReading {
    let parameters: [String: JSONValue]
    let stated: Assembly?

    private func value(_ name: String) -> BeaconValue? { parameters[name].map { BeaconValue(name: name, value: $0) } }

    // MARK: Assembly and contig

    /// The assembly that the request names: by itself, by an accession, by its dataset. They have to agree.
    func assembly(of name: ContigName?) throws(BeaconRequestError) -> Assembly {
        var named: [Assembly] = [stated, name?.assembly].compactMap { $0 }
        if let text = try value("assemblyId")?.text() {
            guard let assembly = BeaconVariantReading.assembly(text) else { throw BeaconRequestError(.assemblyUnknown) }
            named.append(assembly)
        }
        guard let assembly = named.first else { throw BeaconRequestError(.assemblyMissing) }
        guard named.allSatisfy({ $0 == assembly }) else { throw BeaconRequestError(.assemblyDiffers) }
        return assembly
    }

    /// `GRCh38`, `GRCh38.p13`, `hg38`, `GCF_000001405.39`. NCBI's assembly versions 13 to 25 are GRCh37 and its patches, later ones GRCh38;
    /// GenBank's 1 to 14 and later.
    static func assembly(_ text: String) -> Assembly? {
        let lower = text.lowercased()
        if let version = lower.range(of: "gcf_000001405.").flatMap({ Int(lower[$0.upperBound...]) }) {
            return (13...25).contains(version) ? .grch37 : (26...40).contains(version) ? .grch38 : nil
        }
        if let version = lower.range(of: "gca_000001405.").flatMap({ Int(lower[$0.upperBound...]) }) {
            return (1...14).contains(version) ? .grch37 : (15...29).contains(version) ? .grch38 : nil
        }
        switch lower.prefix(while: { $0 != "." }) {
        case "grch38", "hg38": return .grch38
        case "grch37", "hg19", "b37": return .grch37
        default: return nil
        }
    }

    private func contig() throws(BeaconRequestError) -> (Contig, Assembly) {
        guard let text = try value("referenceName")?.text() else { throw BeaconRequestError(.referenceMissing) }
        let plain = text.lowercased().hasPrefix("refseq:") ? text.dropFirst(7) : text[...]
        guard let name = ContigName(plain) else { throw BeaconRequestError(.contigUnknown) }
        return (name.contig, try assembly(of: name))
    }

    // MARK: Alleles by notation

    func shortForm() throws(BeaconRequestError) -> BeaconVariantQuery {
        guard let text = try (value("genomicAlleleShortForm") ?? value("vrsId"))?.text() else {
            throw BeaconRequestError(.notAVariant)
        }
        guard ["referenceName", "referenceBases", "alternateBases"].allSatisfy({ parameters[$0] == nil }), try events() == nil
        else { throw BeaconRequestError(.twoQueries) }
        let isDigest = text.hasPrefix("ga4gh:") || text.hasPrefix("VA.")
        let accession = isDigest ? nil : ContigName(text.prefix { $0 != ":" })
        // What a digest says of itself does not depend on an assembly.
        let assembly = isDigest ? Assembly.grch38 : try assembly(of: accession)
        return .allele(try BeaconVariantReading.variant(text[...], assembly, .notAVariant), assembly)
    }

    static func variant(
        _ text: Substring, _ assembly: Assembly, _ code: BeaconRequestError.Code
    ) throws(BeaconRequestError) -> Variant {
        do throws(VariantNotationError) {
            return try VariantNotation.parse(text, assembly: assembly)
        } catch {
            switch error.code {
            case .pastEnd: throw BeaconRequestError(.pastEnd)
            case .referenceNeeded: throw BeaconRequestError(code, cause: "it needs the bases of the reference to be written out.")
            default: throw BeaconRequestError(code, cause: error.description)
            }
        }
    }

    static func event(_ text: Substring, _ assembly: Assembly) throws(BeaconRequestError) -> StructuralEvent {
        do throws(VariantNotationError) {
            return try StructuralNotation.parse(text, assembly: assembly)
        } catch {
            throw BeaconRequestError(error.code == .pastEnd ? .pastEnd : .identifier, cause: error.description)
        }
    }

    // MARK: Structural events

    /// What of an event the request names by itself; nil where it asks for variants of bases.
    private func events() throws(BeaconRequestError) -> (kinds: Set<StructuralKind>, length: ClosedRange<UInt32>?)? {
        func length(_ name: String) throws(BeaconRequestError) -> UInt32? {
            guard let numbers = try value(name)?.wholes(through: Int(Position.limit)) else { return nil }
            guard numbers.count == 1 else { throw BeaconRequestError(.wrongType, name) }
            return UInt32(numbers[0])
        }
        let (least, most) = (try length("variantMinLength"), try length("variantMaxLength"))
        var kinds: Set<StructuralKind>?
        if let word = try value("variantType")?.text() {
            guard let named = CallPhrase.kinds(word.split(separator: ":").first.map(String.init) ?? word) else {
                throw BeaconRequestError(.notHeld, "variantType")
            }
            kinds = named
        }
        guard kinds != nil || least != nil || most != nil else { return nil }
        guard ["referenceBases", "alternateBases", "aminoacidChange"].allSatisfy({ parameters[$0] == nil }) else {
            throw BeaconRequestError(.twoQueries)
        }
        guard least != nil || most != nil else { return (kinds ?? [], nil) }
        let (first, last) = (least ?? 1, most ?? Position.limit)
        guard first <= last else { throw BeaconRequestError(.outOfRange, "variantMaxLength") }
        return (kinds ?? [], first...last)
    }

    // MARK: Genes

    /// A gene by its place, or an amino acid's change with or without a gene.
    func gene(_ genes: GeneLoci) throws(BeaconRequestError) -> BeaconVariantQuery {
        if let change = try value("aminoacidChange")?.text() { return try aminoAcid(change, genes) }
        guard let name = try value("geneId")?.text() else { throw BeaconRequestError(.geneUnknown) }
        if stated != nil || parameters["assemblyId"] != nil {
            guard try assembly(of: nil) == .grch38 else { throw BeaconRequestError(.geneAssembly) }
        }
        guard parameters["referenceName"] == nil else { throw BeaconRequestError(.twoQueries) }
        guard let interval = genes[name] else { throw BeaconRequestError(.geneUnknown) }
        if let events = try events() {
            return .selection(.events(EventSelection(kinds: events.kinds, in: interval, length: events.length)), .grch38)
        }
        return .selection(
            .overlapping(interval, reference: try bases("referenceBases"), alternate: try bases("alternateBases")), .grch38)
    }

    private func aminoAcid(_ change: String, _ genes: GeneLoci) throws(BeaconRequestError) -> BeaconVariantQuery {
        guard ["referenceName", "referenceBases", "alternateBases"].allSatisfy({ parameters[$0] == nil }), try events() == nil
        else { throw BeaconRequestError(.twoQueries) }
        guard (1...200).contains(change.utf8.count) else { throw BeaconRequestError(.outOfRange, "aminoacidChange") }
        var query = ConsequenceQuery()
        let isWritten = change.contains("p.")
        query.hgvsProtein = ProteinChange.threeLetters(change) ?? (isWritten ? change : "p." + change)
        guard let name = try value("geneId")?.text() else {
            return .selection(.consequence(query, in: nil), try assembly(of: nil))
        }
        guard let gene = genes.gene(name) else { throw BeaconRequestError(.geneUnknown) }
        query.geneSymbol = gene.symbol
        let isStated = stated != nil || parameters["assemblyId"] != nil
        return .selection(.consequence(query, in: nil), isStated ? try assembly(of: nil) : .grch38)
    }

    // MARK: Positions

    func positions() throws(BeaconRequestError) -> BeaconVariantQuery {
        let (contig, assembly) = try contig()
        let length = assembly.length(of: contig)
        func numbers(_ name: String) throws(BeaconRequestError) -> [Int] {
            guard let numbers = try value(name)?.wholes(through: Int(Position.limit)) else { return [] }
            guard numbers.allSatisfy({ $0 <= length }) else { throw BeaconRequestError(.pastEnd) }
            return numbers
        }
        let (start, end) = (try numbers("start"), try numbers("end"))
        if parameters["aminoacidChange"] != nil { throw BeaconRequestError(.twoQueries) }
        if let events = try events() { return try self.events(events, contig, start, end, assembly) }
        switch (start.count, end.count) {
        case (1, 0): return try sequence(contig, start[0], assembly)
        case (1, 1): return try range(contig, start[0], end[0], assembly)
        case (2, 2):
            return .selection(
                .bracket(
                    contig: contig, first: try first(start, length), last: try last(end, length)), assembly)
        default: throw BeaconRequestError(.positionPairs)
        }
    }

    /// Events that touch a base or a range, or whose two breakpoints lie in the two parts of a bracket.
    private func events(
        _ events: (kinds: Set<StructuralKind>, length: ClosedRange<UInt32>?), _ contig: Contig, _ start: [Int], _ end: [Int],
        _ assembly: Assembly
    ) throws(BeaconRequestError) -> BeaconVariantQuery {
        var selection: EventSelection
        switch (start.count, end.count) {
        case (1, 0): selection = EventSelection(in: try interval(contig, start[0], start[0] + 1, assembly))
        case (1, 1): selection = EventSelection(in: try interval(contig, start[0], end[0], assembly))
        case (2, 2):
            let length = assembly.length(of: contig)
            let (first, last) = (try first(start, length), try last(end, length))
            let reach = max(Int(first.upperBound), Int(last.upperBound))
            selection = EventSelection(in: try interval(contig, Int(first.lowerBound) - 1, reach, assembly))
            (selection.first, selection.second) = (first, last)
        default: throw BeaconRequestError(.positionPairs)
        }
        (selection.kinds, selection.length) = events
        return .selection(.events(selection), assembly)
    }

    /// A variant that begins at `start`. Without referenceBases whichever variant there has the alternate bases.
    private func sequence(
        _ contig: Contig, _ start: Int, _ assembly: Assembly
    ) throws(BeaconRequestError) -> BeaconVariantQuery {
        guard parameters["alternateBases"] != nil else { throw BeaconRequestError(.allelesMissing) }
        let alternate = try allele("alternateBases")
        guard parameters["referenceBases"] != nil else {
            return .selection(
                .overlapping(try interval(contig, start, start + 1, assembly), reference: nil, alternate: alternate), assembly)
        }
        return try exact(contig, start, try allele("referenceBases"), alternate, assembly)
    }

    private func exact(
        _ contig: Contig, _ start: Int, _ reference: String, _ alternate: String, _ assembly: Assembly
    ) throws(BeaconRequestError) -> BeaconVariantQuery {
        let text = "\(contig.name)-\(start + 1)-\(reference)-\(alternate)"
        return .allele(try BeaconVariantReading.variant(text[...], assembly, .notAVariant), assembly)
    }

    private func range(
        _ contig: Contig, _ start: Int, _ end: Int, _ assembly: Assembly
    ) throws(BeaconRequestError) -> BeaconVariantQuery {
        let (reference, alternate) = (try bases("referenceBases"), try bases("alternateBases"))
        // Both alleles and an end that only repeats the length of the first are one allele.
        if let reference, let alternate, end - start == reference.utf8.count {
            return try exact(contig, start, reference, alternate, assembly)
        }
        return .selection(
            .overlapping(try interval(contig, start, end, assembly), reference: reference, alternate: alternate), assembly)
    }

    private func interval(
        _ contig: Contig, _ start: Int, _ end: Int, _ assembly: Assembly
    ) throws(BeaconRequestError) -> Interval {
        guard end > start else { throw BeaconRequestError(.emptyRange) }
        guard end <= assembly.length(of: contig), let first = Position(start + 1), let last = Position(end),
            let interval = Interval(contig: contig, first: first, last: last)
        else { throw BeaconRequestError(.pastEnd) }
        return interval
    }

    /// First bases: 0-based from the first value up to, not including, the second. Two equal values mean that place.
    private func first(_ start: [Int], _ length: Int) throws(BeaconRequestError) -> ClosedRange<UInt32> {
        guard start[0] <= start[1] else { throw BeaconRequestError(.emptyRange) }
        guard start[0] < length else { throw BeaconRequestError(.pastEnd) }
        return UInt32(start[0] + 1)...UInt32(max(start[0] + 1, start[1]))
    }

    /// Last bases: an end excludes the base at it, so that 0-based ends from the first value up to the second are 1-based last bases.
    private func last(_ end: [Int], _ length: Int) throws(BeaconRequestError) -> ClosedRange<UInt32> {
        guard end[0] <= end[1], end[0] > 0 else { throw BeaconRequestError(.emptyRange) }
        return UInt32(end[0])...UInt32(max(end[0], end[1] - 1))
    }

    // MARK: Bases

    /// Nil where the parameter is left out. Wildcards would ask for several alleles at once.
    private func bases(_ name: String) throws(BeaconRequestError) -> String? {
        parameters[name] == nil ? nil : try allele(name)
    }

    private func allele(_ name: String) throws(BeaconRequestError) -> String {
        let text = (try value(name)?.text() ?? "").uppercased()
        guard !text.isEmpty, text.utf8.count <= 10_000, text.utf8.allSatisfy({ "ACGT".utf8.contains($0) }) else {
            throw BeaconRequestError(.wildcardBases, name)
        }
        return text
    }
}

extension String {
    /// Where the text begins with `prefix`.
    fileprivate func range(of prefix: String) -> Range<String.Index>? {
        hasPrefix(prefix) ? startIndex..<index(startIndex, offsetBy: prefix.count) : nil
    }
}
