extension InterpretationContent {
    /// What is interpreted, as the JSON form names it.
    package enum Kind: String, Sendable, CaseIterable {
        case germline, somatic
    }

    package var kind: Kind {
        switch self {
        case .germline: .germline
        case .somatic: .somatic
        }
    }
}
