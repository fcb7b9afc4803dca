internal import Records
package import StructuredText

/// The length and the digest of files in a manifest, as the files are that are sent with it: for whoever asks that they be counted here.
package enum ManifestFiles {
    package struct Measured: Hashable, Sendable {
        package let name: String
        package let bytes: Int
        package let sha256: String

        package init(name: String, bytes: Int, sha256: String) {
            self.name = name
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// The manifest with `bytes` and `sha256` of the files measured; files that were not are left as they stand.
    package static func filled(_ manifest: JSONValue, with measured: [Measured]) -> JSONValue {
        guard let members = manifest.members, !measured.isEmpty else { return manifest }
        return JSONValue(
            .object(
                members.map { member in
                    guard member.name == "files", let files = member.value.array else { return member }
                    let filled = files.map { file in
                        measured.first { $0.name == file["name"]?.string }.map { with($0, file) } ?? file
                    }
                    return JSONValue.Member(
                        name: member.name, place: member.place, value: JSONValue(.array(filled), at: member.value.place))
                }), at: manifest.place)
    }

    private static func with(_ measured: Measured, _ file: JSONValue) -> JSONValue {
        let others = (file.members ?? []).filter { $0.name != "bytes" && $0.name != "sha256" }
        let place = SourcePlace(line: 0, column: 0)
        return JSONValue(
            .object(
                others + [
                    JSONValue.Member(name: "sha256", place: place, value: JSONValue(.string(measured.sha256))),
                    JSONValue.Member(name: "bytes", place: place, value: JSONValue(measured.bytes)),
                ]), at: file.place)
    }
}
