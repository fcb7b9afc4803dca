internal import ClinicalModel
package import GenomeModel
package import Questions

/// A question as one node puts it to others: the same bytes to each of them, so that one signature is good for all.
package struct RelayedQuestion: Hashable, Sendable {
    /// What is asked beside the question itself.
    package enum Ask: Hashable, Sendable {
        case answer
        /// Figures of these variants, in this order.
        case figures([Variant])
        case entries(EntrySelection)

        package var endpoint: PeerProtocol.Endpoint {
            switch self {
            case .answer: .question
            case .figures: .figures
            case .entries: .entries
            }
        }
    }

    /// `asked.regions` says who shall answer. `asked.deadline` is this machine's and stays behind: see `patience`.
    package private(set) var asked: AskedQuestion
    package let ask: Ask
    /// How long whoever asks waits, in milliseconds from when the question arrives: clocks of two machines need not agree on it.
    package let patience: Int

    package static let patienceLimit = 600_000

    /// Throws where `ask` is not what the question is about (`AskedQuestion.matter`): access would be decided for something else.
    package init(_ asked: AskedQuestion, _ ask: Ask, patience: Int) throws(PeerMessageError) {
        switch (ask, asked.matter) {
        case (.answer, .answer), (.figures, .figures), (.entries, .entries): break
        default: throw PeerMessageError(.inconsistent, at: "matter")
        }
        guard !asked.identifier.isEmpty, !asked.regions.isEmpty else { throw PeerMessageError(.missing, at: "identifier") }
        var asked = asked
        asked.deadline = nil
        self.asked = asked
        self.ask = ask
        self.patience = min(max(1, patience), RelayedQuestion.patienceLimit)
    }

    /// The same, asked under another name.
    package func named(_ identifier: String) -> RelayedQuestion {
        var question = self
        question.asked.identifier = identifier
        return question
    }
}
