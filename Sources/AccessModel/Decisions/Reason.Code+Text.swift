extension Reason.Code {
    /// A word, with what it concerns after a colon: as ledgers and other nodes write it.
    package var text: String {
        switch self {
        case .unknownPurpose: "unknown-purpose"
        case .force: "force"
        case .dataKind(let kind): "data-kind:" + kind.rawValue
        case .role: "role"
        case .prerequisite(let prerequisite): "prerequisite:" + prerequisite.rawValue
        case .recipient: "recipient"
        case .recordScope: "record-scope"
        case .statement(let kind): "statement:" + kind.rawValue
        case .policy: "policy"
        case .dataSets: "data-sets"
        case .companyProject: "company-project"
        case .asked: "asked"
        }
    }

    /// Reads what `text` writes; nil for anything else.
    package init?(text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let detail = parts.count == 2 ? parts[1] : nil
        switch (parts[0], detail) {
        case ("unknown-purpose", nil): self = .unknownPurpose
        case ("force", nil): self = .force
        case ("data-kind", let kind?):
            guard let kind = DataKind(rawValue: kind) else { return nil }
            self = .dataKind(kind)
        case ("role", nil): self = .role
        case ("prerequisite", let name?):
            guard let prerequisite = Prerequisite(rawValue: name) else { return nil }
            self = .prerequisite(prerequisite)
        case ("recipient", nil): self = .recipient
        case ("record-scope", nil): self = .recordScope
        case ("statement", let kind?):
            guard let kind = ConsentKind(rawValue: kind) else { return nil }
            self = .statement(kind)
        case ("policy", nil): self = .policy
        case ("data-sets", nil): self = .dataSets
        case ("company-project", nil): self = .companyProject
        case ("asked", nil): self = .asked
        default: return nil
        }
    }

    /// Whether it is the controller's own policy that speaks, and not the law.
    package var isOfPolicy: Bool {
        switch self {
        case .policy, .dataSets, .asked: true
        case .unknownPurpose, .force, .dataKind, .role, .prerequisite, .recipient, .recordScope, .statement, .companyProject:
            false
        }
    }
}

extension Decision {
    /// What spoke against it, each once and in order, as a ledger keeps it: enough to decide again under another policy, and nothing of
    /// what was asked.
    package var codesAgainst: [Reason.Code] {
        var seen = Set<Reason.Code>()
        return reasonsAgainst.map(\.code).filter { seen.insert($0).inserted }
    }
}
