/// Why the index could not do what it was asked. A fact: the sentence and its remedy are made in `description`.
///
/// No description holds a genotype, a coordinate or the name of a call set.
public struct StorageError: Error, Hashable, Sendable {
    /// What happened.
    public enum Code: Hashable, Sendable {
        /// Another process is writing to this index.
        case busy
        /// The directory holds no index.
        case notAnIndex
        /// The directory already holds an index, or something else.
        case alreadyExists
        /// The store was written by a later version of the format.
        case newerFormat(Int)
        /// Bytes on disk are not what was written.
        case damaged(Damage)
        /// An operating-system call failed, with its `errno`.
        case system(call: String, errno: Int32)
        /// The name is already used by a live call set.
        case callSetExists
        /// No live call set has the name.
        case callSetUnknown
        /// One name twice in what was submitted.
        case callSetRepeated
        /// A name is empty, too long (more than 255 bytes) or has control characters.
        case badName
        case assayUnknown
        /// The assay exists with other targets.
        case assayDiffers
        /// Calls of another call set list, origin or assembly than the segment being built.
        case inconsistentBatch
        /// More call sets or calls than one segment can number.
        case tooLarge
    }

    /// What is wrong with a damaged store.
    public enum Damage: String, Hashable, Sendable {
        case manifestChecksum = "the manifest's checksum does not match"
        case manifestSyntax = "the manifest has a line that is not understood"
        case missingFile = "a file that the manifest names is missing"
        case fileLength = "the file's length is not the one in the manifest"
        case trailer = "the trailer is not a segment's, or its checksum does not match"
        case directory = "the block directory contradicts the file"
        case callSetTable = "the table of call sets contradicts the file"
        case blockChecksum = "a block's checksum does not match"
        case blockStructure = "a block's content contradicts the format"
        case keyOrder = "variants are out of order"
        case totals = "the totals in the trailer are not those of the blocks"
        case overlap = "two segments hold the same call set"
        case targets = "the assay's targets do not match their checksum"
        case strayFile = "the store holds a file that the manifest does not name"
        case strayBytes = "bytes between the parts of a file are not zero"
        case alleles = "a variant's key is not that of its alleles"
        case annotationTrailer = "the trailer is not an annotation file's, or its checksum does not match"
        case dictionary = "the dictionary of an annotation file contradicts the file"
        case postings = "the lists of an annotation file contradict its variants"
        case annotationSource = "an annotation file is of another version than its name says"
    }

    public let code: Code
    /// The file or directory concerned.
    public let place: String

    public init(_ code: Code, place: String) {
        self.code = code
        self.place = place
    }
}

extension StorageError: CustomStringConvertible {
    public var description: String { "\(place): \(sentence)" }

    private var sentence: String {
        switch code {
        case .busy: "another process is writing to this index. Wait until it has ended, and try again."
        case .notAnIndex: "this is not an index. Make one with: samsyn index create DIR --assembly GRCh38"
        case .alreadyExists: "the directory already holds something. Choose a directory that is empty or does not exist."
        case .newerFormat(let version):
            "the store has format version \(version), which this program does not know. Use a newer samsyn."
        case .damaged(let damage):
            "the store is damaged: \(damage.rawValue). Restore the directory from a backup, or add its call sets anew."
        case .system(let call, let number):
            "\(call) failed: \(systemMessage(number)). Check the path, the permissions and the free space, and try again."
        case .callSetExists: "a call set of that name is already in the index. Use samsyn index replace for a re-analysis."
        case .callSetUnknown: "no call set has that name. samsyn index stats lists how many there are."
        case .callSetRepeated: "the same call set is named twice. Give each call set one row."
        case .badName: "a name must have 1 to 255 bytes and no control characters."
        case .assayUnknown: "the assay is not defined. Define it first: samsyn index assay DIR NAME (--targets BED | --genome)"
        case .assayDiffers: "the assay is already defined with other targets. Give the new version a name of its own."
        case .inconsistentBatch: "the calls belong to other call sets than those being added."
        case .tooLarge: "too many call sets or calls for one segment. Add them in several sheets."
        }
    }
}
