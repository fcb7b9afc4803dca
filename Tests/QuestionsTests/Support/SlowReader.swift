import ClinicalModel
import GenomeModel
import Questions

/// Evaluation written a second time, one row at a time and without any index: slow and obvious.
struct SlowReader {
    let people: [CohortPerson]
    let rows: [CohortRow]
    let date: CivilDate
    let carriers: [String: Set<String>]

    /// What lies under what in the tree of the tests, written out by hand.
    private static let beneath: [String: [String]] = [
        "ONCOTREE:BRCA": ["ONCOTREE:BRCA", "ONCOTREE:IDC"], "DOID:162": ["DOID:162", "DOID:1612"],
        "HP:0000118": ["HP:0000118", "HP:0001250", "HP:0001251", "HP:0002197"],
        "HP:0001250": ["HP:0001250", "HP:0001251", "HP:0002197"], "HP:0001251": ["HP:0001250", "HP:0001251", "HP:0002197"],
    ]
    private static let same: [String: [String]] = [
        "HP:0001250": ["HP:0001250", "HP:0001251"], "HP:0001251": ["HP:0001250", "HP:0001251"],
    ]

    func people(meeting criterion: Criterion, within universe: Set<Int>) -> Set<Int> {
        Set(universe.filter { meets(rows[$0], criterion) }.map { rows[$0].person })
    }

    func meets(_ row: CohortRow, _ criterion: Criterion) -> Bool {
        switch criterion {
        case .everyone: true
        case .not(let part): !meets(row, part)
        case .and(let parts): parts.allSatisfy { meets(row, $0) }
        case .or(let parts): parts.contains { meets(row, $0) }
        case .condition(let condition): meets(row, condition)
        }
    }

    private func meets(_ row: CohortRow, _ condition: Condition) -> Bool {
        let person = people[row.person]
        switch condition {
        case .region(let values): return row.homeRegion.map(values.contains) ?? false
        case .provider(let values): return values.contains(row.provider)
        case .laboratory(let values): return values.contains(row.laboratory)
        case .assay(let values): return values.contains(row.assay)
        case .assayKind(let values): return values.contains(row.assayKind)
        case .area(let values): return values.contains(row.area)
        case .sex(let values): return values.contains(person.sex)
        case .origin(let values): return values.contains(row.origin)
        case .diagnosis(let codes): return person.diagnoses.contains { $0.status == .affected && selects(codes, $0.code) }
        case .carrier(let codes):
            return person.diagnoses.contains { $0.status == .carrierWithoutDisease && selects(codes, $0.code) }
        case .phenotype(let codes): return person.phenotypes.contains { $0.isPresent && selects(codes, $0.code) }
        case .phenotypeExcluded(let codes): return person.phenotypes.contains { !$0.isPresent && selects(codes, $0.code) }
        case .treatment(let codes): return person.treatments.contains { selects(codes, $0) }
        case .age(let span):
            guard let age = person.birth?.age(on: date), age >= 0 else { return false }
            return age >= span.from ?? 0 && age <= span.through ?? 1000
        case .carries(let variant): return carriers[variant]?.contains(row.name) ?? false
        }
    }

    private func selects(_ selection: CodeSelection, _ code: Code) -> Bool {
        switch selection {
        case .among(let codes):
            codes.contains { (SlowReader.same[$0.description] ?? [$0.description]).contains(code.description) }
        case .under(let spans):
            spans.contains { span in
                let first = span.first.description
                if !span.isSingle {
                    let head = String(code.value.prefix(span.first.value.count))
                    return code.system == span.first.system && head >= span.first.value && head <= span.last.value
                }
                if let list = SlowReader.beneath[first] { return list.contains(code.description) }
                return [.icd10, .icdOTopography, .atc].contains(span.first.system)
                    ? code.description.hasPrefix(first) : code == span.first
            }
        }
    }
}
