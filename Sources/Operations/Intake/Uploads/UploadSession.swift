internal import ClinicalModel
internal import Foundation
internal import Records
internal import StructuredText
internal import VariantStorage

/// A submission that is being sent piece by piece: its manifest, and how much of each of its files has come. It lies in a folder of its own until
/// it is whole, and nothing of it is in the partition before the intake has taken it.
package struct UploadSession: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        package let name: String
        /// As the manifest says.
        package let bytes: Int
        /// How many have come.
        package let offset: Int
        /// It lies in quarantine, from an earlier sending of this submission or from the one that this one mends, and is taken from there
        /// unless it is sent again.
        package let isKept: Bool

        package var isWhole: Bool { offset == bytes || (isKept && offset == 0) }
    }

    /// The identifier that the submission will have.
    package let id: String
    package let kind: SubmissionManifest.Kind
    package let caseName: String
    package let laboratory: String
    /// The submission that this one mends or corrects.
    package let concerns: String?
    package let files: [File]

    package var missing: [String] { files.filter { !$0.isWhole }.map(\.name) }

    /// Sessions that may be under way at once in one partition.
    package static let limit = 64

    static let manifestName = "manifest.json"

    static func folder(_ id: String, in partition: Partition) -> String { partition.layout.uploads + "/" + id }

    /// Only what `BeginUpload` names so: the identifier becomes part of a path.
    static func isIdentifier(_ id: String) -> Bool {
        id.hasPrefix("sub-") && id.utf8.count == 20
            && id.utf8.dropFirst(4).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Throws `UploadError` where there is none.
    package static func open(_ id: String, in partition: Partition) throws -> UploadSession {
        guard isIdentifier(id) else { throw UploadError(.unknown) }
        let folder = folder(id, in: partition)
        guard let data = FileManager.default.contents(atPath: folder + "/" + manifestName),
            case .manifest(let manifest) = SubmissionManifest.read(Array(data))
        else { throw UploadError(.unknown) }
        return UploadSession(
            id: id, kind: manifest.kind, caseName: manifest.caseName, laboratory: manifest.laboratory.text,
            concerns: manifest.concerns,
            files: manifest.files.map { file in
                let earlier = [id, manifest.kind == .resubmission ? manifest.concerns : nil].compactMap { $0 }
                return File(
                    name: file.name, bytes: file.bytes, offset: fileLength(folder + "/" + file.name) ?? 0,
                    isKept: earlier.contains { fileLength(partition.layout.quarantine($0) + "/" + file.name) == file.bytes })
            })
    }

    /// Forgets a session and what has come of it. Nothing where there is none.
    package static func remove(_ id: String, in partition: Partition) throws {
        guard isIdentifier(id) else { throw UploadError(.unknown) }
        let folder = folder(id, in: partition)
        guard FileManager.default.fileExists(atPath: folder) else { return }
        try FileManager.default.removeItem(atPath: folder)
    }

    /// Identifiers of the sessions under way.
    package static func all(in partition: Partition) -> [String] {
        listDirectory(partition.layout.uploads).filter(isIdentifier).sorted()
    }
}
