internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Hummingbird
internal import Operations
internal import Questions

/// What a page that asks regions takes from its address: the assembly, how far to ask, and for the sake of which patient. What cannot be
/// read is as if it were not there.
struct PageAsking {
    let terms: AskingTerms
    let assembly: Assembly
    let query: AskingQuery

    init(_ request: Request, _ actor: Actor, _ purpose: Purpose) {
        var terms = AskingTerms(actor: actor, purpose: purpose)
        let scope = request.queryText("scope").flatMap(SearchScope.init)
        if let scope { terms.scope = scope }
        terms.patient = request.queryText("patient").flatMap { Pseudonym($0) }
        terms.project = request.queryText("project").flatMap { actor.projects.contains($0) ? $0 : nil }
        // Who is named in one approval asks in that one.
        if terms.project == nil, purpose == .research, actor.projects.count == 1 { terms.project = actor.projects.first }
        assembly = request.queryText("assembly").flatMap(Assembly.init) ?? .grch38
        query = AskingQuery(
            assembly: assembly == .grch38 ? nil : assembly, scope: scope == .nation ? nil : scope, patient: terms.patient,
            project: request.queryText("project") == nil ? nil : terms.project)
        self.terms = terms
    }

    /// A question with the assembly that it is written against.
    func asked(_ question: Question, process: String, at node: RunningNode) throws -> AskedQuestion {
        var asked = try terms.asked(question, process: process, at: node)
        asked.assembly = assembly
        return asked
    }
}

/// The same as links carry it on.
struct AskingQuery: Hashable {
    var assembly: Assembly?
    var scope: SearchScope?
    var patient: Pseudonym?
    var project: String?

    var items: [SiteURL.Item] {
        [
            SiteURL.Item("assembly", assembly?.rawValue), SiteURL.Item("scope", scope?.rawValue),
            SiteURL.Item("patient", patient?.text), SiteURL.Item("project", project),
        ]
    }
}
