internal import Mustache

/// What a template is filled with. Text is escaped by its kind, not by how many braces the template writes: there is no way to put
/// somebody's words into a page as markup.
package enum PageValue: Sendable {
    case nothing
    case flag(Bool)
    /// Escaped wherever it stands. In a section empty text counts as nothing.
    case text(String)
    case markup(Markup)
    case list([PageValue])
    case fields([String: PageValue])

    /// Text where there is one, else nothing.
    package static func optional(_ text: String?) -> PageValue { text.map { .text($0) } ?? .nothing }

    /// The same fields and these.
    package func with(_ more: [String: PageValue]) -> PageValue {
        guard case .fields(let fields) = self else { return .fields(more) }
        return .fields(fields.merging(more) { _, new in new })
    }
}

extension PageValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByStringInterpolation
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(arrayLiteral elements: PageValue...) { self = .list(elements) }

    /// Of two fields with one name the later counts.
    package init(dictionaryLiteral elements: (String, PageValue)...) {
        self = .fields(Dictionary(elements, uniquingKeysWith: { _, later in later }))
    }
}

extension PageValue: MustacheCustomRepresentation {
    package var representation: Any? {
        switch self {
        case .nothing: nil
        case .flag(let value): value
        case .text(let text): RenderedText(Markup(escaping: text))
        case .markup(let markup): RenderedText(markup)
        case .list(let values): RenderedList(values: values)
        case .fields(let fields): RenderedFields(fields: fields)
        }
    }
}

/// Text as it stands in the page: templates are read as ones of plain text, so that it is escaped once and here.
struct RenderedText: MustacheCustomRenderable {
    let renderText: String
    var isNull: Bool { renderText.isEmpty }

    init(_ markup: Markup) { renderText = markup.text }
}

/// A list in a section. A template that writes it where a text should stand writes nothing: the library would describe the values, unescaped.
struct RenderedList: MustacheSequence, MustacheCustomRenderable {
    let values: [PageValue]

    var renderText: String { "" }
    var isNull: Bool { values.isEmpty }

    func makeIterator() -> IndexingIterator<[PageValue]> { values.makeIterator() }
}

/// Fields in a section. Where a text should stand they write nothing, too.
struct RenderedFields: MustacheParent, MustacheCustomRenderable {
    let fields: [String: PageValue]

    var renderText: String { "" }
    var isNull: Bool { false }

    func child(named name: String) -> Any? { fields[name] }
}
