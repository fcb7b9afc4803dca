package import ClinicalModel
internal import GenomeModel

/// A guideline's text as it stands in one version: a national care programme, a laboratory's method description.
package struct Guideline: Hashable, Sendable {
    /// What its versions have in common, in letters, digits and hyphens: `lungcancer`.
    package let name: String
    package let title: String
    /// As the publisher calls it: `6.1`.
    package let version: String
    package let publisher: String
    package let address: String
    package let validFrom: CivilDate
    /// Nil while it is valid until further notice.
    package let validThrough: CivilDate?
    package let sections: [GuidelineSection]

    /// Throws where the name or an anchor could not stand in an address, an anchor is there twice, or the validity ends before it begins.
    package init(
        name: String, title: String, version: String, publisher: String, address: String, validFrom: CivilDate,
        validThrough: CivilDate? = nil, sections: [(anchor: String, title: String, text: String)]
    ) throws(GuidelineError) {
        guard Guideline.isAnchor(name) else { throw GuidelineError(.badName, name) }
        guard !sections.isEmpty else { throw GuidelineError(.noSections, name) }
        if let validThrough, validThrough < validFrom { throw GuidelineError(.endsBeforeItBegins, validThrough.description) }
        var seen = Set<String>()
        for section in sections {
            guard Guideline.isAnchor(section.anchor) else { throw GuidelineError(.badAnchor, section.anchor) }
            guard seen.insert(section.anchor).inserted else { throw GuidelineError(.repeatedAnchor, section.anchor) }
        }
        self.name = name
        self.title = title
        self.version = version
        self.publisher = publisher
        self.address = address
        self.validFrom = validFrom
        self.validThrough = validThrough
        self.sections = sections.map {
            GuidelineSection(guideline: name, anchor: $0.anchor, title: $0.title, text: $0.text)
        }
    }

    /// The sections in the order of their identities, as a difference takes them.
    package var items: [GuidelineSection] { sections.sorted { $0.identity < $1.identity } }

    package func isValid(on date: CivilDate) -> Bool { validFrom <= date && validThrough.map { date <= $0 } ?? true }

    private static func isAnchor(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0)
            }
    }
}

/// One section of a guideline, which a report can cite by its anchor.
package struct GuidelineSection: KnowledgeItem {
    package let guideline: String
    package let anchor: String
    package let title: String
    package let text: String

    package var identity: ItemIdentity { ItemIdentity(.guideline, guideline + "#" + anchor) }

    package var fields: [ItemField] { [ItemField("title", title), ItemField("text", text)] }

    /// A program cannot tell what a changed text means, so any other text is another direction, and somebody has to look.
    package var statement: ItemStatement {
        ItemStatement(direction: "text " + TruncatedDigest.text(of: Array((title + "\n" + text).utf8)), strengths: [])
    }
}

package struct GuidelineError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case badName, badAnchor, repeatedAnchor, noSections, endsBeforeItBegins
    }

    package let code: Code
    /// The name, anchor or date that is wrong.
    package let value: String

    init(_ code: Code, _ value: String) {
        self.code = code
        self.value = value
    }

    package var message: String {
        switch code {
        case .badName: "the name \"\(value)\" has other signs than letters, digits, hyphen, underscore and full stop."
        case .badAnchor: "the anchor \"\(value)\" has other signs than letters, digits, hyphen, underscore and full stop."
        case .repeatedAnchor: "the anchor \"\(value)\" is there twice."
        case .noSections: "the guideline \"\(value)\" has no sections."
        case .endsBeforeItBegins: "it is valid through \(value), before it begins."
        }
    }

    package var remedy: String {
        switch code {
        case .badName, .badAnchor: "Write it in letters, digits and hyphens."
        case .repeatedAnchor: "Give each section an anchor of its own."
        case .noSections: "Give it at least one section with an anchor."
        case .endsBeforeItBegins: "Correct one of the dates."
        }
    }

    package var description: String { "\(message) \(remedy) (\(code.rawValue))" }
}
