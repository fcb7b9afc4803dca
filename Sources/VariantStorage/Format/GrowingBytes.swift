/// Bytes that grow at the end, in little-endian order: what blocks and files are put together in.
///
/// Its own memory rather than `[UInt8]`: an append is a store and one comparison, without a uniqueness check.
struct GrowingBytes: ~Copyable {
    private var memory: UnsafeMutableRawPointer
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 1024) {
        self.capacity = max(capacity, 64)
        memory = .allocate(byteCount: self.capacity, alignment: 8)
    }

    deinit { memory.deallocate() }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(count + more) }
    }

    @inline(never)
    private mutating func grow(_ needed: Int) {
        let larger = max(needed, capacity * 2)
        let target = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 8)
        target.copyMemory(from: memory, byteCount: count)
        memory.deallocate()
        memory = target
        capacity = larger
    }

    mutating func removeAll() { count = 0 }

    /// Forgets what was appended after the first `length` bytes.
    mutating func truncate(to length: Int) {
        precondition(length <= count)
        count = length
    }

    @inline(__always)
    mutating func append(_ value: UInt8) {
        reserve(1)
        memory.storeBytes(of: value, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    @inline(__always)
    mutating func append<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value) {
        let size = MemoryLayout<Value>.size
        reserve(size)
        memory.storeBytes(of: value.littleEndian, toByteOffset: count, as: Value.self)
        count += size
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (memory + count).copyMemory(from: start, byteCount: bytes.count)
        count += bytes.count
    }

    mutating func append(_ text: [UInt8]) {
        text.withUnsafeBytes { append($0) }
    }

    /// Seven bits a byte, the lowest first, the top bit set on all but the last (LEB128).
    @inline(__always)
    mutating func appendVarint(_ value: UInt32) {
        reserve(5)
        var rest = value
        while rest >= 0x80 {
            memory.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: count, as: UInt8.self)
            count += 1
            rest >>= 7
        }
        memory.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: count, as: UInt8.self)
        count += 1
    }

    mutating func appendZeros(_ number: Int) {
        reserve(number)
        (memory + count).initializeMemory(as: UInt8.self, repeating: 0, count: number)
        count += number
    }

    /// Zeros up to the next multiple of eight.
    mutating func align() { appendZeros((8 - count % 8) % 8) }

    /// Sets one bit of a bitmap that begins at `start`.
    @inline(__always)
    mutating func setBit(_ index: Int, from start: Int) {
        let place = start + index >> 3
        precondition(place < count)
        let old = memory.load(fromByteOffset: place, as: UInt8.self)
        memory.storeBytes(of: old | 1 << UInt8(index & 7), toByteOffset: place, as: UInt8.self)
    }
}
