package import AccessModel
internal import Questions
internal import Records
internal import StructuredText

/// Takes a request in at the region that holds the data, or what the asking side has done about it since. The same message again changes
/// nothing; the answer is everything that the region has done.
package struct ReceiveRelease: Sendable {
    package let partition: Partition
    package let message: ReleaseMessage

    package init(partition: Partition, message: ReleaseMessage) {
        self.partition = partition
        self.message = message
    }

    /// The steps of the holding side. Throws `ReleaseError`.
    package func run() async throws -> [ReleaseStep] {
        try check()
        let request = message.request
        let receipt = ReleaseStep(
            side: .holder, number: 1, seen: 0, kind: .received, actor: "system", name: "Samsyn",
            unit: nil, words: "", time: partition.now())
        let recorded: RecordedRelease
        do {
            recorded = try partition.records.receive(request, through: message.node, message.steps, receipt: receipt).release
        } catch let error as RecordsError where error.code == .releaseDiffers {
            throw ReleaseError(.differs, place: request.id)
        }
        try await ReleaseLedger(partition: partition).write(recorded)
        return recorded.steps.filter { $0.side == .holder }
    }

    private func check() throws {
        let request = message.request
        guard request.region == partition.layout.region, ReleaseRequest.isIdentifier(request.id) else {
            throw ReleaseError(.unknownRegion, place: request.id)
        }
        if let refusal = AdministrativeRights.refusal(
            of: .askRelease, for: request.asker.actor(for: request.purpose), purpose: request.purpose, in: request.region)
        {
            throw ReleaseError(.notAllowed(refusal), place: request.id)
        }
        try ReleaseQuestion.check(request.question)
        _ = try ReleaseText.checked(request.words, "words")
        guard message.steps.count <= ReleaseMessage.stepLimit else { throw ReleaseError(.tooManySteps, place: request.id) }
        for step in message.steps {
            // Nobody but the asker speaks for the asking side, and a decision is no step of it.
            guard step.side == .asker, step.actor == request.asker.identity else {
                throw ReleaseError(.notAsker, place: request.id)
            }
            guard [.informationGiven, .withdrawn, .closed].contains(step.kind) else {
                throw ReleaseError(.state, place: request.id)
            }
            _ = try ReleaseText.checked(step.words, "words", mayBeEmpty: !step.kind.needsWords)
        }
    }
}

/// What a request asks about.
enum ReleaseQuestion {
    /// Throws `ReleaseError.question` for a text that is no question.
    @discardableResult
    static func check(_ text: String) throws(ReleaseError) -> Question {
        do throws(QuestionError) {
            return try Question.parse(text)
        } catch {
            throw ReleaseError(.question, place: "question")
        }
    }
}
