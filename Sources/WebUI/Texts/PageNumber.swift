package import StructuredText

/// Numbers as people write them: Swedish with a space between thousands and a decimal comma, English with commas and a point.
package enum PageNumber {
    /// `12 345`, `12,345`. The space does not break.
    package static func whole(_ number: Int, _ language: Language) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            // Four digits stand together, as both languages' rules for tables allow.
            if place > 0, digits.count > 4, (digits.count - place) % 3 == 0 { grouped += language(sv: "\u{A0}", en: ",") }
            grouped.append(digit)
        }
        return (number < 0 ? "\u{2212}" : "") + grouped
    }

    /// With so many decimals: `3,14`.
    package static func decimal(_ number: Double, decimals: Int, _ language: Language) -> String {
        guard number.isFinite, abs(number) < 1e12 else { return language(sv: "saknas", en: "none") }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let rounded = Int((abs(number) * scale).rounded())
        let (ones, rest) = (rounded / Int(scale), rounded % Int(scale))
        let sign = number < 0 && rounded > 0 ? "\u{2212}" : ""
        guard decimals > 0 else { return sign + whole(ones, language) }
        let fraction = String(rest)
        return sign + whole(ones, language) + language(sv: ",", en: ".")
            + String(repeating: "0", count: decimals - fraction.count) + fraction
    }

    /// `12,5 %`, `12.5%`.
    package static func percent(_ share: Double, decimals: Int = 1, _ language: Language) -> String {
        decimal(share * 100, decimals: decimals, language) + language(sv: "\u{A0}%", en: "%")
    }

    /// A frequency with three significant digits, however rare: `0,00123`, `0`; below one in ten million as `3,2 × 10⁻⁸`.
    package static func frequency(_ share: Double, _ language: Language) -> String {
        guard share.isFinite, share > 0 else { return "0" }
        var (decimals, probe) = (2, share)
        while probe < 0.1, decimals < 9 {
            probe *= 10
            decimals += 1
        }
        guard decimals < 9 else {
            var (mantissa, exponent) = (share, 0)
            while mantissa < 1 {
                mantissa *= 10
                exponent -= 1
            }
            let digits = String(-exponent).compactMap { $0.wholeNumberValue }.map { Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0] }
            return decimal(mantissa, decimals: 1, language) + " × 10⁻" + String(digits)
        }
        return decimal(share, decimals: share >= 1 ? 2 : decimals + (probe < 1 ? 1 : 0), language)
    }
}
