internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// The reports of a region, the form that begins one, and the agreements about templates.
struct ReportListModel: PageModel {
    let listed: ListedReports
    var caseName = ""
    var person = ""
    var laboratory: String?
    var fault: LocalizedText?

    init(_ listed: ListedReports) { self.listed = listed }

    var json: JSONValue {
        JSONValue(members: [
            (
                "reports",
                JSONValue(
                    listed.reports.map { report in
                        [
                            "report": JSONValue(.string(report.identifier)), "case": JSONValue(.string(report.subject.caseName)),
                            "template": JSONValue(.string(report.template)),
                            "state": JSONValue(.string(report.latest?.state.rawValue ?? "")),
                        ] as JSONValue
                    })
            ), ("agreements", JSONValue(listed.agreements.map(\.json))),
        ])
    }

    func view(_ language: Language) -> PageView {
        let titles = Dictionary(
            listed.templates.map { ($0.identifier, language($0.title)) }, uniquingKeysWith: { _, later in later })
        func name(_ code: OrganisationCode) -> String { listed.organisations.first { $0.code == code }?.name ?? code.text }
        func options(_ kind: Organisation.Kind, chosen: String? = nil) -> PageValue {
            .list(
                listed.organisations.filter { $0.kind == kind }.map {
                    FormChoice.option($0.code.text, $0.name, $0.code.text == chosen)
                })
        }
        var view = PageView(
            title: language(sv: "Svar", en: "Reports"), template: "report/list",
            content: PageValue.fields([
                "fault": .optional(fault.map { language($0) }),
                "listTitle": .text(language(sv: "Senaste svaren", en: "Latest reports")),
                "hasRows": .flag(!listed.reports.isEmpty),
                "none": .text(
                    language(sv: "Det finns inga svar som du kan öppna.", en: "There are no reports that you can open.")),
                "columns": .list(
                    [
                        language(sv: "Ärende", en: "Case"), language(sv: "Mall", en: "Template"),
                        language(sv: "Läge", en: "State"),
                        language(sv: "Senast", en: "Latest"),
                    ].map(PageValue.text)),
                "rows": .list(
                    listed.reports.map {
                        ReportRow.fields($0, title: titles[$0.template] ?? $0.template, language)
                    }), "mayBegin": .flag(listed.mayBegin),
                "beginTitle": .text(language(sv: "Börja ett svar", en: "Begin a report")),
                "address": .text(SiteURL.reports.path), "laboratoryText": .text(language(sv: "Laboratorium", en: "Laboratory")),
                "laboratories": options(.laboratory, chosen: laboratory),
                "caseText": .text(language(sv: "Ärende", en: "Case")),
                "caseValue": .text(caseName),
                "personText": .text(
                    language(
                        sv: "Patientens pseudonym (behövs när ärendet har flera personer)",
                        en: "The patient's pseudonym (needed where the case has several people)")),
                "personValue": .text(person), "templateText": .text(language(sv: "Mall", en: "Template")),
                "templates": .list(
                    Set(listed.templates.map(\.identifier)).sorted().map { FormChoice.option($0, titles[$0] ?? $0, false) }),
                "beginText": .text(language(sv: "Börja", en: "Begin")),
                "templatesTitle": .text(language(sv: "Mallar i bruk", en: "Templates in use")),
                "templatesLead": .text(
                    language(
                        sv: "En mall används när både kliniken och laboratoriet har godkänt den. Det som godkänts ändras aldrig.",
                        en: "A template is used once clinic and laboratory have both agreed to it. What was agreed never changes."
                    )),
                "agreementColumns": .list(
                    [
                        language(sv: "Mall", en: "Template"), language(sv: "Klinik", en: "Clinic"),
                        language(sv: "Laboratorium", en: "Laboratory"), language(sv: "I bruk sedan", en: "In use since"),
                    ].map(PageValue.text)),
                "agreements": .list(
                    listed.agreements.map { agreement in
                        [
                            "template": .text((titles[agreement.template] ?? agreement.template) + " \(agreement.version)"),
                            "clinic": .text(name(agreement.clinic)), "laboratory": .text(name(agreement.laboratory)),
                            "since": .text(
                                agreement.since.map { DateText.moment($0, language) }
                                    ?? language(sv: "väntar på den andra sidan", en: "waits for the other side")),
                        ]
                    }),
                "mayAgree": .flag(listed.mayAgree), "agreeAddress": .text(SiteURL.reportTemplates.path),
                "versions": .list(
                    listed.templates.map { FormChoice.option($0.name, language($0.title) + " \($0.version)", false) }),
                "clinicText": .text(language(sv: "Klinik", en: "Clinic")), "clinics": options(.careUnit),
                "sideText": .text(language(sv: "Du godkänner för", en: "You agree for")),
                "sides": .list(
                    TemplateAgreement.Side.allCases.map { FormChoice.option($0.rawValue, language($0.name), false) }),
                "agreeText": .text(language(sv: "Godkänn mallen", en: "Agree to the template")),
            ]), section: .reports)
        view.lead = language(
            sv: "Strukturerade svar: ett för molekylära fynd, patologi, radiologi och annat tillsammans.",
            en: "Structured reports: one for molecular findings, pathology, radiology and more together.")
        return view
    }
}
