package import KnowledgeModel

/// Reads a guideline's sections from a YAML file: `name`, `title`, `version`, `publisher`, `address`, `validFrom`, `validThrough` where it
/// ends, and `sections`, each with `anchor`, `title` and `text`.
package enum LoadGuideline {
    /// Throws `AccessFileError` with the place, or `GuidelineError`.
    package static func read(_ path: String) throws -> Guideline {
        let fields = try AccessFile.root(of: path)
            .fields(["name", "title", "version", "publisher", "address", "validFrom", "validThrough", "sections"])
        let sections = try fields["sections"].list().map { section in
            let fields = try section.fields(["anchor", "title", "text"])
            return (anchor: try fields["anchor"].text(), title: try fields["title"].text(), text: try fields["text"].text())
        }
        return try Guideline(
            name: fields["name"].text(), title: fields["title"].text(), version: fields["version"].text(),
            publisher: fields["publisher"].text(), address: fields["address"].text(), validFrom: fields["validFrom"].date(),
            validThrough: try fields.optional("validThrough")?.date(), sections: sections)
    }
}
