/// A code of a system, in the form in which the platform compares it.
package struct Code: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let system: CodeSystem
    /// Without the system's prefix: `C50.9`, `0001250`, `LUAD`.
    package let value: String

    /// Nil where `value` cannot be a code of `system`. ICD-10 is taken with or without its point and kept with it.
    package init?(_ system: CodeSystem, _ value: String) {
        guard let normal = Code.normal(value, in: system) else { return nil }
        self.system = system
        self.value = normal
    }

    /// Reads `HP:0001250`, `ICD10:C50.9`, `SCT:254837009`.
    package init?(_ text: some StringProtocol) {
        guard let colon = text.firstIndex(of: ":"), let system = CodeSystem(named: text[..<colon]) else { return nil }
        self.init(system, String(text[text.index(after: colon)...]))
    }

    package var description: String { system.prefix + ":" + value }

    package static func < (a: Code, b: Code) -> Bool {
        (a.system.rawValue, a.value) < (b.system.rawValue, b.value)
    }

    private static func normal(_ text: String, in system: CodeSystem) -> String? {
        // Some signs outside ASCII become two letters of it in upper case.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let upper = text.uppercased()
        let bytes = Array(upper.utf8)
        // Without the point that may stand after the third sign and before a fourth.
        let hasPoint = bytes.count > 4 && bytes[3] == UInt8(ascii: ".")
        let plain = hasPoint ? Array(bytes[..<3] + bytes[4...]) : bytes
        func isDigits(_ part: some Collection<UInt8>) -> Bool {
            !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        func isLetters(_ part: some Collection<UInt8>) -> Bool {
            !part.isEmpty && part.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        }
        switch system {
        case .icd10:
            // A letter and two digits, then up to three more (C50.9, S72.00, and the Swedish extensions with a letter, J96.9A).
            guard (3...6).contains(plain.count), isLetters(plain[..<1]), isDigits(plain[1..<3]),
                plain[3...].allSatisfy({ isDigits([$0]) || isLetters([$0]) })
            else { return nil }
            let code = String(decoding: plain, as: UTF8.self)
            return plain.count == 3 ? code : code.prefix(3) + "." + code.dropFirst(3)
        case .icdOTopography:
            guard plain.count == 3 || plain.count == 4, plain[0] == UInt8(ascii: "C"), isDigits(plain[1...]) else { return nil }
            let code = String(decoding: plain, as: UTF8.self)
            return plain.count == 3 ? code : code.prefix(3) + "." + code.dropFirst(3)
        case .icdOMorphology:
            // Four digits and a behaviour: 8140/3.
            guard bytes.count == 6, isDigits(bytes[..<4]), bytes[4] == UInt8(ascii: "/"), isDigits(bytes[5...]) else {
                return nil
            }
            return upper
        case .snomedCT: return (6...18).contains(bytes.count) && isDigits(bytes) ? upper : nil
        case .orpha: return (1...7).contains(bytes.count) && isDigits(bytes) ? upper : nil
        case .omim: return bytes.count == 6 && isDigits(bytes) ? upper : nil
        case .hpo: return bytes.count == 7 && isDigits(bytes) ? upper : nil
        case .doid: return (1...8).contains(bytes.count) && isDigits(bytes) ? upper : nil
        case .oncotree:
            // Two of its codes have a sign: HCL-V and MDS/MPN.
            return (2...20).contains(bytes.count)
                && bytes.allSatisfy({ isLetters([$0]) || isDigits([$0]) || "_-/".utf8.contains($0) })
                ? upper : nil
        case .atc:
            // L, L01, L01E, L01EA, L01EA01.
            let shape: [(some: Int, isLetter: Bool)] = [(1, true), (3, false), (4, true), (5, true), (7, false)]
            guard let last = shape.first(where: { $0.some == bytes.count }), isLetters(bytes[..<1]) else { return nil }
            return bytes.indices.allSatisfy { index in
                index == 1 || index == 2 || index > 4 ? isDigits([bytes[index]]) : isLetters([bytes[index]])
            } && last.some == bytes.count ? upper : nil
        }
    }
}
