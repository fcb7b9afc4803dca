package import AccessModel
internal import ClinicalModel
internal import Records
package import StructuredText

/// Makes the manifest that mends a quarantined submission out of the one that was sent.
///
/// Whoever mends it sees it without identity numbers, as the record has it; the numbers stay sealed and are put back, person by person, when
/// it is sent again.
package struct MendSubmission: Sendable {
    /// A manifest to be mended.
    package struct Draft: Sendable {
        /// The redacted manifest, with `kind` and `resubmits` as the mended one needs them.
        package let text: String
        /// What is wrong with it by itself, with places in `text`; a fault that only the region could find is in the receipt.
        package let faults: [ManifestFault]
        /// The line in `text` of what the receipt's failure names: a value by its path, or a file or call set by its name.
        package let line: Int?
    }

    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose
    package let submission: String

    package init(partition: Partition, actor: Actor, purpose: Purpose, submission: String) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
        self.submission = submission
    }

    /// Throws `AdministrativeRefusal`, and `PartitionError` for a submission that is not in quarantine or whose manifest was no JSON.
    package func draft() throws -> Draft {
        let row = try quarantined()
        guard let json = try? JSONReader.read(row.manifest), json.members != nil else {
            throw PartitionError(.wrongState("without manifest"), place: submission)
        }
        let text = resubmission(json).indentedText
        let line = MendSubmission.failure(of: row).flatMap { failure in
            (try? JSONReader.read(text)).flatMap { MendSubmission.line(of: failure.place, in: $0) }
        }
        guard case .faults(let faults) = SubmissionManifest.read(Array(text.utf8)) else {
            return Draft(text: text, faults: [], line: line)
        }
        return Draft(text: text, faults: faults, line: line)
    }

    /// The manifest as it was sent, identity numbers included, with `kind` and `resubmits` as the mended one needs them: for mending elsewhere.
    /// That it was read is in the ledger.
    package func original() async throws -> JSONValue {
        _ = try quarantined()
        let json = resubmission(try sealed())
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), .recordRead, process: "intake release", purpose: purpose, returned: 1,
                reference: submission))
        return json
    }

    /// The mended text with the identity numbers put back where it says that they are withheld. Of people whom the sealed manifest does not
    /// know by their `id` the word stays, and is found to be no identity number. Throws `UploadError.manifest` for a text that is no JSON.
    package func filled(_ text: String) throws -> JSONValue {
        _ = try quarantined()
        let mended: JSONValue
        do throws(JSONSyntaxError) {
            mended = try JSONReader.read(text)
        } catch {
            throw UploadError(.manifest([ManifestFault(.notJSON(error), path: "", place: error.place)]))
        }
        let people = try sealed()["people"]?.array ?? []
        let numbers = Dictionary(
            people.compactMap { person in
                person["id"]?.string.flatMap { id in person["identityNumber"].map { (id, $0) } }
            }, uniquingKeysWith: { first, _ in first })
        return mended.replacing("people") { list in
            guard let people = list.array else { return list }
            return JSONValue(
                .array(
                    people.map { person in
                        guard let id = person["id"]?.string, let number = numbers[id] else { return person }
                        return person.replacing("identityNumber") { $0.string == RedactedManifest.withheld ? number : $0 }
                    }), at: list.place)
        }
    }

    private static func failure(of row: SubmissionRow) -> IntakeFailure? {
        row.receipt.flatMap { try? JSONReader.read($0) }.flatMap { SubmissionReceipt($0) }?.failure
    }

    /// Nil where the manifest has no such place.
    private static func line(of place: String, in manifest: JSONValue) -> Int? {
        var found: JSONValue? = manifest
        for part in place.split(whereSeparator: { ".[]".contains($0) }) {
            found =
                Int(part).flatMap { index in
                    found?.array.flatMap { $0.indices.contains(index) ? $0[index] : Optional.none }
                } ?? found?[String(part)]
        }
        if let found, !place.isEmpty { return found.place.line }
        let named = (manifest["files"]?.array ?? []) + (manifest["callSets"]?.array ?? [])
        return named.first { $0["name"]?.string == place }.flatMap { $0["name"]?.place.line }
    }

    private func quarantined() throws -> SubmissionRow {
        if let refusal = AdministrativeRights.refusal(of: .submit, for: actor, purpose: purpose, in: partition.layout.region) {
            throw refusal
        }
        guard let row = try partition.records.submission(id: submission) else {
            throw PartitionError(.unknownSubmission, place: "submission")
        }
        guard row.state == .quarantined else { throw PartitionError(.wrongState(row.state.rawValue), place: submission) }
        return row
    }

    private func sealed() throws -> JSONValue {
        guard let bytes = try partition.identity.openManifest(of: submission), let json = try? JSONReader.read(bytes) else {
            throw PartitionError(.wrongState("without manifest"), place: submission)
        }
        return json
    }

    /// A correction is mended by another correction; all else by a resubmission.
    private func resubmission(_ json: JSONValue) -> JSONValue {
        guard json["kind"]?.string != SubmissionManifest.Kind.correction.rawValue else { return json }
        var members = (json.members ?? []).filter { $0.name != "resubmits" }
        let place = SourcePlace(line: 0, column: 0)
        let resubmits = JSONValue.Member(name: "resubmits", place: place, value: JSONValue(.string(submission)))
        let kind = JSONValue.Member(
            name: "kind", place: place, value: JSONValue(.string(SubmissionManifest.Kind.resubmission.rawValue)))
        let position = members.firstIndex { $0.name == "kind" }
        if let position { members[position] = kind } else { members.append(kind) }
        members.insert(resubmits, at: (position ?? members.count - 1) + 1)
        return JSONValue(.object(members), at: json.place)
    }
}

extension JSONValue {
    /// The same with the value of one member put through `change`; itself where there is no such member.
    fileprivate func replacing(_ name: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        guard let members else { return self }
        return JSONValue(
            .object(
                members.map { member in
                    member.name == name
                        ? Member(name: member.name, place: member.place, value: change(member.value)) : member
                }), at: place)
    }
}
