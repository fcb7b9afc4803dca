import Questions
import Testing

/// Bits against Swift's own sets.
@Suite struct RowSetTests {
    @Test(arguments: [0, 1, 63, 64, 65, 128, 1000])
    func `Sets of bits behave as sets`(size: Int) {
        var random = SplitMix(seed: UInt64(size) + 31)
        for _ in 0..<20 {
            let a = Set((0..<size).filter { _ in random.chance(30) })
            let b = Set((0..<size).filter { _ in random.chance(60) })
            let (x, y) = (RowSet(size: size, a), RowSet(size: size, b))
            #expect(x.members == a.sorted())
            #expect(x.count == a.count)
            #expect(x.isEmpty == a.isEmpty)
            #expect(Set(x.union(y).members) == a.union(b))
            #expect(Set(x.intersection(y).members) == a.intersection(b))
            #expect(Set(x.subtracting(y).members) == a.subtracting(b))
            #expect(Set(x.complement.members) == Set(0..<size).subtracting(a))
            #expect(x.complement.complement == x)
            #expect(x.count(without: y) == a.subtracting(b).count)
            #expect(x.countOfDifference(to: y) == a.symmetricDifference(b).count)
            #expect((0..<size).allSatisfy { x.contains($0) == a.contains($0) })
            #expect(RowSet.all(size: size).count == size)
        }
    }

    @Test func `Numbers outside the size are not taken`() {
        #expect(RowSet(size: 10, [-1, 3, 10, 64]).members == [3])
        #expect(!RowSet.all(size: 10).contains(10))
        #expect(!RowSet.all(size: 10).contains(-1))
    }
}
