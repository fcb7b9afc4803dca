internal import ClinicalModel
internal import ReportModel
internal import StructuredText

/// Interpretations in a reader's words.
enum InterpretationWords {
    /// What an interpretation's version says, in a line.
    static func verdict(_ content: InterpretationContent, _ language: Language) -> String {
        switch content {
        case .germline(let content):
            return
                "\(content.pathogenicityClass.number) – \(content.pathogenicityClass.name.text(language)), \(content.condition)"
        case .somatic(let content):
            let tier = content.highestTier.map { language(sv: "nivå ", en: "tier ") + $0.rawValue }
            let words = [content.oncogenicity?.oncogenicityClass.name.text(language), tier, content.tumourType.description]
            return words.compactMap { $0 }.joined(separator: ", ")
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
