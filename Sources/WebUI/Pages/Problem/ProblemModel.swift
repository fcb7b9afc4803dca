internal import Operations
internal import StructuredText

/// What went wrong, as a page.
struct ProblemModel: PageModel {
    let facts: ProblemFacts
    /// The request's identifier, by which the log knows it.
    let request: String
    /// Where a refusal is reported as a legal obstacle.
    var report: SiteURL?

    var json: JSONValue {
        JSONValue(
            members: [
                ("type", JSONValue(.string("urn:samsyn:problem:" + facts.code))), ("title", JSONValue(.string(facts.title))),
                ("status", JSONValue(facts.status)), ("detail", JSONValue(.string(facts.remedy))),
            ] + facts.details.map { ($0.0, Optional($0.1)) } + [("request", JSONValue(.string(request)))])
    }

    func view(_ language: Language) -> PageView {
        PageView(
            title: facts.title, template: "problem",
            content: [
                "remedy": .text(facts.remedy), "code": .text(facts.code), "status": .text(String(facts.status)),
                "request": .text(request), "start": .text(SiteURL.start.path),
                "isRefused": .flag(facts.status == 403), "isMissing": .flag(facts.status == 404),
                "startText": .text(language(sv: "Till startsidan", en: "To the start page")),
                "codeText": .text(language(sv: "Felkod", en: "Code")),
                "requestText": .text(language(sv: "Nummer", en: "Number")),
                "faults": .list(faults), "obstacle": RefusalReporting.fields(report, language),
            ])
    }

    /// Where a file or a text is at fault, line by line.
    private var faults: [PageValue] {
        let listed = facts.details.first { $0.0 == "faults" }?.1.array ?? []
        return listed.compactMap { fault in fault["message"]?.string.map { ["message": .text($0)] } }
    }
}
