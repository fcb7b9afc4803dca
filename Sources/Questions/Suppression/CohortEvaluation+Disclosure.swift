extension CohortEvaluation {
    /// A criterion's people, and what may be told of their number to others than the owner. `universe` is as in
    /// `SmallNumberRule.disclose`: the people of the evaluation's own universe. Throws what finding carriers throws.
    package mutating func disclosure(
        of criterion: Criterion, under rule: SmallNumberRule, earlier: [RowSet]
    ) throws -> (people: RowSet, disclosure: Disclosure) {
        let people = try people(matching: criterion)
        let neighbours = NeighbouringCriteria(of: criterion)
        let universe = try self.people(matching: .everyone)
        var cells: [RowSet] = []
        for cell in neighbours.cells { cells.append(try self.people(matching: cell)) }
        var withoutOne: [RowSet] = []
        for criterion in neighbours.withoutOne { withoutOne.append(try self.people(matching: criterion)) }
        let disclosure = rule.disclose(
            people, universe: universe, cells: cells, withoutOne: withoutOne, earlier: earlier)
        return (people, disclosure)
    }
}
