internal import Records
internal import StructuredText

/// The redacted manifest of a submission about several people, without one of them.
///
/// The person is known by the specimens. Whoever is listed without a specimen cannot be told apart without their number, and goes too:
/// nothing that was accepted rests on them.
struct ManifestWithoutPerson {
    let specimens: Set<String>
    /// The submission's files as they are now, by name; those that are not here are gone.
    let files: [String: SubmissionFile]

    func text(_ manifest: JSONValue) -> String {
        let listed = manifest["specimens"]?.array ?? []
        let stayingSpecimens = listed.filter { !specimens.contains($0["name"]?.string ?? "") }
        let staying = Set(stayingSpecimens.compactMap { $0["person"]?.string })
        let names = Set(stayingSpecimens.compactMap { $0["name"]?.string })
        return changing(manifest) { member in
            switch member.name {
            case "people":
                JSONValue(
                    (member.value.array ?? []).filter { staying.contains($0["id"]?.string ?? "") }
                        .map { person in withoutRelations(person, to: staying) })
            case "specimens": JSONValue(stayingSpecimens)
            case "callSets":
                JSONValue((member.value.array ?? []).filter { names.contains($0["specimen"]?.string ?? "") })
            case "findings":
                JSONValue((member.value.array ?? []).filter { names.contains($0["specimen"]?.string ?? "") })
            case "files": JSONValue((member.value.array ?? []).compactMap(asStored))
            default: member.value
            }
        }.indentedText
    }

    private func withoutRelations(_ person: JSONValue, to staying: Set<String>) -> JSONValue {
        changing(person) { member in
            guard member.name == "relations" else { return member.value }
            return JSONValue((member.value.array ?? []).filter { staying.contains($0["of"]?.string ?? "") })
        }
    }

    private func asStored(_ file: JSONValue) -> JSONValue? {
        guard let stored = files[file["name"]?.string ?? ""] else { return nil }
        return changing(file) { member in
            switch member.name {
            case "sha256": JSONValue(.string(stored.sha256))
            case "bytes": JSONValue(stored.bytes)
            default: member.value
            }
        }
    }

    private func changing(_ object: JSONValue, _ change: (JSONValue.Member) -> JSONValue) -> JSONValue {
        JSONValue(members: (object.members ?? []).map { ($0.name, change($0)) })
    }
}
