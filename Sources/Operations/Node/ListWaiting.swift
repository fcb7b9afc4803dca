package import AccessModel
package import ClinicalModel
internal import Records
internal import StructuredText

/// Something that waits for a person.
package struct WaitingTask: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Submissions that were refused and have to be mended.
        case quarantinedSubmission = "quarantined-submission"
        /// Among the latest receipts those with a warning that a person should look into.
        case receiptWithWarning = "receipt-with-warning"
        /// A policy that another steward has proposed: it takes a second person.
        case policyToSign = "policy-to-sign"
        /// A policy that one has proposed oneself and that waits for another.
        case policyOfOwn = "policy-of-own"
        /// Study enquiries that the own region has not answered.
        case enquiryToAnswer = "enquiry-to-answer"
        /// Accesses that patients question and that nobody has answered for.
        case accessCase = "access-case"
        /// Requests for more than the region answers by itself, which it has to decide on.
        case releaseToDecide = "release-to-decide"
        /// Of the requests that one has sent, or a colleague in the same unit and role: those that the other side has answered or asks about.
        case releaseAnswered = "release-answered"
        /// Carriers to be told of a reclassification, whom one may see.
        case recallToHandle = "recall-to-handle"
        /// Conflicts in which a laboratory of the own region has a part, and which are not concluded.
        case conflictToDiscuss = "conflict-to-discuss"
        /// Drafts of reports.
        case reportToFinish = "report-to-finish"
        /// Reports that somebody else has reviewed.
        case reportToSign = "report-to-sign"
        /// A decision on computed proposals that another steward has proposed.
        case proposalDecisionToConfirm = "proposal-decision-to-confirm"
        /// People whose call sets other regions do not count yet, where they are enough to be published.
        case publication
    }

    package let kind: Kind
    package let count: Int
    /// Of submissions and enquiries the first few, by identifier and name, the newest first.
    package let examples: [Example]

    package struct Example: Hashable, Sendable {
        package let identifier: String
        package let name: String
        package let time: Timestamp?

        package init(identifier: String, name: String, time: Timestamp?) {
            self.identifier = identifier
            self.name = name
            self.time = time
        }
    }

    package init(kind: Kind, count: Int, examples: [Example] = []) {
        self.kind = kind
        self.count = count
        self.examples = examples
    }
}

/// Lists what waits for somebody: of each thing only where they may do it under the purpose that they have chosen.
package struct ListWaiting: Sendable {
    /// How many of the latest receipts are looked at for warnings.
    package static let latest = 50
    static let shown = 3

    package let node: RunningNode
    package let actor: Actor
    package let purpose: Purpose

    package init(node: RunningNode, actor: Actor, purpose: Purpose) {
        self.node = node
        self.actor = actor
        self.purpose = purpose
    }

    package func run() throws -> [WaitingTask] {
        var tasks: [WaitingTask] = []
        if let partition = own, may(.changePolicy) { tasks += try policies(partition) }
        if let partition = own, may(.submit) { tasks += try submissions(partition) }
        if let partition = own, may(.answerAccessCase) {
            let open = try partition.records.accessCases().filter { $0.state != .answered }
            tasks.append(WaitingTask(kind: .accessCase, count: open.count))
        }
        if let partition = own { tasks += try findings(partition) }
        tasks += try releases()
        if let enquiries = node.enquiries { tasks += try self.enquiries(enquiries) }
        if let partition = own, may(.publishBatch) {
            let people = try partition.records.peopleAwaitingPublication()
            if people >= PublishBatch.minimumPeople { tasks.append(WaitingTask(kind: .publication, count: people)) }
        }
        return tasks.filter { $0.count > 0 }
    }

    private var own: Partition? { actor.region.flatMap { node.partitions[$0] } }

    func may(_ act: AdministrativeAct) -> Bool {
        AdministrativeRights.refusal(of: act, for: actor, purpose: purpose, in: actor.region) == nil
    }

    private func policies(_ partition: Partition) throws -> [WaitingTask] {
        let proposers = try partition.records.settings().filter { $0.key.hasPrefix("policyProposal/") }
            .compactMap { (try? JSONReader.read($0.value))?["by"]?.string }
        let own = proposers.filter { $0 == actor.identity }.count
        return [
            WaitingTask(kind: .policyToSign, count: proposers.count - own), WaitingTask(kind: .policyOfOwn, count: own),
        ]
    }

    private func submissions(_ partition: Partition) throws -> [WaitingTask] {
        let quarantined = try partition.records.latestSubmissions(.quarantined, limit: ListWaiting.shown)
        let warned = try partition.records.latestSubmissions(.available, limit: ListWaiting.latest).filter { row in
            let json = row.receipt.flatMap { try? JSONReader.read($0) }
            return json?["warnings"]?.array?.isEmpty == false
        }
        return [
            WaitingTask(
                kind: .quarantinedSubmission, count: try partition.records.submissionCounts()[.quarantined] ?? 0,
                examples: quarantined.map(ListWaiting.example)),
            WaitingTask(
                kind: .receiptWithWarning, count: warned.count,
                examples: warned.prefix(ListWaiting.shown).map(ListWaiting.example)),
        ]
    }

    private static func example(_ row: SubmissionRow) -> WaitingTask.Example {
        WaitingTask.Example(identifier: row.id, name: row.caseName, time: row.received)
    }

    private func releases() throws -> [WaitingTask] {
        let (sent, held) = try ListReleases(node: node, actor: actor).run()
        let answered: Set<ReleaseState> = [.informationAsked, .granted, .declined]
        return [
            WaitingTask(
                kind: .releaseToDecide,
                count: may(.decideRelease) ? held.filter { $0.progress.state == .received }.count : 0),
            WaitingTask(
                kind: .releaseAnswered,
                count: may(.askRelease) ? sent.filter { answered.contains($0.progress.state) }.count : 0),
        ]
    }

    /// Those that the own region was asked, is not done with, and that are not over.
    private func enquiries(_ database: EnquiryDatabase) throws -> [WaitingTask] {
        guard actor.role == .dataSteward, let region = actor.region else { return [] }
        let waiting = try ListEnquiries(enquiries: database, actor: actor).run().filter { enquiry in
            let steps = try database.steps(of: enquiry.id)
            return steps.contains { $0.kind == .asked && $0.region == region }
                && !steps.contains { $0.kind == .answered && $0.region == region || $0.kind == .closed }
        }
        return [
            WaitingTask(
                kind: .enquiryToAnswer, count: waiting.count,
                examples: waiting.suffix(ListWaiting.shown).reversed().map {
                    WaitingTask.Example(identifier: $0.id, name: $0.title, time: $0.registered)
                })
        ]
    }
}
