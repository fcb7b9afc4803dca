internal import AccessModel
internal import ClinicalModel
internal import KnowledgeModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// An interpretation: what it says, by which criteria, every version with who did what, and the form to work on it.
struct InterpretationModel: PageModel {
    /// What the form is about.
    enum Subject: Sendable {
        case new(laboratory: String, caseName: String)
        case known(RecordedInterpretation)
    }

    let subject: Subject
    /// The finding that it is made for.
    let finding: RecordedFinding
    /// The version that is shown and edited; nil for a new one.
    let version: InterpretationVersion?
    /// Which of the two the form is for.
    let kind: InterpretationContent.Kind
    /// What whoever looks can do now.
    let possible: [InterpretationAct]
    /// Why the open proposal is not shown.
    let withheld: ProposalDecision.Reason?
    /// Whether the form is there.
    let mayEdit: Bool
    /// Of the codes in its versions.
    let names: NamedCodes
    var trouble: ProblemFacts?
    /// What was sent, where it comes back with something to mend.
    var sent: [String: String]?
    /// What the knowledge in force says of the finding; nil where the node keeps none.
    var evidence: EvidenceProposal?
    /// Items of it that are to be stated.
    var picked: [String] = []
    /// What they fill the form with, by field.
    var stated: [String: String] = [:]
    /// How many found no room.
    var unplaced = 0

    var json: JSONValue {
        var members: [(String, JSONValue?)] = [("finding", finding.finding.json), ("kind", JSONValue(.string(kind.rawValue)))]
        if case .known(let recorded) = subject {
            members.append(("interpretation", JSONValue(.string(recorded.history.identifier))))
            let versions = recorded.history.versions.filter { withheld == nil || $0.state != .proposed }
            members.append(("versions", JSONValue(versions.map(\.json))))
        }
        members.append(("possible", JSONValue(possible.map(\.rawValue))))
        return JSONValue(members: members)
    }

    /// The same with picked items among the statements.
    func picking(_ items: [String], _ language: Language) -> InterpretationModel {
        var model = self
        model.picked = items
        var taken = 0
        if case .somatic(let content)? = version?.content { taken = content.actionability.count }
        let chosen = (evidence?.items ?? []).filter { items.contains($0.identity.description) }
        let statements = EvidenceStatements(chosen, taken: taken, language)
        (model.stated, model.unplaced) = (statements.fields, statements.unplaced)
        return model
    }

    func view(_ language: Language) -> PageView { InterpretationView(model: self, language: language).page }
}
