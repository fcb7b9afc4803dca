internal import ClinicalModel
internal import ReportModel
internal import StructuredText

/// Laboratories' classifications as rows of a table.
enum ClassificationRows {
    static func columns(_ language: Language) -> [PageValue] {
        [
            language(sv: "Laboratorium", en: "Laboratory"), language(sv: "Klass", en: "Class"),
            language(sv: "Tillstånd", en: "Condition"), language(sv: "Metod och kriterier", en: "Method and criteria"),
            language(sv: "Dag", en: "Day"),
        ].map(PageValue.text)
    }

    static func rows(
        _ classifications: [SharedClassification], _ units: [String: String], _ names: NamedCodes, _ language: Language
    ) -> [PageValue] {
        classifications.map { shared in
            [
                "laboratory": .text(
                    RegionRows.name(shared.region) + ", " + (units[shared.laboratory.text] ?? shared.laboratory.text)),
                "class": .text("\(shared.pathogenicityClass.number) – \(shared.pathogenicityClass.name.text(language))"),
                "condition": .markup(CodeText(names, language).markup(shared.subject.condition)),
                "method": .text(([shared.method] + shared.criteria).joined(separator: ", ")),
                "day": .text(DateText.shortDay(shared.evaluated, language)),
            ]
        }
    }
}
