package import StructuredText

/// How far the talk about a conflict has come.
package enum ConflictState: String, Sendable, CaseIterable {
    case open, discussed
    /// All parties agree on a class. The conflict itself ends when they have signed it.
    case jointConclusion = "joint-conclusion"
    /// The parties keep their classes, and say why.
    case keptApart = "kept-apart"
    /// The classes do not conflict any more.
    case dissolved

    package var name: LocalizedText {
        switch self {
        case .open: LocalizedText(sv: "Öppen", en: "Open")
        case .discussed: LocalizedText(sv: "Diskuteras", en: "Under discussion")
        case .jointConclusion: LocalizedText(sv: "Gemensam slutsats", en: "Joint conclusion")
        case .keptApart: LocalizedText(sv: "Åtskilda bedömningar", en: "Kept apart")
        case .dissolved: LocalizedText(sv: "Upplöst", en: "Dissolved")
        }
    }

    /// The state after an act; nil where it cannot be done. `isUnanimous` tells whether an agreement was the last one needed.
    package func after(_ act: ConflictAct, isUnanimous: Bool) -> ConflictState? {
        switch (self, act) {
        case (.open, .comment), (.discussed, .comment), (.open, .propose), (.discussed, .propose): .discussed
        case (.discussed, .agree): isUnanimous ? .jointConclusion : .discussed
        case (.discussed, .keepApart): .keptApart
        case (.jointConclusion, .reopen), (.keptApart, .reopen): .discussed
        case (.open, .join): .open
        case (.discussed, .join), (.jointConclusion, .join), (.keptApart, .join): .discussed
        case (.open, .dissolve), (.discussed, .dissolve), (.jointConclusion, .dissolve), (.keptApart, .dissolve): .dissolved
        default: nil
        }
    }
}

/// What can be done in the thread of a conflict.
package enum ConflictAct: String, Sendable, CaseIterable {
    /// A laboratory whose classification has made it a party since.
    case join
    case comment
    /// Putting a class for all on the table.
    case propose
    case agree
    case keepApart = "keep-apart"
    /// After new evidence, or where somebody does not keep to what was concluded.
    case reopen
    /// Done by the platform when the classes do not conflict any more.
    case dissolve

    /// Whether it cannot be done without saying something.
    package var needsWords: Bool { self != .join && self != .agree && self != .dissolve }
}
