extension [UInt8] {
    /// The other strand of upper-case bases; anything but A, C, G and T stays what it is.
    var reverseComplement: [UInt8] {
        reversed().map { base in
            switch base {
            case UInt8(ascii: "A"): UInt8(ascii: "T")
            case UInt8(ascii: "C"): UInt8(ascii: "G")
            case UInt8(ascii: "G"): UInt8(ascii: "C")
            case UInt8(ascii: "T"): UInt8(ascii: "A")
            default: base
            }
        }
    }
}
