public import GenomeModel

/// A call set as a segment knows it: a name, what was looked at, and how many copies of X and Y to expect.
public struct StoredCallSet: Hashable, Sendable {
    /// 1 to 255 bytes of UTF-8 without control characters; unique among the live call sets of an index.
    public let name: String
    public let sex: Sex
    /// The number under which the manifest lists the assay.
    public let assay: UInt32

    public init(name: String, sex: Sex, assay: UInt32) {
        self.name = name
        self.sex = sex
        self.assay = assay
    }

    /// Throws `badName` for a name that the store cannot hold.
    public static func checkName(_ name: String, place: String) throws(StorageError) {
        let bytes = name.utf8
        guard (1...255).contains(bytes.count), !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw StorageError(.badName, place: place)
        }
    }
}
