package import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel

/// A conflict with what has been said about it.
package struct ShownConflict: Sendable {
    package let subject: SharedClassification.Subject
    /// Nil where the classes do not conflict any more.
    package let conflict: ClassificationConflict?
    package let positions: [SharedClassification]
    /// Nil before anybody has said anything.
    package let record: ConflictRecord?
    /// The laboratories of the own region that take part.
    package let parties: [ConflictThread.Party]
    package let gene: String

    package var state: ConflictState { record?.merged?.thread.state ?? .open }
}

/// Lists the conflicts between laboratories that are known here, the worst first, of the same severity the oldest.
package struct ListConflicts: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose

    package init(partition: Partition, actor: Actor, purpose: Purpose) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
    }

    private func check() throws(AdministrativeRefusal) {
        try AdministrativeRights.check(.seeClassifications, by: actor, for: purpose, in: partition.layout.region)
    }

    /// Throws `AdministrativeRefusal`.
    package func run() throws -> [ShownConflict] {
        try check()
        return try partition.shelf.book(of: partition.records).conflicts.map { try show($0.subject, $0) }
    }

    /// One, by its variant and condition, whether it still is one or not. Throws `FindingRefusal` where nobody has classified it.
    package func show(_ subject: SharedClassification.Subject) throws -> ShownConflict {
        try check()
        return try show(subject, partition.shelf.book(of: partition.records).conflict(about: subject))
    }

    private func show(
        _ subject: SharedClassification.Subject, _ conflict: ClassificationConflict?
    ) throws -> ShownConflict {
        let positions = try partition.shelf.book(of: partition.records).classifications(of: subject)
        let records = try partition.records.conflicts(about: subject)
        let current = records.last { $0.merged?.thread.state != .dissolved } ?? (conflict == nil ? records.last : nil)
        guard !positions.isEmpty || current != nil else { throw FindingRefusal(.unknownFinding) }
        let known = current?.merged?.thread.parties ?? []
        let parties = Set(positions.map { ConflictThread.Party(region: $0.region, laboratory: $0.laboratory) }).union(known)
        return ShownConflict(
            subject: subject, conflict: conflict, positions: positions, record: current,
            parties: parties.filter { $0.region == partition.layout.region }.sorted { $0.laboratory < $1.laboratory },
            gene: positions.first?.gene ?? "")
    }

    /// Every laboratory's classification of a variant that is known here.
    package func classifications(of variant: VariantIdentifier) throws -> [SharedClassification] {
        try check()
        return try partition.records.classifications(of: variant)
    }
}

/// Speaks for a laboratory of the region in a conflict: comments, proposes a class for all, agrees, keeps apart, takes up again. The first
/// word opens the thread. It changes no classification: each laboratory signs its own.
package struct DiscussConflict: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose
    package let subject: SharedClassification.Subject
    package let laboratory: OrganisationCode
    package let act: ConflictAct
    package var words = ""
    package var proposed: PathogenicityClass?

    package init(
        partition: Partition, actor: Actor, purpose: Purpose, subject: SharedClassification.Subject,
        laboratory: OrganisationCode, act: ConflictAct
    ) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
        self.subject = subject
        self.laboratory = laboratory
        self.act = act
    }

    /// Throws `AdministrativeRefusal`, `FindingRefusal` and `ConflictRefusal`.
    package func run() async throws -> ConflictRecord {
        let region = partition.layout.region
        try AdministrativeRights.check(.discussConflict, by: actor, for: purpose, in: region)
        guard act != .dissolve, act != .join else { throw ConflictRefusal(.wrongState) }
        let words = try FindingText.checked(words, "words")
        return try await partition.changing {
            let conflict = try partition.shelf.book(of: partition.records).conflict(about: subject)
            let earlier = try partition.records.conflicts(about: subject)
            let open = earlier.last { $0.merged?.thread.state != .dissolved }
            guard open != nil || conflict != nil else { throw ConflictRefusal(.wrongState) }
            let name = open?.identifier ?? DiscussConflict.name(of: subject, after: earlier.count)
            let party = ConflictThread.Party(region: region, laboratory: laboratory)
            let taken = try partition.records.takeConflictStep(name, about: subject, of: region, at: partition.now()) { known in
                var head: ConflictRecord.Head?
                if known?.heads.contains(where: { $0.region == region }) != true, let conflict {
                    head = ConflictRecord.Head(
                        region: region, opened: min(partition.now(), known?.heads.map(\.opened).min() ?? partition.now()),
                        founders: ConflictThread(conflict, at: partition.now()).founders)
                }
                let time = known?.time(after: partition.now()) ?? partition.now()
                let step = ConflictStep(
                    act: act, party: party, person: actor.identity, time: time, words: words, proposed: proposed)
                guard
                    let thread = known?.merged?.thread
                        ?? conflict.map({ ConflictThread($0, at: head?.opened ?? partition.now()) })
                else { throw ConflictRefusal(.wrongState) }
                _ = try thread.after(step)
                return (head, step)
            }
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: actor, at: partition.now(), .classification, process: "conflict \(act.rawValue)", purpose: purpose,
                    reference: name))
            return taken
        }
    }

    /// The same in every region: by what it is about, and how many threads about it have been dissolved before.
    static func name(of subject: SharedClassification.Subject, after dissolved: Int) -> String {
        "con-" + ContentDigest.of("\(subject.variant) \(subject.condition) \(dissolved)").prefix(16)
    }
}
