internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Questions
internal import StructuredText

/// How often a structural event is seen: in the country, and in each region.
struct EventModel: PageModel {
    let event: StructuralEvent
    let assembly: Assembly
    let origin: Origin
    /// Genes that it touches.
    let genes: [GeneLocus]
    let answer: Answer
    /// By region, of those that decided.
    let decisions: [RegionCode: Decision]
    let query: AskingQuery
    let scope: SearchScope
    let patients: PatientChoice
    let reporting: RefusalReporting?

    /// The same page with its origin.
    var items: [SiteURL.Item] {
        query.items + [SiteURL.Item("origin", origin == .germline ? nil : origin.rawValue)]
    }

    var json: JSONValue {
        JSONValue(members: [
            ("event", JSONValue(.string(event.notation))), ("kind", JSONValue(.string(event.kind.symbol))),
            ("assembly", JSONValue(.string(assembly.rawValue))), ("origin", JSONValue(.string(origin.rawValue))),
            ("length", event.length.map { JSONValue(Int($0)) }), ("genes", JSONValue(genes.map(\.symbol))),
            ("scope", JSONValue(.string(scope.rawValue))), ("answer", answer.json()),
            ("interval", answer.frequency?.interval?.json),
        ])
    }

    func view(_ language: Language) -> PageView { EventView(model: self, language: language).page }
}
