/// The text of a call file, whatever it is stored as.
enum TextSource {
    case text(BGZFSource)
    case bcf(BCFSource)

    /// Looks at the first bytes to tell BCF from text.
    init(path: String, threads: Int) throws(FormatError) {
        let probe = try BGZFSource(path: path, threads: 0)
        if probe.size > 0 {
            var magic: (UInt8, UInt8, UInt8) = (0, 0, 0)
            var got = 0
            try withUnsafeMutableBytes(of: &magic) { bytes throws(FormatError) in
                if let base = bytes.baseAddress { got = try probe.read(into: base, count: 3) }
            }
            if got == 3, magic == (UInt8(ascii: "B"), UInt8(ascii: "C"), UInt8(ascii: "F")) {
                self = .bcf(try BCFSource(path: path, threads: threads))
                return
            }
            self = .text(try BGZFSource(path: path, threads: threads))
        } else {
            self = .text(probe)
        }
    }

    func read(into buffer: UnsafeMutableRawPointer, count: Int) throws(FormatError) -> Int {
        switch self {
        case .text(let source): try source.read(into: buffer, count: count)
        case .bcf(let source): try source.read(into: buffer, count: count)
        }
    }

    var size: Int {
        switch self {
        case .text(let source): source.size
        case .bcf(let source): source.size
        }
    }

    var offset: Int {
        switch self {
        case .text(let source): source.offset
        case .bcf(let source): source.offset
        }
    }
}
