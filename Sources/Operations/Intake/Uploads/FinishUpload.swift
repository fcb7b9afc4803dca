/// Hands an upload that is whole to the intake, and clears it away when the intake has answered: the receipt says what became of it, checksums
/// included, and quarantine keeps what has to be mended.
package struct FinishUpload: Sendable {
    package let partition: Partition
    package let id: String

    package init(partition: Partition, id: String) {
        self.partition = partition
        self.id = id
    }

    /// Throws `UploadError.incomplete` while files are missing.
    package func run() async throws -> SubmissionReceipt {
        let session = try UploadSession.open(id, in: partition)
        guard session.missing.isEmpty else { throw UploadError(.incomplete(session.missing)) }
        // A file of no bytes has had no piece.
        for file in session.files where file.bytes == 0 && !file.isKept {
            try UploadPiece(file.name, of: session, at: 0, in: partition).sync()
        }
        let manifest = UploadSession.folder(id, in: partition) + "/" + UploadSession.manifestName
        let receipt = try await SubmitCallSets(partition: partition, manifest: manifest).run()
        try UploadSession.remove(id, in: partition)
        return receipt
    }
}
