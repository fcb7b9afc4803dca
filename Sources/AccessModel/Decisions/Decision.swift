package import StructuredText

/// What may be answered, on what basis, with which obligations, and why.
package struct Decision: Hashable, Sendable {
    /// What the answer may be computed from.
    package enum Source: Hashable, Sendable {
        case everything
        /// Only what the controller has released for the purpose. Never empty.
        case dataSets([ReleasedDataSet])
    }

    /// Never more than was asked for.
    package let granularity: Granularity
    package let basis: LegalBasis
    package let decides: LocalizedText
    package let decider: Decider
    /// `Regime.identifier`.
    package let regime: String
    /// `Policy.reference`.
    package let policy: String
    package let recipient: Recipient
    /// Empty for a refusal.
    package let obligations: [Obligation]
    package let source: Source
    /// Every reason found, those against first come first.
    package let reasons: [Reason]

    package init(
        granularity: Granularity, basis: LegalBasis, decides: LocalizedText, decider: Decider, regime: String, policy: String,
        recipient: Recipient, obligations: [Obligation], source: Source, reasons: [Reason]
    ) {
        self.granularity = granularity
        self.basis = basis
        self.decides = decides
        self.decider = decider
        self.regime = regime
        self.policy = policy
        self.recipient = recipient
        self.obligations = obligations
        self.source = source
        self.reasons = reasons
    }

    package var isRefused: Bool { granularity == .refused }

    package var reasonsAgainst: [Reason] { reasons.filter { !$0.isFor } }

    /// Counts from 1 to this less one are small for the recipient; nil where they are exact.
    package var smallBelow: Int? {
        for obligation in obligations {
            switch obligation {
            case .suppressBelow(let limit), .bandBelow(let limit): return limit
            default: continue
            }
        }
        return nil
    }

    /// The basis as one line: words and reference.
    package func basisText(_ language: Language) -> String { "\(basis.text.text(language)) (\(basis.reference))" }

    /// The explanation as `access explain --json` gives it.
    package func json(_ language: Language) -> JSONValue {
        JSONValue(members: [
            ("decision", JSONValue(.string(granularity.rawValue))),
            ("basis", JSONValue(.string(basisText(language)))),
            ("decides", JSONValue(.string(decides.text(language)))),
            ("regime", JSONValue(.string(regime))),
            ("obligations", JSONValue(obligations.map { $0.text.text(language) })),
            (
                "reasons",
                JSONValue(
                    reasons.map { reason in
                        JSONValue(members: [
                            ("for", JSONValue(reason.isFor)), ("text", JSONValue(.string(reason.text.text(language)))),
                            ("reference", JSONValue(.string(reason.reference))),
                        ])
                    })
            ),
        ])
    }
}
