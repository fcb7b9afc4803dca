internal import StructuredText

/// PM4 from a change of the protein's length that is no null variant. BP3 asks for the function of a repeat, which no data here know.
enum LengthCriteria {
    static func verdicts(_ input: GermlineProposalInput, _ nullVariant: PVS1Decision) -> [ACMGCriterion: GermlineVerdict] {
        let terms = Set(input.consequences)
        guard !terms.isEmpty else { return [.pm4: .left(.dataMissing)] }
        guard nullVariant == .notNull else { return [.pm4: .left(.notSupported)] }
        if terms.contains(.stopLost) { return [.pm4: .supported(.moderate, text(.stopLost, input))] }
        guard let change = [SequenceOntologyTerm.inframeInsertion, .inframeDeletion].first(where: terms.contains) else {
            return [.pm4: .left(.notSupported)]
        }
        switch input.liesInRepeat {
        case false?: return [.pm4: .supported(.moderate, text(change, input))]
        case true?: return [.pm4: .left(.notSupported), .bp3: .left(.needsHuman)]
        case nil: return [.pm4: .left(.dataMissing), .bp3: .left(.dataMissing)]
        }
    }

    private static func text(_ change: SequenceOntologyTerm, _ input: GermlineProposalInput) -> LocalizedText {
        let transcript = input.transcript.map { " (\($0))" } ?? ""
        return change == .stopLost
            ? LocalizedText(sv: "Förlorat stopp\(transcript).", en: "Stop lost\(transcript).")
            : LocalizedText(
                sv: "\(change.rawValue)\(transcript), utanför upprepad sekvens.",
                en: "\(change.rawValue)\(transcript), outside a repeat."
            )
    }
}
