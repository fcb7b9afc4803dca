internal import ClinicalModel
internal import ReportModel
internal import StructuredText

/// Interpretations in a reader's words.
enum InterpretationWords {
    /// What an interpretation's version says, in a line.
    static func verdict(_ content: InterpretationContent, _ names: NamedCodes, _ language: Language) -> Markup {
        let codes = CodeText(names, language)
        switch content {
        case .germline(let content):
            let found = content.pathogenicityClass
            return Markup(escaping: "\(found.number) – \(found.name.text(language)), ") + codes.markup(content.condition)
        case .somatic(let content):
            let tier = content.highestTier.map { language(sv: "nivå ", en: "tier ") + $0.rawValue }
            let words = [content.oncogenicity?.oncogenicityClass.name.text(language), tier].compactMap { $0 }
            return Markup.joined(words.map(Markup.init(escaping:)) + [codes.markup(content.tumourType)], by: ", ")
        }
    }

    /// How the style sheet colours a state, in the words of the regions' answers.
    static func key(_ state: InterpretationState) -> String {
        switch state {
        case .signed: "answered"
        case .awaitingSecondSignature: "late"
        case .proposed: "suppressed"
        case .draft, .superseded: "unreachable"
        case .withdrawn: "refused"
        }
    }

    static func references(_ references: [EvidenceReference]) -> String {
        references.map { "\($0.source.rawValue):\($0.identifier)" }.joined(separator: " ")
    }
}
