internal import ClinicalModel
internal import KnowledgeModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// What knowledge says of the finding that is interpreted, with boxes for what a tumour's interpretation is to state.
struct EvidenceUsing {
    let model: InterpretationModel
    let language: Language

    static let shownItems = 20

    /// Nothing where the node keeps no knowledge.
    var value: PageValue {
        guard let proposal = model.evidence else { return .nothing }
        let view = EvidenceView(proposal: proposal, language: language)
        let finding = model.finding.finding.identifier
        let items = proposal.items(about: finding)
        let canUse = model.mayEdit && model.kind == .somatic
        // What can be stated comes before what can only be read.
        let ordered = canUse ? items.filter { $0.use != nil } + items.filter { $0.use == nil } : items
        let address: SiteURL =
            switch model.subject {
            case .new(let laboratory, let name): .findingInterpretation(laboratory, name, finding)
            case .known(let recorded): .interpretation(recorded.history.identifier)
            }
        let all: SiteURL = .findingEvidence(
            model.finding.laboratory.text, model.finding.caseName, finding, page: nil)
        return .fields(
            view.frame.merging(
                [
                    "title": .text(language(sv: "Kunskap om fyndet", en: "Knowledge about the finding")),
                    "address": .text(address.path), "kind": .text(model.kind.rawValue),
                    "items": .list(
                        ordered.prefix(EvidenceUsing.shownItems).enumerated().map { number, item in
                            view.item(
                                item, number: number,
                                box: canUse && item.use != nil
                                    ? EvidenceView.Box(
                                        name: EvidenceStatements.field,
                                        isTicked: model.picked.contains(item.identity.description)) : nil)
                        }),
                    "sendLead": .text(
                        language(
                            sv:
                                "Det som du kryssar för fylls i bland utsagorna nedan, med terapi och källor. Nivån sätter du själv. Spara ditt utkast först.",
                            en:
                                "What you tick is filled in among the statements below, with therapy and sources. The tier is yours to set. Save your draft first."
                        )),
                    "send": canUse
                        ? .text(language(sv: "Fyll i utsagorna", en: "Fill in the statements")) : .nothing,
                    "more": .text(model.unplaced == 0 ? "" : full), "all": .text(all.path),
                    "allText": .text(
                        language(
                            sv: "Alla \(PageNumber.whole(items.count, language)) poster",
                            en: "All \(PageNumber.whole(items.count, language)) items")),
                ], uniquingKeysWith: { $1 }))
    }

    private var full: String {
        language(
            sv: "\(model.unplaced) av dem som du kryssade för fick inte plats bland utsagorna.",
            en: "\(model.unplaced) of those that you ticked found no room among the statements.")
    }
}
