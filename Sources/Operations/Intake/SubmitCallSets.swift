internal import StructuredText
internal import VariantStorage

/// Takes in one submission: the manifest and the files beside it, all of it or nothing.
///
/// What has been received is durable before anything is answered. The same content is one submission, however often it is sent: a
/// submission that is available answers with its receipt, one in quarantine is tried again with the files that lie there now. Waits
/// while another submission is being taken in. Throws `RegularFile.Refusal` for a manifest that cannot be opened, and the errors of the
/// machine, after which the submission goes on when the partition is next opened.
package struct SubmitCallSets: Sendable {
    package let partition: Partition
    /// The path of `manifest.json`; its files lie beside it.
    package let manifest: String

    package init(partition: Partition, manifest: String) {
        self.partition = partition
        self.manifest = manifest
    }

    package func run() async throws -> SubmissionReceipt {
        let bytes = try SubmitCallSets.bytes(of: manifest)
        let folder = SubmitCallSets.folder(of: manifest)
        return try await partition.changing {
            switch try ReceiveSubmission(partition: partition, folder: folder, bytes: bytes).run() {
            case .known(let receipt): receipt
            case .received(let id, let failure): try await ProcessSubmission(partition: partition, id: id).run(failure)
            }
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A manifest larger than any real one comes back cut, so that it is refused as what it is.
    private static func bytes(of path: String) throws(RegularFile.Refusal) -> [UInt8] {
        let file = try RegularFile(path: path)
        var bytes: [UInt8] = []
        while bytes.count <= JSONReader.sizeLimit {
            let piece = try file.read(JSONReader.sizeLimit + 1 - bytes.count)
            guard !piece.isEmpty else { break }
            bytes += piece
        }
        return bytes
    }
}
