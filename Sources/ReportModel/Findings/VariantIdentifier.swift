package import GenomeModel

/// A small variant with the assembly that its position belongs to: `GRCh38:17-43093464-G-A`, 1-based, REF and ALT as in VCF.
package struct VariantIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let assembly: Assembly
    /// Trimmed and left-aligned, as the index keeps it; two regions that do not normalise do not meet.
    package let variant: Variant

    package init(assembly: Assembly, variant: Variant) {
        self.assembly = assembly
        self.variant = variant
    }

    /// Reads what `description` writes; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard let colon = text.firstIndex(of: ":"), let assembly = Assembly(rawValue: String(text[..<colon])) else { return nil }
        let parts = text[text.index(after: colon)...].split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, let contig = Contig(name: parts[0]), contig.name == parts[0],
            parts[1].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = UInt32(parts[1]), let position = Position(number),
            let variant = Variant(
                contig: contig, position: position, reference: String(parts[2]), alternate: String(parts[3]))
        else { return nil }
        self.init(assembly: assembly, variant: variant)
    }

    package var description: String { "\(assembly.rawValue):\(variant.notation)" }

    package static func < (a: VariantIdentifier, b: VariantIdentifier) -> Bool {
        a.assembly == b.assembly ? a.variant < b.variant : a.assembly.rawValue < b.assembly.rawValue
    }
}
