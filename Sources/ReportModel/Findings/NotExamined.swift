package import StructuredText

/// Something that was not looked at, or could not be: a reader must never take it for normal.
package struct NotExamined: Hashable, Sendable {
    package enum Subject: String, Sendable, CaseIterable {
        case gene, region, exon
        /// A kind of variant, such as repeat expansions or mosaicism under 5 %.
        case variantKind = "variant-kind"
        case biomarker
        case specimen
    }

    package enum Reason: String, Sendable, CaseIterable {
        case notInAssay = "not-in-assay"
        case lowCoverage = "low-coverage"
        case lowTumourCellContent = "low-tumour-cell-content"
        case failedQuality = "failed-quality"
        case notRequested = "not-requested"
        case notConsented = "not-consented"

        package var text: LocalizedText {
            switch self {
            case .notInAssay: LocalizedText(sv: "ingår inte i analysen", en: "not part of the analysis")
            case .lowCoverage: LocalizedText(sv: "otillräcklig täckning", en: "insufficient coverage")
            case .lowTumourCellContent: LocalizedText(sv: "för låg tumörcellshalt", en: "tumour cell content too low")
            case .failedQuality: LocalizedText(sv: "otillräcklig kvalitet", en: "insufficient quality")
            case .notRequested: LocalizedText(sv: "inte beställt", en: "not requested")
            case .notConsented: LocalizedText(sv: "patienten har avböjt", en: "declined by the patient")
            }
        }
    }

    package let subject: Subject
    /// The gene's symbol, the interval (`17:43044295-43125483`), or what else names it.
    package let name: String
    package let reason: Reason

    package init(_ subject: Subject, _ name: String, _ reason: Reason) {
        self.subject = subject
        self.name = name
        self.reason = reason
    }
}

extension NotExamined: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [("subject", .word(subject)), ("name", .text(name)), ("reason", .word(reason))])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "notExamined", known: ["subject", "name", "reason"])
        self.init(try members.word("subject"), try members.text("name"), try members.word("reason"))
    }
}
