import Glibc

/// The lines of a text, one at a time, in a buffer that grows with the longest line.
///
/// A line stays valid until the next is asked for. At least `padding` readable bytes follow every line, so that the
/// scanner may load eight bytes anywhere in it.
struct LineBuffer: ~Copyable {
    static let padding = 64
    /// Half of it fits the second-level cache of the machines we measured on; larger was slower.
    static let initialCapacity = 256 * 1024
    /// No real line comes near it; what does is not a call file.
    static let longestLine = 1 << 30

    /// Text from which on the expansion of a file is judged.
    static let judgedFrom = 64 << 20

    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var start = 0
    private var end = 0
    private var sourceHasEnded = false
    private let source: TextSource
    private let path: String
    private let expansionLimit: Int?
    private let textLimit: Int?
    private var textBytes = 0
    /// 1-based number of the line last handed out.
    private(set) var line = 0
    /// The line last handed out is the file's last and has no newline.
    private(set) var isUnended = false

    init(source: TextSource, path: String, expansionLimit: Int? = nil, textLimit: Int? = nil) {
        self.source = source
        self.path = path
        self.expansionLimit = expansionLimit
        self.textLimit = textLimit
        capacity = LineBuffer.initialCapacity
        base = .allocate(capacity: capacity + LineBuffer.padding)
        base.initialize(repeating: 0, count: capacity + LineBuffer.padding)
    }

    deinit { base.deallocate() }

    /// Bytes of the stored file consumed so far, and its size.
    var progress: (read: Int, total: Int) { (source.offset, source.size) }

    /// The next line without its newline, or nil at the end.
    mutating func next() throws(FormatError) -> UnsafeBufferPointer<UInt8>? {
        var searched = start
        while true {
            if let found = memchr(base + searched, 10, end - searched) {
                let newline = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
                let first = UnsafePointer(base + start)
                let length = newline - first
                start += length + 1
                line &+= 1
                return UnsafeBufferPointer(start: first, count: length)
            }
            searched = end
            if sourceHasEnded {
                guard start < end else { return nil }
                let rest = UnsafeBufferPointer(start: UnsafePointer(base + start), count: end - start)
                // The walks over values stop at the byte after a line.
                base[end] = 10
                start = end
                line &+= 1
                isUnended = true
                return rest
            }
            let shift = start
            try refill()
            searched -= shift
        }
    }

    /// Moves what is left to the front and reads behind it.
    private mutating func refill() throws(FormatError) {
        let left = end - start
        if left == capacity {
            guard capacity < LineBuffer.longestLine else {
                throw FormatError(
                    .lineTooLong, file: path, line: line + 1, message: "A line is longer than 1 GiB.",
                    remedy: "Check that this is a VCF file.")
            }
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + LineBuffer.padding)
            larger.update(from: base + start, count: left)
            (larger + left).initialize(repeating: 0, count: capacity * 2 + LineBuffer.padding - left)
            base.deallocate()
            base = larger
            capacity *= 2
        } else if start > 0, left > 0 {
            memmove(base, base + start, left)
        }
        start = 0
        let got = try source.read(into: base + left, count: capacity - left)
        end = left + got
        if got == 0 { sourceHasEnded = true }
        textBytes &+= got
        if let expansionLimit, textBytes > LineBuffer.judgedFrom, textBytes / expansionLimit > source.size {
            throw FormatError(
                .expandsTooMuch, file: path, line: line + 1,
                message: "The file becomes more than \(expansionLimit) times as large when it is decompressed.",
                remedy: "Check that this is a call file; submit it less compressed (bgzip) if it is.")
        }
        if let textLimit, textBytes > textLimit {
            throw FormatError(
                .expandsTooMuch, file: path, line: line + 1,
                message: "The file becomes larger than \(textLimit) bytes when it is decompressed.",
                remedy: "Check that this is a call file; send it in parts if it is.")
        }
    }
}
