internal import ClinicalModel
internal import GenomeModel
internal import Hummingbird
internal import Operations
internal import Questions
internal import StructuredText

/// Which variants of a stretch are listed, and in what order. What cannot be read is as if it were not there.
struct StretchFilter: Hashable {
    enum Order: String, CaseIterable {
        case position, carriers, covered, frequency, homozygous
    }

    enum Zygosity: String, CaseIterable {
        /// Somebody has it in two copies.
        case homozygous
        /// Nobody has.
        case heterozygous
    }

    var region: RegionCode?
    var origin = Origin.germline
    var zygosity: Zygosity?
    /// At most so frequent.
    var most: Double?
    /// Of consequences with at least this impact; all variants where nil.
    var impact: ConsequenceImpact?
    /// HGVS c. or p. of a consequence.
    var hgvs: String?
    var order = Order.position
    var isDescending = false
    /// From 1.
    var page = 1

    static let pageLength = 50
    static let limits: [(word: String, value: Double)] = [("0.05", 0.05), ("0.01", 0.01), ("0.001", 0.001)]

    init() {}

    init(_ request: Request) {
        region = request.queryText("region").flatMap { RegionCode($0) }
        origin = request.queryText("origin").flatMap(Origin.init) ?? .germline
        zygosity = request.queryText("zygosity").flatMap(Zygosity.init)
        most = request.queryText("most").flatMap { word in StretchFilter.limits.first { $0.word == word }?.value }
        impact = request.queryText("impact").flatMap { ConsequenceImpact(name: $0) }
        hgvs = request.queryText("hgvs").flatMap { (1...200).contains($0.utf8.count) ? $0 : nil }
        let sort = request.queryText("sort") ?? ""
        isDescending = sort.hasPrefix("-")
        order = Order(rawValue: isDescending ? String(sort.dropFirst()) : sort) ?? .position
        page = max(1, min(100_000, request.queryText("page").flatMap { Int($0) } ?? 1))
    }

    /// As links carry it on.
    var items: [SiteURL.Item] {
        let sort = (isDescending ? "-" : "") + order.rawValue
        return [
            SiteURL.Item("region", region?.description), SiteURL.Item("origin", origin == .germline ? nil : origin.rawValue),
            SiteURL.Item("zygosity", zygosity?.rawValue),
            SiteURL.Item("most", StretchFilter.limits.first { $0.value == most }?.word),
            SiteURL.Item("impact", impact?.name), SiteURL.Item("hgvs", hgvs),
            SiteURL.Item("sort", sort == "position" ? nil : sort), SiteURL.Item("page", page == 1 ? nil : String(page)),
        ]
    }

    /// The whole question's criterion.
    var criterion: Criterion { .condition(.origin([origin])) }

    /// Which variants of a stretch the regions are asked for: all, or those of which an annotation says what is chosen.
    func selection(_ interval: Interval, gene: String?) -> VariantSelection {
        guard impact != nil || hgvs != nil else { return .overlapping(interval, reference: nil, alternate: nil) }
        var query = ConsequenceQuery(geneSymbol: gene)
        if let impact { query.impacts = Set(ConsequenceImpact.allCases.filter { $0 >= impact }) }
        if let hgvs {
            let change = hgvs.split(separator: ":").last ?? ""
            if change.hasPrefix("p.") { query.hgvsProtein = hgvs } else { query.hgvsCoding = hgvs }
        }
        return .consequence(query, in: interval)
    }

    /// Those that are meant, in the order asked for. Equals stand in the order of the genome.
    func apply(_ variants: [NationalVariant]) -> [NationalVariant] {
        let kept = variants.filter { variant in
            let figures = variant.figures
            if let most, (figures.alleleFrequency ?? 0) > most { return false }
            switch zygosity {
            case .homozygous: return figures.homozygous > 0
            case .heterozygous: return figures.homozygous == 0
            case nil: return true
            }
        }
        guard order != .position else { return isDescending ? kept.reversed() : kept }
        return kept.enumerated().sorted { first, second in
            let (a, b) = (value(first.element), value(second.element))
            if a != b { return isDescending ? a > b : a < b }
            return first.offset < second.offset
        }.map(\.element)
    }

    private func value(_ variant: NationalVariant) -> Double {
        let figures = variant.figures
        return switch order {
        case .position: 0
        case .carriers: Double(figures.carriers)
        case .covered: Double(figures.covered)
        case .frequency: figures.alleleFrequency ?? 0
        case .homozygous: Double(figures.homozygous)
        }
    }
}
