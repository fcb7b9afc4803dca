import GenomeModel
import Synchronization

/// A FASTA file read through a window a contig: left-alignment asks for a few bases at a time, mostly in ascending order.
final class ReferenceWindows: Sendable {
    private struct Window {
        var start = 0
        var bases: [UInt8] = []
    }

    private struct State {
        let file: FASTAFile
        var windows: [Window]
    }

    private static let width = 1 << 16
    /// Left-alignment steps to the left of what was asked for first.
    private static let lead = 1 << 12
    /// What is asked for at once is mostly no more than a reader's own window.
    private static let longestKept = 1 << 17

    private let contigs: [FASTAIndex.Sequence?]
    private let assembly: Assembly
    private let path: String
    private let state: Mutex<State>

    init(file: sending FASTAFile, contigs: [FASTAIndex.Sequence?], assembly: Assembly, path: String) {
        self.contigs = contigs
        self.assembly = assembly
        self.path = path
        state = Mutex(State(file: file, windows: Array(repeating: Window(), count: contigs.count)))
    }

    /// As `ReferenceSequence.bases`.
    func bases(_ contig: Contig, _ first: Position, _ count: Int) throws(FormatError) -> [UInt8] {
        let place = Int(contig.rawValue) - 1
        guard let sequence = contigs[place] else {
            throw FormatError(
                .contigNotInReference, file: path, field: contig.name, message: "The reference lacks the contig.",
                remedy: "Give the whole reference of \(assembly.rawValue).")
        }
        let start = Int(first.value) - 1
        let end = min(start + max(count, 0), sequence.length)
        guard start < end else { return [] }
        return try state.withLock { state throws(FormatError) in
            let window = state.windows[place]
            if start >= window.start, end <= window.start + window.bases.count {
                return Array(window.bases[(start - window.start)..<(end - window.start)])
            }
            guard end - start <= ReferenceWindows.longestKept else {
                return try state.file.bases(sequence, from: start, to: end)
            }
            let from = max(0, start - ReferenceWindows.lead)
            let to = min(max(end, from + ReferenceWindows.width), sequence.length)
            let bases = try state.file.bases(sequence, from: from, to: to)
            state.windows[place] = Window(start: from, bases: bases)
            return Array(bases[(start - from)..<(end - from)])
        }
    }
}
