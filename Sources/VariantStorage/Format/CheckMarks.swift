internal import Synchronization

/// Which parts of a file have been proved good: a bit a part, set once, by any thread.
///
/// `@unchecked Sendable`: the words are atomic.
final class CheckMarks: @unchecked Sendable {
    private let words: UnsafeMutablePointer<Atomic<UInt64>>
    private let count: Int

    init(_ parts: Int) {
        count = max((parts + 63) / 64, 1)
        words = .allocate(capacity: count)
        for word in 0..<count { (words + word).initialize(to: Atomic(0)) }
    }

    deinit {
        words.deinitialize(count: count)
        words.deallocate()
    }

    @inline(__always)
    func has(_ part: Int) -> Bool { words[part >> 6].load(ordering: .acquiring) & (1 << UInt64(part & 63)) != 0 }

    func set(_ part: Int) { words[part >> 6].bitwiseOr(1 << UInt64(part & 63), ordering: .releasing) }
}
