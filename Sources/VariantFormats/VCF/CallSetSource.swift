public import GenomeModel

/// One call set to take from a file: which sample, and what the rest of the platform calls it.
public struct CallSetSource: Hashable, Sendable {
    /// The call set's name; the reader does not use it.
    public var name: String
    /// The sample's name in the file; nil for the file's only sample.
    public var sample: String?
    public var sex: Sex

    public init(name: String, sample: String?, sex: Sex) {
        self.name = name
        self.sample = sample
        self.sex = sex
    }
}
