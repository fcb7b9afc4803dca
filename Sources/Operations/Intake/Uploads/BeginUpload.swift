internal import Foundation
internal import Records
package import StructuredText
internal import VariantStorage

/// Takes the manifest of a submission whose files will come piece by piece. The same manifest is the same upload, however often it is sent.
package struct BeginUpload: Sendable {
    package enum Outcome: Sendable {
        /// The submission was taken in before.
        case known(SubmissionReceipt)
        case begun(UploadSession)
        /// Begun before, and under way.
        case underWay(UploadSession)
    }

    package let partition: Partition
    package let manifest: JSONValue
    /// Bytes that one file may have: the least of the partition's and the node's limits.
    let fileLimit: Int

    /// `uploadLimit` is what the node takes of one file, in bytes.
    package init(partition: Partition, manifest: JSONValue, uploadLimit: Int = .max) {
        self.partition = partition
        self.manifest = manifest
        fileLimit = min(uploadLimit, partition.settings.fileLimit)
    }

    /// Throws `UploadError` for a manifest that is not one, for files that are too large and for too many uploads at once.
    package func run() throws -> Outcome {
        let written: SubmissionManifest
        switch SubmissionManifest.read(manifest) {
        case .faults(let faults): throw UploadError(.manifest(faults))
        case .manifest(let read): written = read
        }
        let bytes = manifest.canonicalBytes
        // As it was written, for whoever has to mend it; the name goes by the content alone.
        let indented = Array(manifest.indentedText.utf8)
        let kept = indented.count <= JSONReader.sizeLimit ? indented : bytes
        let id = "sub-" + partition.identity.keyedDigest(of: bytes).prefix(16)
        if let known = try partition.records.submission(id: id), known.state == .available || known.state == .superseded {
            if let receipt = known.receipt.flatMap({ try? JSONReader.read($0) }).flatMap({ SubmissionReceipt($0) }) {
                return .known(receipt)
            }
            throw PartitionError(.wrongState("destroyed"), place: id)
        }
        guard written.files.allSatisfy({ $0.name != UploadSession.manifestName }) else { throw UploadError(.unknownFile) }
        guard written.files.allSatisfy({ $0.bytes <= fileLimit }) else {
            throw UploadError(.fileTooLarge(limit: fileLimit))
        }
        if let session = try? UploadSession.open(id, in: partition) { return .underWay(session) }
        try removeForgotten()
        guard UploadSession.all(in: partition).count < UploadSession.limit else { throw UploadError(.tooManyUploads) }
        let folder = UploadSession.folder(id, in: partition)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // Under another name first: a session is there when its manifest is whole.
        try partition.fileSystem.replace(folder + "/" + UploadSession.manifestName, in: folder, with: kept)
        return .begun(try UploadSession.open(id, in: partition))
    }

    /// Removes sessions into which nothing has come for as long as a manifest waits for its files.
    private func removeForgotten() throws {
        let wait = Double(partition.settings.waitHours) * 3600
        for id in UploadSession.all(in: partition) {
            let folder = UploadSession.folder(id, in: partition)
            let names = ["."] + ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            let latest = names.compactMap { name in
                try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.modificationDate] as? Date
            }.max()
            if let latest, Date().timeIntervalSince(latest) > wait { try UploadSession.remove(id, in: partition) }
        }
    }
}
