package import ClinicalModel
internal import GenomeModel

/// Finds rows of one table on one day. What a condition found is kept, so that a question and its sibling cells, which share
/// their conditions, cost little more than the question alone.
package struct CohortEvaluation {
    /// The rows that carry a variant, which is given as it was written.
    package typealias Carriers = (String) throws -> RowSet

    private let table: CohortTable
    private let date: CivilDate
    private let hierarchies: CodeHierarchies
    private let carriers: Carriers
    private let universe: RowSet
    private var found: [Condition: RowSet] = [:]

    /// `universe` holds the rows that may be counted at all: what "everyone" and "not" are taken in.
    package init(
        _ table: CohortTable, on date: CivilDate, hierarchies: CodeHierarchies, carriers: @escaping Carriers,
        within universe: RowSet
    ) {
        self.table = table
        self.date = date
        self.hierarchies = hierarchies
        self.carriers = carriers
        self.universe = universe
    }

    /// The rows of the universe that meet the criterion, each judged by itself: `not` is the rest of the universe, so a value
    /// that is not known meets `not`. Throws what `carriers` throws.
    package mutating func rows(matching criterion: Criterion) throws -> RowSet {
        switch criterion {
        case .everyone: return universe
        case .condition(let condition): return try rows(meeting: condition)
        case .not(let part): return universe.subtracting(try rows(matching: part))
        case .and(let parts):
            var result = universe
            for part in parts { result.formIntersection(try rows(matching: part)) }
            return result
        case .or(let parts):
            var result = RowSet(size: table.rowCount)
            for part in parts { result.formUnion(try rows(matching: part)) }
            return result
        }
    }

    /// The distinct people with at least one row that meets the criterion.
    package mutating func people(matching criterion: Criterion) throws -> RowSet {
        table.people(in: try rows(matching: criterion))
    }

    private mutating func rows(meeting condition: Condition) throws -> RowSet {
        if let known = found[condition] { return known }
        let rows = try search(condition).intersection(universe)
        found[condition] = rows
        return rows
    }

    private func search(_ condition: Condition) throws -> RowSet {
        switch condition {
        case .region(let values): any(of: values, in: table.regions)
        case .provider(let values): any(of: values, in: table.providers)
        case .laboratory(let values): any(of: values, in: table.laboratories)
        case .assay(let values): any(of: values, in: table.assays)
        case .assayKind(let values): any(of: values, in: table.assayKinds)
        case .area(let values): any(of: values, in: table.areas)
        case .origin(let values): any(of: values, in: table.origins)
        case .sex(let values): any(of: values, in: table.sexes)
        case .diagnosis(let codes): coded(codes, in: table.affected)
        case .carrier(let codes): coded(codes, in: table.carriers)
        case .phenotype(let codes): coded(codes, in: table.present)
        case .phenotypeExcluded(let codes): coded(codes, in: table.excluded)
        case .treatment(let codes): coded(codes, in: table.treated)
        case .age(let span): aged(span)
        case .carries(let variant): try carriers(variant)
        }
    }

    private func any<Value: Hashable>(of values: [Value], in sets: [Value: RowSet]) -> RowSet {
        var result = RowSet(size: table.rowCount)
        for value in values { if let rows = sets[value] { result.formUnion(rows) } }
        return result
    }

    private func coded(_ selection: CodeSelection, in lists: [Code: [Int32]]) -> RowSet {
        var result = RowSet(size: table.rowCount)
        let codes = hierarchies.codes(in: selection)
        for (code, rows) in lists where codes.contains(code) {
            for row in rows { result.insert(Int(row)) }
        }
        return result
    }

    /// Whole years as `YearMonth.age(on:)` counts them, in months since year 0.
    private func aged(_ span: AgeSpan) -> RowSet {
        let now = date.year * 12 + date.month - 1
        var result = RowSet(size: table.rowCount)
        for row in 0..<table.rowCount where table.births[row] != CohortTable.noBirth {
            let months = now - Int(table.births[row])
            if months >= 0, span.contains(months / 12) { result.insert(row) }
        }
        return result
    }
}

extension CohortTable {
    /// The rows within `universe` that meet the criterion. See `CohortEvaluation`, which is for several criteria.
    package func rows(
        matching criterion: Criterion, on date: CivilDate, hierarchies: CodeHierarchies,
        carriers: @escaping CohortEvaluation.Carriers, within universe: RowSet
    ) throws -> RowSet {
        var evaluation = CohortEvaluation(self, on: date, hierarchies: hierarchies, carriers: carriers, within: universe)
        return try evaluation.rows(matching: criterion)
    }
}
