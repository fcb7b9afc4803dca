package import ClinicalModel

/// One version of a report with everything that its readers need: what the page, the PDF and every message are made from.
package struct ReportDocument: Hashable, Sendable {
    package let history: ReportHistory
    package let version: ReportVersion
    package let template: ReportTemplate
    package let laboratoryName: String
    package let ordererName: String?
    /// What the editions in use today call its codes.
    package let names: NamedCodes

    /// Nil where the report has no such version, or was made by another template.
    package init?(
        _ history: ReportHistory, version number: Int? = nil, template: ReportTemplate, laboratoryName: String,
        ordererName: String?, codes: CodeHierarchies
    ) {
        let version = number == nil ? history.latest : history.version(number ?? 0)
        guard let version, template.identifier == history.template, template.version == history.templateVersion else {
            return nil
        }
        self.history = history
        self.version = version
        self.template = template
        self.laboratoryName = laboratoryName
        self.ordererName = ordererName
        names = codes.names(of: version.content.codes)
    }

    package var content: ReportContent { version.content }

    /// What it says otherwise than the version before it; nil for the first.
    package var difference: ReportDifference? {
        history.version(version.number - 1).map { ReportDifference(from: $0.content, to: content, by: template) }
    }

    /// What it lacks, in the template's order.
    package var lacks: [ReportLack] { ReportCompleteness(content, by: template).lacks }

    /// The items of a section that are filled, in the template's order.
    package func filled(_ section: TemplateSection) -> [(item: TemplateItem, value: ItemValue)] {
        section.items.compactMap { item in content.values[item.key].map { (item, $0) } }
    }
}
