import Glibc

/// Numbers as VCF has them. The C library takes ten times as long and needs a list of arguments for each.
enum NumberText {
    static func append(_ integer: Int, to bytes: inout [UInt8]) {
        var rest = integer.magnitude
        if integer < 0 { bytes.append(UInt8(ascii: "-")) }
        if rest < 10 { return bytes.append(Bytes.zero + UInt8(truncatingIfNeeded: rest)) }
        let start = bytes.count
        while rest > 0 {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes.append(Bytes.zero + UInt8(truncatingIfNeeded: digit))
            rest = quotient
        }
        bytes[start...].reverse()
    }

    /// As `%.6g`.
    static func append(_ float: Double, to bytes: inout [UInt8]) {
        var magnitude = float.magnitude
        if float.sign == .minus { bytes.append(UInt8(ascii: "-")) }
        guard magnitude.isFinite else { return bytes.append(contentsOf: "inf".utf8) }
        if magnitude < 1e6, magnitude == magnitude.rounded(.down) { return append(Int(magnitude), to: &bytes) }
        var exponent = 0
        // Subnormal numbers would overflow the scale below.
        while magnitude < 1e-280 {
            magnitude *= 1e20
            exponent -= 20
        }
        let ownExponent = power(of: magnitude)
        let scale = 5 - ownExponent
        // Both factors are exact up to 10^22; ties go to even, as the C library has them.
        var digits = Int(
            (scale >= 0 ? magnitude * tenTo(scale) : magnitude / tenTo(-scale)).rounded(.toNearestOrEven))
        exponent += ownExponent
        if digits == 1_000_000 {
            digits = 100_000
            exponent += 1
        }
        appendDigits(digits, exponent, to: &bytes)
    }

    /// The largest `n` for which 10^n is at most `magnitude`.
    private static func power(of magnitude: Double) -> Int {
        var power = Int(log10(magnitude).rounded(.down))
        while tenTo(power) > magnitude { power -= 1 }
        while tenTo(power + 1) <= magnitude { power += 1 }
        return power
    }

    private static let tens: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
        1e21, 1e22,
    ]

    private static func tenTo(_ power: Int) -> Double {
        if tens.indices.contains(power) { return tens[power] }
        return power < 0 && tens.indices.contains(-power) ? 1 / tens[-power] : pow(10, Double(power))
    }

    /// Six digits, of which the first stands for 10^`exponent`.
    private static func appendDigits(_ six: Int, _ exponent: Int, to bytes: inout [UInt8]) {
        var (digits, count) = (six, 6)
        while count > 1, digits % 10 == 0 {
            digits /= 10
            count -= 1
        }
        if exponent >= 0, exponent < 6 {
            // Digits before the point, and those that zeros were cut off from.
            let behind = count - 1 - exponent
            if behind <= 0 {
                for _ in 0..<(-behind) { digits *= 10 }
                return append(digits, to: &bytes)
            }
            append(digits, to: &bytes)
            bytes.insert(Bytes.dot, at: bytes.count - behind)
        } else if exponent < 0, exponent >= -4 {
            bytes.append(contentsOf: "0.".utf8)
            for _ in 1..<(-exponent) { bytes.append(Bytes.zero) }
            append(digits, to: &bytes)
        } else {
            append(digits, to: &bytes)
            if count > 1 { bytes.insert(Bytes.dot, at: bytes.count - count + 1) }
            bytes.append(UInt8(ascii: "e"))
            bytes.append(UInt8(ascii: exponent < 0 ? "-" : "+"))
            if abs(exponent) < 10 { bytes.append(Bytes.zero) }
            append(abs(exponent), to: &bytes)
        }
    }
}
