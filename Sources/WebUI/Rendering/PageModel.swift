package import StructuredText

/// What a page says, as values: no sentence and no formatted number in it.
package protocol PageModel: Sendable {
    /// The answer to `Accept: application/json`.
    var json: JSONValue { get }

    /// The page in one language.
    func view(_ language: Language) -> PageView
}

/// A page in one language, without the frame around it.
package struct PageView: Sendable {
    /// Stands in the window's title and as the page's first heading, which the frame writes.
    package var title: String
    /// A sentence under the heading; nothing where it is empty.
    package var lead = ""
    /// The template's name: `network`.
    package var template: String
    package var content: PageValue
    /// Which part of the navigation the page belongs to.
    package var section: Section?
    /// Assets of the page's own: `variant.js`. They only improve what works without them.
    package var scripts: [String] = []
    /// Whether the page has the whole width: for dense tables and charts.
    package var isWide = false

    package init(title: String, template: String, content: PageValue, section: Section? = nil) {
        self.title = title
        self.template = template
        self.content = content
        self.section = section
    }
}
