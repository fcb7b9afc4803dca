package import NIOCore

/// One address, `10.0.0.7`, or a network, `10.0.0.0/24`; of IPv4 or IPv6.
package struct NetworkRange: Hashable, Sendable, CustomStringConvertible {
    /// Four or sixteen, in the order of the network.
    private let bytes: [UInt8]
    /// How many of the first bits an address has to share.
    private let bits: Int

    package var description: String
    /// It holds every address there is.
    package var isEverybody: Bool { bits == 0 }

    /// Nil for a name, for what is no address, and for a network whose address has bits set behind its length.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = parts.first, let bytes = NetworkRange.bytes(String(address)) else { return nil }
        var bits = bytes.count * 8
        if parts.count == 2 {
            guard let length = Int(parts[1]), (0...bits).contains(length), parts[1].allSatisfy(\.isNumber) else { return nil }
            bits = length
        }
        guard NetworkRange.masked(bytes, bits) == bytes else { return nil }
        self.bytes = bytes
        self.bits = bits
        description = text
    }

    /// An address of IPv4 that comes over a socket of IPv6 (`::ffff:10.0.0.7`) counts as what it is.
    package func contains(_ address: SocketAddress) -> Bool {
        guard let text = address.ipAddress, let other = NetworkRange.bytes(text), other.count == bytes.count else { return false }
        return NetworkRange.masked(other, bits) == bytes
    }

    private static func masked(_ bytes: [UInt8], _ bits: Int) -> [UInt8] {
        bytes.enumerated().map { place, byte in
            let kept = min(max(bits - place * 8, 0), 8)
            return kept == 0 ? 0 : byte & UInt8(truncatingIfNeeded: 0xFF << (8 - kept))
        }
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        // The zone of a link-local address is this machine's own word.
        let plain = text.prefix { $0 != "%" }
        if let four = four(plain) { return four }
        guard let bytes = sixteen(plain) else { return nil }
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return isMapped ? Array(bytes.suffix(4)) : bytes
    }

    /// Four plain numbers with dots between them.
    private static func four(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } && ($0 == "0" || !$0.hasPrefix("0")) }
        let bytes = parts.compactMap { UInt8($0) }
        return parts.count == 4 && isPlain && bytes.count == 4 ? bytes : nil
    }

    /// Eight groups (RFC 4291 section 2.2), of which `::` leaves out some that are zero; the last two may be an address of IPv4.
    private static func sixteen(_ text: Substring) -> [UInt8]? {
        guard let gap = text.firstRange(of: "::") else {
            let bytes = groups(text)
            return bytes?.count == 16 ? bytes : nil
        }
        let (before, after) = (text[..<gap.lowerBound], text[gap.upperBound...])
        guard !after.contains("::"), !after.hasPrefix(":"), let first = before.isEmpty ? [] : groups(before, mayEndInFour: false),
            let last = after.isEmpty ? [] : groups(after), first.count + last.count <= 14
        else { return nil }
        return first + [UInt8](repeating: 0, count: 16 - first.count - last.count) + last
    }

    private static func groups(_ text: Substring, mayEndInFour: Bool = true) -> [UInt8]? {
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            if mayEndInFour, place == parts.count - 1, let four = four(part) {
                bytes += four
            } else {
                guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit), let group = UInt16(part, radix: 16) else {
                    return nil
                }
                bytes += [UInt8(truncatingIfNeeded: group >> 8), UInt8(truncatingIfNeeded: group)]
            }
        }
        return bytes
    }
}
