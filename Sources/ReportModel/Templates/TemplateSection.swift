package import StructuredText

/// Items that belong together, as one specialty answers for them.
package struct TemplateSection: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case molecular, pathology, radiology
        /// Flow cytometry, clinical chemistry, physiology and whatever else is part of the answer.
        case other
        /// What it all comes to.
        case conclusion
    }

    package let kind: Kind
    package let title: LocalizedText
    package let items: [TemplateItem]

    package init(kind: Kind, title: LocalizedText, items: [TemplateItem]) {
        self.kind = kind
        self.title = title
        self.items = items
    }
}

extension TemplateSection: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [("kind", .word(kind)), ("title", .form(title)), ("items", .some(items.json))])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "section", known: ["kind", "title", "items"])
        let items: [TemplateItem] = try members.list("items")
        guard !items.isEmpty else { throw members.fault("items") }
        self.init(kind: try members.word("kind"), title: try members.form("title"), items: items)
    }
}
