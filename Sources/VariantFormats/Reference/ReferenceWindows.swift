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

    private let names: [String?]
    private let assembly: Assembly
    private let path: String
    private let state: Mutex<State>

    init(file: sending FASTAFile, names: [String?], assembly: Assembly, path: String) {
        self.names = names
        self.assembly = assembly
        self.path = path
        state = Mutex(State(file: file, windows: Array(repeating: Window(), count: names.count)))
    }

    /// As `ReferenceSequence.bases`.
    func bases(_ contig: Contig, _ first: Position, _ count: Int) throws(FormatError) -> [UInt8] {
        let place = Int(contig.rawValue) - 1
        guard let name = names[place] else {
            throw FormatError(
                .contigNotInReference, file: path, field: contig.name, message: "The reference lacks the contig.",
                remedy: "Give the whole reference of \(assembly.rawValue).")
        }
        let start = Int(first.value) - 1
        let end = min(start + max(count, 0), assembly.length(of: contig))
        guard start < end else { return [] }
        return try state.withLock { state throws(FormatError) in
            let window = state.windows[place]
            if start >= window.start, end <= window.start + window.bases.count {
                return Array(window.bases[(start - window.start)..<(end - window.start)])
            }
            guard end - start <= ReferenceWindows.width - ReferenceWindows.lead else {
                return try state.file.bases(name, from: start, count: end - start)
            }
            let from = max(0, start - ReferenceWindows.lead)
            let bases = try state.file.bases(name, from: from, count: ReferenceWindows.width)
            guard bases.count >= end - from else { return Array(bases.dropFirst(start - from)) }
            state.windows[place] = Window(start: from, bases: bases)
            return Array(bases[(start - from)..<(end - from)])
        }
    }
}
