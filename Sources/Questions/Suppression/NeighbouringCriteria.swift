/// The questions next to a question: those from whose answers, taken together with its own, somebody could count the few people
/// who make the difference.
package struct NeighbouringCriteria: Hashable, Sendable {
    /// "All the others and not this one", for every part of every conjunction at any depth; for a disjunction, which is the
    /// negation of a conjunction, "this one and none of the others".
    package let cells: [Criterion]
    /// The whole question with one part of one conjunction or disjunction left out.
    package let withoutOne: [Criterion]

    /// At most two criteria for each part; none for a single condition, whose only neighbour is everyone.
    package init(of criterion: Criterion) {
        var walk = Walk()
        walk.visit(criterion.negationNormal) { $0 }
        cells = walk.cells
        withoutOne = walk.withoutOne
    }

    private struct Walk {
        var cells: [Criterion] = []
        var withoutOne: [Criterion] = []

        /// `whole` puts what takes the place of `criterion` back into the question.
        mutating func visit(_ criterion: Criterion, _ whole: (Criterion) -> Criterion) {
            switch criterion {
            case .everyone, .condition, .not: return
            case .and(let parts):
                for (index, part) in parts.enumerated() {
                    let others = Walk.others(parts, index)
                    cells.append(.and(others + [.not(part)]))
                    withoutOne.append(whole(.and(others)))
                    visit(part) { whole(.and(others + [$0])) }
                }
            case .or(let parts):
                for (index, part) in parts.enumerated() {
                    let others = Walk.others(parts, index)
                    cells.append(.and([part] + others.map { .not($0) }))
                    withoutOne.append(whole(.or(others)))
                    visit(part) { whole(.or(others + [$0])) }
                }
            }
        }

        private static func others(_ parts: [Criterion], _ index: Int) -> [Criterion] {
            Array(parts[..<index]) + Array(parts[(index + 1)...])
        }
    }
}
