internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText

/// One version of a policy, as it was signed, beside the one before.
struct PolicyVersionModel: PageModel {
    let version: PolicyVersion
    let policy: Policy
    let differences: [PolicyDifference]
    let matrix: PolicyMatrix

    var json: JSONValue {
        [
            "version": JSONValue(version.version), "controller": JSONValue(version.controller?.text),
            "validFrom": JSONValue(.string(version.validFrom.description)), "sha256": JSONValue(.string(version.sha256)),
            "proposedBy": JSONValue(.string(version.proposedBy)), "approvedBy": JSONValue(.string(version.approvedBy)),
            "differences": JSONValue(differences.map { JSONValue(.string($0.text(.sv))) }), "matrix": matrix.pageJSON,
            "text": JSONValue(.string(version.text)),
        ]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Publicering \(version.version)", en: "Publication \(version.version)"),
            template: "sharing/version",
            content: PageValue.fields(MatrixView(matrix: matrix, language: language).fields).with([
                "back": .text(SharingAddress.policy(version.controller, effectDays: nil).path),
                "backText": .text(language(sv: "Tillbaka", en: "Back")),
                "policyTitle": .text(language(sv: "Vad som lämnar vårdgivaren", en: "What leaves the provider")),
                "facts": [
                    fact(language(sv: "Gäller från", en: "Holds from"), DateText.day(version.validFrom, language)),
                    fact(language(sv: "Föreslagen av", en: "Proposed by"), version.proposedBy),
                    fact(language(sv: "Underskriven av", en: "Signed by"), version.approvedBy),
                    fact(language(sv: "Publicerad", en: "Published"), DateText.moment(version.published, language)),
                    fact("SHA-256", version.sha256),
                ],
                "differencesTitle": .text(language(sv: "Skillnad mot versionen före", en: "What differs from the one before")),
                "differences": .list(differences.map { $0.value(language) }), "hasDifferences": .flag(!differences.isEmpty),
                "noDifferences": .text(language(sv: "Ingenting ändrades.", en: "Nothing changed.")),
                "source": .text(version.text),
                "sourceTitle": .text(language(sv: "Texten som skrevs under", en: "The text that was signed")),
            ]), section: .sharing)
        view.lead = version.controller?.text ?? ""
        view.isWide = true
        return view
    }

    private func fact(_ name: String, _ value: String) -> PageValue { ["name": .text(name), "value": .text(value)] }
}
