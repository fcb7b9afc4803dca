internal import VariantStorage

/// Looks for byte strings in a file of any size.
enum FileSearch {
    /// Whether one of `needles` stands anywhere, other than inside one of `others`: the name of somebody else may contain it.
    static func contains(_ path: String, anyOf needles: [[UInt8]], outside others: [[UInt8]] = []) throws -> Bool {
        guard let longest = (needles + others).map(\.count).max(), longest > 0 else { return false }
        let file: RegularFile
        do throws(RegularFile.Refusal) {
            file = try RegularFile(path: path)
        } catch {
            // Taken away meanwhile, as SQLite does with its journals.
            if error == .missing { return false }
            throw error
        }
        var window: [UInt8] = []
        // Places before this have been looked at. As much as the longest name stays on either side of a place, so that what
        // surrounds it can be seen.
        var decided = 0
        while true {
            let piece = try file.read(1 << 20)
            window += piece
            let limit = piece.isEmpty ? window.count : max(decided, window.count - longest)
            for needle in needles where find(needle, in: window, at: decided..<limit, outside: others) { return true }
            guard !piece.isEmpty else { return false }
            let passed = max(0, limit - longest)
            window.removeFirst(passed)
            decided = limit - passed
        }
    }

    /// First byte, then the rest: names are short, and their first bytes rare enough in binary files.
    private static func find(_ needle: [UInt8], in window: [UInt8], at places: Range<Int>, outside others: [[UInt8]]) -> Bool {
        guard let first = needle.first else { return false }
        var start = places.lowerBound
        while start < places.upperBound, let found = window[start..<places.upperBound].firstIndex(of: first) {
            guard found + needle.count <= window.count else { return false }
            if window[found..<found + needle.count].elementsEqual(needle), !isInside(found, needle, window, others) {
                return true
            }
            start = found + 1
        }
        return false
    }

    private static func isInside(_ place: Int, _ needle: [UInt8], _ window: [UInt8], _ others: [[UInt8]]) -> Bool {
        others.contains { other in
            guard other.count > needle.count else { return false }
            return (0...(other.count - needle.count)).contains { offset in
                let start = place - offset
                guard start >= window.startIndex, start + other.count <= window.endIndex else { return false }
                return other[offset..<offset + needle.count].elementsEqual(needle)
                    && window[start..<start + other.count].elementsEqual(other)
            }
        }
    }
}

extension PartitionLayout {
    /// Every file below the partition's directory.
    func everyFile() -> [String] {
        var found: [String] = []
        var folders = [directory]
        while let folder = folders.popLast() {
            for name in listDirectory(folder) {
                let path = folder + "/" + name
                if fileLength(path) != nil { found.append(path) } else { folders.append(path) }
            }
        }
        return found.sorted()
    }
}
