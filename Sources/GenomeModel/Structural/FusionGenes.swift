/// The two genes of a fusion, as its file names them: by convention the 5′ partner first.
public struct FusionGenes: Hashable, Sendable {
    /// Nil where the file leaves it open.
    public let first: String?
    public let second: String?

    /// Nil where neither gene is named, or a name has more than 255 bytes or control characters.
    public init?(_ first: String?, _ second: String?) {
        guard first != nil || second != nil, FusionGenes.isName(first), FusionGenes.isName(second) else { return nil }
        self.first = first
        self.second = second
    }

    private static func isName(_ name: String?) -> Bool {
        guard let bytes = name?.utf8 else { return true }
        return (1...255).contains(bytes.count) && !bytes.contains { $0 < 0x20 || $0 == 0x7F }
    }
}
