/// A set of the numbers 0 ..< `size`, one bit each: rows of a cohort table, or its people.
///
/// Two sets that are joined must have the same size; operations cost size / 64 steps.
package struct RowSet: Hashable, Sendable {
    package let size: Int
    private var words: [UInt64]

    /// The empty set.
    package init(size: Int) {
        self.size = size
        words = Array(repeating: 0, count: (size + 63) / 64)
    }

    /// Every number below `size`.
    package static func all(size: Int) -> RowSet { RowSet(size: size).complement }

    /// The numbers given; those outside 0 ..< `size` are not taken.
    package init(size: Int, _ members: some Sequence<Int>) {
        self.init(size: size)
        for member in members { insert(member) }
    }

    package mutating func insert(_ member: Int) {
        guard member >= 0, member < size else { return }
        words[member >> 6] |= 1 << UInt64(member & 63)
    }

    package func contains(_ member: Int) -> Bool {
        member >= 0 && member < size && words[member >> 6] & (1 << UInt64(member & 63)) != 0
    }

    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
    package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    package mutating func formUnion(_ other: RowSet) {
        precondition(size == other.size)
        for index in words.indices { words[index] |= other.words[index] }
    }

    package mutating func formIntersection(_ other: RowSet) {
        precondition(size == other.size)
        for index in words.indices { words[index] &= other.words[index] }
    }

    package mutating func subtract(_ other: RowSet) {
        precondition(size == other.size)
        for index in words.indices { words[index] &= ~other.words[index] }
    }

    package func union(_ other: RowSet) -> RowSet {
        var result = self
        result.formUnion(other)
        return result
    }

    package func intersection(_ other: RowSet) -> RowSet {
        var result = self
        result.formIntersection(other)
        return result
    }

    package func subtracting(_ other: RowSet) -> RowSet {
        var result = self
        result.subtract(other)
        return result
    }

    /// The numbers below `size` that are not in the set.
    package var complement: RowSet {
        var result = self
        for index in result.words.indices { result.words[index] = ~words[index] }
        if size & 63 != 0, let last = result.words.indices.last { result.words[last] &= (1 << UInt64(size & 63)) - 1 }
        return result
    }

    /// How many are in this set and not in the other. Builds no set.
    package func count(without other: RowSet) -> Int {
        precondition(size == other.size)
        var count = 0
        for index in words.indices { count += (words[index] & ~other.words[index]).nonzeroBitCount }
        return count
    }

    /// How many are in one of the two sets and not in both. Builds no set.
    package func countOfDifference(to other: RowSet) -> Int { count(without: other) + other.count(without: self) }

    /// Calls `body` with each member, ascending.
    package func forEach(_ body: (Int) -> Void) {
        for index in words.indices {
            var word = words[index]
            while word != 0 {
                body(index << 6 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }

    package var members: [Int] {
        var members: [Int] = []
        forEach { members.append($0) }
        return members
    }
}
