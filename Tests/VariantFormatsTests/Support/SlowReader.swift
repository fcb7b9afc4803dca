import GenomeModel

/// The reader's rules once more, slowly and obviously, over rows that somebody else has taken apart.
struct SlowReader {
    struct Row {
        var chromosome: String
        var position: Int
        var reference: String
        var alternates: String
        var filter: String
        var genotypes: [String]
    }

    var assembly: Assembly
    /// Of each sample, in the order of the columns.
    var sexes: [Sex]

    /// Rows out of VCF text: no header is looked at, GT comes first.
    static func rows(of text: String) -> [Row] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Row(
                chromosome: columns[0], position: Int(columns[1]) ?? 0, reference: columns[3], alternates: columns[4],
                filter: columns[6],
                genotypes: columns.dropFirst(9).map { $0.split(separator: ":").first.map(String.init) ?? "" })
        }
    }

    func lines(_ rows: [Row]) -> [String] { rows.flatMap(lines).sorted() }

    private func lines(_ row: Row) -> [String] {
        guard let contig = Contig(name: row.chromosome), row.position > 0 else { return [] }
        let alternates = row.alternates == "." ? [] : row.alternates.split(separator: ",").map { $0.uppercased() }
        var lines: [String] = []
        for (index, alternate) in alternates.enumerated() {
            guard let position = Position(row.position),
                let variant = Variant(
                    contig: contig, position: position, reference: row.reference, alternate: alternate)
            else { continue }
            let trimmed = SlowReader.trim(row.position, Array(variant.reference), Array(variant.alternate))
            guard let place = Position(trimmed.0) else { continue }
            let name = "\(contig.name)-\(trimmed.0)-\(String(trimmed.1))-\(String(trimmed.2))"
            for (sample, genotype) in row.genotypes.enumerated() {
                let expected = Ploidy.alleles(assembly, contig, place, sexes[sample])
                let isFailed = row.filter != "PASS" && row.filter != "."
                if let state = state(genotype, allele: index + 1, of: alternates.count, expected, isFailed) {
                    lines.append("\(name) \(sample) \(Lines.name(state))")
                }
            }
        }
        return lines
    }

    private static func trim(_ position: Int, _ first: [Character], _ second: [Character]) -> (Int, [Character], [Character]) {
        var (position, first, second) = (position, first, second)
        while first.count > 1, second.count > 1, first.last == second.last {
            first.removeLast()
            second.removeLast()
        }
        while first.count > 1, second.count > 1, first.first == second.first {
            first.removeFirst()
            second.removeFirst()
            position += 1
        }
        return (position, first, second)
    }

    private func state(_ genotype: String, allele: Int, of count: Int, _ expected: Int, _ isFailed: Bool) -> CallState? {
        guard expected > 0 else { return nil }
        let parts = genotype.split(whereSeparator: { $0 == "/" || $0 == "|" }).map { Int($0) }
        let known = parts.compactMap { $0 }
        var state: CallState?
        let named = known.filter { $0 == allele }.count
        if known.contains(where: { $0 > count }) || known.isEmpty {
            state = .noCall
        } else if named > 0 {
            switch parts.count {
            case 1: state = .hemizygous
            case 2 where known.count == 1: state = .hemizygous
            default: state = named == parts.count ? .homozygous : .heterozygous
            }
        } else if known.count == 1 {
            state = .halfReference
        }
        if expected == 1 {
            switch state {
            case .homozygous, .heterozygous: state = .hemizygous
            case .halfReference: state = nil
            default: break
            }
        }
        guard isFailed else { return state }
        switch state {
        case .homozygous: return .failedHomozygous
        case .heterozygous: return .failedHeterozygous
        case .hemizygous: return .failedHemizygous
        default: return .failedOther
        }
    }
}
