/// A column of plain numbers that grows at the end and keeps its memory.
struct CallColumn<Value: BitwiseCopyable>: ~Copyable {
    private var memory: UnsafeMutablePointer<Value>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 1 << 12
        memory = .allocate(capacity: capacity)
    }

    init(zeros count: Int) {
        capacity = max(count, 1)
        memory = .allocate(capacity: capacity)
        fillWithZeros(count)
    }

    deinit { memory.deallocate() }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count &+ more > capacity { grow(count + more) }
    }

    @inline(never)
    private mutating func grow(_ needed: Int) {
        let larger = max(needed, 2 * capacity)
        let target = UnsafeMutablePointer<Value>.allocate(capacity: larger)
        target.update(from: memory, count: count)
        memory.deallocate()
        memory = target
        capacity = larger
    }

    @inline(__always)
    mutating func add(_ value: Value) {
        reserve(1)
        append(value)
    }

    /// Room must have been reserved.
    @inline(__always)
    mutating func append(_ value: Value) {
        memory[count] = value
        count &+= 1
    }

    /// Makes room for `length` values, whose contents are then whatever was there.
    mutating func resize(_ length: Int) {
        count = 0
        reserve(length)
        count = length
    }

    /// `length` values of all zero bits.
    mutating func fillWithZeros(_ length: Int) {
        resize(length)
        UnsafeMutableRawPointer(memory).initializeMemory(
            as: UInt8.self, repeating: 0, count: length * MemoryLayout<Value>.stride)
    }

    @inline(__always)
    subscript(index: Int) -> Value {
        get { memory[index] }
        set { memory[index] = newValue }
    }

    func values(_ range: Range<Int>) -> UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(start: memory + range.lowerBound, count: range.count)
    }
}
