package import StructuredText

/// What a report of one diagnosis area holds, in one version. Another content is another version.
package struct ReportTemplate: Hashable, Sendable {
    /// A published text that the template follows.
    package struct Source: Hashable, Sendable {
        /// With its edition.
        package let title: String
        package let publisher: String
        package let address: String

        package init(title: String, publisher: String, address: String) {
            self.title = title
            self.publisher = publisher
            self.address = address
        }
    }

    /// `lung-cancer`, as items are named.
    package let identifier: String
    /// From 1.
    package let version: Int
    package let area: DiagnosisArea
    package let title: LocalizedText
    /// Never empty.
    package let sources: [Source]
    package let sections: [TemplateSection]

    /// Nil without sources or sections, where a key is used twice, where two sections are of one kind, or where a condition names no
    /// choice of an earlier item.
    package init?(
        identifier: String, version: Int, area: DiagnosisArea, title: LocalizedText, sources: [Source],
        sections: [TemplateSection]
    ) {
        guard TemplateItem.isKey(identifier), version >= 1, !sources.isEmpty, !sections.isEmpty else { return nil }
        var choices: [String: Set<String>] = [:]
        for item in sections.flatMap(\.items) {
            guard choices[item.key] == nil else { return nil }
            if case .conditional(let other, let values) = item.need {
                guard let known = choices[other], known.isSuperset(of: values) else { return nil }
            }
            if case .choice(let list, _) = item.kind { choices[item.key] = Set(list.map(\.key)) } else { choices[item.key] = [] }
        }
        guard Set(sections.map(\.kind)).count == sections.count else { return nil }
        self.identifier = identifier
        self.version = version
        self.area = area
        self.title = title
        self.sources = sources
        self.sections = sections
    }

    /// `lung-cancer 1`.
    package var name: String { "\(identifier) \(version)" }

    package var items: [TemplateItem] { sections.flatMap(\.items) }

    package func item(_ key: String) -> TemplateItem? { items.first { $0.key == key } }
}

extension ReportTemplate: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("template", .text(identifier)), ("version", .integer(version)), ("area", .word(area)), ("title", .form(title)),
            ("sources", .some(sources.json)), ("sections", .some(sections.json)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "template", known: ["template", "version", "area", "title", "sources", "sections"])
        guard
            let made = ReportTemplate(
                identifier: try members.text("template"), version: try members.integer("version"),
                area: try members.word("area"), title: try members.form("title"), sources: try members.list("sources"),
                sections: try members.list("sections"))
        else { throw members.fault("sections") }
        self = made
    }
}

extension ReportTemplate.Source: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [("title", .text(title)), ("publisher", .text(publisher)), ("address", .text(address))])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "source", known: ["title", "publisher", "address"])
        self.init(
            title: try members.text("title"), publisher: try members.text("publisher"), address: try members.text("address"))
    }
}
