import ClinicalModel
import GenomeModel
import Questions

/// The values out of which generated tables and questions are made: few, so that questions meet people.
struct Cast {
    let regions = ["01", "12", "24"].compactMap { RegionCode($0) }
    let providers = ["P-1", "P-2", "P-3"].compactMap { OrganisationCode($0) }
    let laboratories = ["L-1", "L-2"].compactMap { OrganisationCode($0) }
    let assays = ["solid@1", "exome@2", "Ärftlig \"cancer\" (v 3)", "wgs..4"]
    let variants = ["17-43093464-G-A", "NC_000013.11:g.32340301del", "7:g.(?)", "x \"y\" \\z"]
    let diagnoses = [
        "ICD10:C50", "ICD10:C50.1", "ICD10:C50.9", "ICD10:C61", "ICD10:C97", "ICDO-T:C50.4", "ICDO-M:8140/3", "SCT:254837009",
        "ORPHA:558", "OMIM:114480", "ONCOTREE:BRCA", "ONCOTREE:IDC", "DOID:162", "DOID:1612",
    ].compactMap { Code($0) }
    let phenotypes = ["HP:0000118", "HP:0001250", "HP:0001251", "HP:0002197"].compactMap { Code($0) }
    let drugs = ["ATC:L01", "ATC:L01EA01", "ATC:L01EB04", "ATC:L02BA01"].compactMap { Code($0) }

    /// A small tree over the codes above: BRCA over IDC, 162 over 1612, 118 over 1250 over 2197, and an alternative 1250 is 1251.
    func hierarchies() throws -> CodeHierarchies {
        func tree(
            _ system: CodeSystem, _ values: [String], _ edges: [(Int, Int)], other: [(String, Int)] = []
        ) throws -> CodeHierarchy {
            try CodeHierarchy(
                system: system, version: "test", terms: values.compactMap { Code(system, $0) },
                alternatives: other.compactMap { value, term in Code(system, value).map { ($0, term) } },
                parents: edges.map { (child: $0.0, parent: $0.1) })
        }
        return CodeHierarchies([
            try tree(.oncotree, ["BRCA", "IDC"], [(1, 0)]), try tree(.doid, ["162", "1612"], [(1, 0)]),
            try tree(.hpo, ["0000118", "0001250", "0002197"], [(1, 0), (2, 1)], other: [("0001251", 1)]),
        ])
    }

    func table(people: Int, seed: UInt64) throws -> CohortTable? {
        var random = SplitMix(seed: seed)
        let (people, rows) = population(people, &random)
        return CohortTable(people: people, rows: rows)
    }

    func population(_ count: Int, _ random: inout SplitMix) -> (people: [CohortPerson], rows: [CohortRow]) {
        var people: [CohortPerson] = []
        var rows: [CohortRow] = []
        for number in 0..<count {
            people.append(
                CohortPerson(
                    sex: Sex.allCases[random.below(3)],
                    birth: random.chance(90) ? YearMonth(year: 1930 + random.below(97), month: 1 + random.below(12)) : nil,
                    diagnoses: random.chance(80)
                        ? random.some(diagnoses, atMost: 4).map {
                            .init($0, random.chance(80) ? .affected : .carrierWithoutDisease)
                        }
                        : [],
                    phenotypes: random.chance(50)
                        ? random.some(phenotypes).map { .init($0, isPresent: random.chance(70)) } : [],
                    treatments: random.chance(30) ? random.some(drugs) : []))
            for copy in 0..<(random.chance(20) ? 2 : random.chance(5) ? 0 : 1) {
                rows.append(
                    CohortRow(
                        name: "s\(number)-\(copy)", person: number,
                        homeRegion: random.chance(95) ? regions[random.below(3)] : nil, provider: providers[random.below(3)],
                        laboratory: laboratories[random.below(2)], assay: assays[random.below(4)],
                        assayKind: AssayVersion.Kind.allCases[random.below(4)], area: Area.allCases[random.below(5)],
                        origin: Origin.allCases[random.below(2)], batch: random.below(4)))
            }
        }
        return (people, rows)
    }

    func condition(_ random: inout SplitMix) -> Condition {
        func codes(_ all: [Code]) -> CodeSelection {
            guard random.chance(60) else { return .among(random.some(all)) }
            return .under(
                random.some(all).map { code in
                    let end = all.first { $0.system == code.system && $0 > code }
                    return random.chance(40) ? end.flatMap { CodeSpan(code, $0) } ?? CodeSpan(code) : CodeSpan(code)
                })
        }
        switch random.below(15) {
        case 0: return .region(random.some(regions))
        case 1: return .provider(random.some(providers))
        case 2: return .laboratory(random.some(laboratories))
        case 3: return .assay(random.some(assays))
        case 4: return .assayKind(random.some(AssayVersion.Kind.allCases))
        case 5: return .area(random.some(Area.allCases))
        case 6: return .diagnosis(codes(diagnoses))
        case 7: return .carrier(codes(diagnoses))
        case 8: return .phenotype(codes(phenotypes))
        case 9: return .phenotypeExcluded(codes(phenotypes))
        case 10: return .sex(random.some(Sex.allCases))
        case 11:
            let (low, high) = (random.below(60), 60 + random.below(91))
            let span = [
                AgeSpan(from: low, through: high), AgeSpan(from: low, through: nil), AgeSpan(from: nil, through: high),
                AgeSpan(from: low, through: low),
            ][random.below(4)]
            return span.map(Condition.age) ?? .sex([.female])
        case 12: return .origin(random.some(Origin.allCases))
        case 13: return .treatment(codes(drugs))
        default: return .carries(variants[random.below(variants.count)])
        }
    }

    func criterion(_ random: inout SplitMix, depth: Int = 4) -> Criterion {
        switch depth > 1 ? random.below(9) : random.below(5) {
        case 0: return .everyone
        case 5, 6: return .and((0..<(2 + random.below(2))).map { _ in criterion(&random, depth: depth - 1) })
        case 7: return .or((0..<(2 + random.below(2))).map { _ in criterion(&random, depth: depth - 1) })
        case 8: return .not(criterion(&random, depth: depth - 1))
        default: return .condition(condition(&random))
        }
    }

    func question(_ random: inout SplitMix) -> Question {
        Question(random.chance(70) ? .count : .frequency(variants[random.below(variants.count)]), criterion(&random))
    }
}
