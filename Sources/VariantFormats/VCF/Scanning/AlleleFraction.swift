import Glibc

/// The allele fraction that a sample states: FORMAT AF, else AD of the allele over the sum of AD.
enum AlleleFraction {
    /// Of allele number `allele` (1 is the first ALT); not a number where the sample does not say.
    static func read(
        _ sample: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ layout: FormatLayout, allele: Int
    ) -> Float {
        if layout.fraction >= 0, let fraction = value(sample, end, field: layout.fraction, index: allele - 1), fraction.isFinite {
            return fraction
        }
        guard layout.depths >= 0 else { return .nan }
        var (sum, index) = (Float(0), 0)
        var own: Float?
        while let depth = value(sample, end, field: layout.depths, index: index) {
            guard depth.isFinite else { return .nan }
            if index == allele { own = depth }
            sum += depth
            index += 1
        }
        guard let own, sum > 0 else { return .nan }
        return own / sum
    }

    /// The `index`th number of a sample's `field`th value; not a number for a full stop; nil when there are fewer.
    private static func value(
        _ sample: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, field: Int, index: Int
    ) -> Float? {
        var (at, colons, commas) = (sample, field, index)
        while colons > 0 {
            guard at < end, at.pointee != Bytes.tab else { return nil }
            if at.pointee == Bytes.colon { colons -= 1 }
            at += 1
        }
        while commas > 0 {
            guard at < end, at.pointee != Bytes.tab, at.pointee != Bytes.colon else { return nil }
            if at.pointee == Bytes.comma { commas -= 1 }
            at += 1
        }
        var stop = at
        while stop < end, stop.pointee != Bytes.tab, stop.pointee != Bytes.colon, stop.pointee != Bytes.comma { stop += 1 }
        let text = UnsafeBufferPointer(start: at, count: stop - at)
        guard ValueScan.isFloat(Slice(base: text, bounds: 0..<text.count), true) else { return .nan }
        // strtof stops at the separator: it is no part of a number.
        return strtof(UnsafeRawPointer(at).assumingMemoryBound(to: CChar.self), nil)
    }
}
