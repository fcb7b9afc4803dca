package import StructuredText

/// What a failure is to whoever asked, over whichever way: the platform's API writes it as problem details (RFC 9457), the web
/// application as a page.
package struct ProblemFacts: Error, Sendable {
    /// As HTTP counts them: 404.
    package let status: Int
    /// Stable, for programs: `purpose-missing`.
    package let code: String
    package let title: String
    /// What to do about it.
    package let remedy: String
    /// Further members, such as `place` or `faults`.
    package var details: [(String, JSONValue)] = []
    /// After how many seconds it may go better; nil where waiting does not help.
    package var retryAfter: Int?

    package init(_ status: Int, _ code: String, _ title: String, remedy: String) {
        self.status = status
        self.code = code
        self.title = title
        self.remedy = remedy
    }

    package init(_ status: Int, _ code: String, _ title: LocalizedText, remedy: LocalizedText, _ language: Language) {
        self.init(status, code, title.text(language), remedy: remedy.text(language))
    }

    /// The same with the advice to ask again.
    package func retrying(after seconds: Int) -> ProblemFacts {
        var facts = self
        facts.retryAfter = seconds
        return facts
    }

    package static func json(_ place: SourcePlace) -> JSONValue {
        ["line": JSONValue(place.line), "column": JSONValue(place.column)]
    }
}
