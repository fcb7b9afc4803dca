internal import Questions

extension BulkWriter {
    /// `u32` rows, `u32` people, `u32` band, `u8` state of each row, then columns: AC, AN, het, hom, hemi, carriers, covered.
    mutating func append(_ figures: FigureColumns) {
        append(UInt32(figures.count))
        append(UInt32(clamping: figures.people))
        append(UInt32(clamping: figures.band))
        append(figures.states.map(\.rawValue))
        append(column: figures.alleleCounts)
        append(column: figures.alleleNumbers)
        append(column: figures.heterozygous)
        append(column: figures.homozygous)
        append(column: figures.hemizygous)
        append(column: figures.carriers)
        append(column: figures.covered)
    }
}

extension BulkReader {
    /// Throws where a row cannot be true, or tells of what is withheld.
    mutating func figures() throws(PeerMessageError) -> FigureColumns {
        let rows = Int(try u32())
        guard rows <= bulkRowLimit else { throw PeerMessageError(.outOfBounds, at: "figures") }
        var figures = FigureColumns()
        figures.people = Int(try u32())
        figures.band = Int(try u32())
        figures.states.reserveCapacity(rows)
        for byte in try bytes(rows) {
            guard let state = FigureColumns.State(rawValue: byte) else {
                throw PeerMessageError(.notUnderstood, at: "figures.states")
            }
            figures.states.append(state)
        }
        figures.alleleCounts = try column(rows)
        figures.alleleNumbers = try column(rows)
        figures.heterozygous = try column(rows)
        figures.homozygous = try column(rows)
        figures.hemizygous = try column(rows)
        figures.carriers = try column(rows)
        figures.covered = try column(rows)
        guard figures.isConsistent else { throw PeerMessageError(.inconsistent, at: "figures") }
        return figures
    }
}

extension FigureColumns {
    /// Rows that are told could be true, rows that are withheld are zero, and there is a band where a row is one.
    fileprivate var isConsistent: Bool {
        var hasBand = false
        for row in 0..<count {
            switch states[row] {
            case .answered:
                guard carriers[row] <= covered[row], Int(covered[row]) <= people, alleleCounts[row] <= alleleNumbers[row] else {
                    return false
                }
            case .suppressed, .band:
                if states[row] == .band { hasBand = true }
                guard
                    alleleCounts[row] | alleleNumbers[row] | heterozygous[row] | homozygous[row] | hemizygous[row]
                        | carriers[row] | covered[row] == 0
                else { return false }
            }
        }
        return hasBand == (band > 0)
    }
}
