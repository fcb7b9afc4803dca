internal import Operations
internal import StructuredText

/// A quarantined submission's manifest to be mended on the page and sent again, with the files that are already here.
struct MendingModel: PageModel {
    let view: ShowSubmission.View
    /// The manifest without identity numbers.
    let text: String
    /// The line of what the failure names.
    var line: Int?
    /// What is wrong with it by itself.
    let faults: [ManifestFault]
    let formLimit: Int
    /// What was wrong with what was sent from here just now.
    var trouble: ProblemFacts?

    var json: JSONValue {
        JSONValue(members: [
            ("submission", SubmissionListModel.json(view.row)), ("manifest", JSONValue(.string(text))),
            ("faults", JSONValue(faults.map { JSONValue(.string($0.path)) })), ("failure", view.receipt?.failure?.json),
        ])
    }

    func view(_ language: Language) -> PageView {
        let row = view.row
        let failure = view.receipt?.failure
        var page = PageView(
            title: language(
                sv: "Rätta: \(row.caseName.isEmpty ? row.id : row.caseName)",
                en: "Mend: \(row.caseName.isEmpty ? row.id : row.caseName)"),
            template: "mending",
            content: [
                "backText": .text(language(sv: "Till kvittot", en: "To the receipt")),
                "backAddress": .text(SiteURL.submission(row.id).path),
                "failure": failure.map { failure in
                    [
                        "title": .text(language(sv: "Vad som är fel", en: "What is wrong")), "place": .optional(failure.place),
                        "line": line.map { .text(language(sv: ", rad \($0) nedan", en: ", line \($0) below")) } ?? .nothing,
                        "placeText": .text(language(sv: "Var", en: "Where")),
                        "lines": .list(failure.message.text(language).split(separator: "\n").map { .text(String($0)) }),
                        "remedyText": .text(language(sv: "Gör så här", en: "What to do")),
                        "remedy": .text(failure.remedy.text(language)), "code": .text(failure.code.rawValue),
                    ]
                } ?? .nothing,
                "trouble": trouble.map { $0.notice(language) } ?? .nothing,
                "hasFaults": .flag(!faults.isEmpty),
                "faultsTitle": .text(language(sv: "Fel i manifestet nedan", en: "Faults in the manifest below")),
                "columns": [
                    .text(language(sv: "Rad", en: "Line")), .text(language(sv: "Uppgift", en: "Value")),
                    .text(language(sv: "Vad är fel", en: "What is wrong")),
                    .text(language(sv: "Vad som väntas", en: "What is expected")),
                ],
                "faults": .list(faults.prefix(100).map { FaultText.value($0, language) }),
                "action": .text(SiteURL.mendSubmission(row.id).path), "text": .text(text),
                "textLabel": .text(language(sv: "Manifestet", en: "The manifest")),
                "textHint": .text(
                    language(
                        sv:
                            "Identitetsnumren är dolda (withheld) och fylls i igen när du sänder. Vill du ändra ett: skriv det nya numret i stället för ordet.",
                        en:
                            "Identity numbers are hidden (withheld) and put back when you send. To change one: write the new number in place of the word."
                    )),
                "filesLabel": .text(language(sv: "Filer som ska bytas", en: "Files to be replaced")),
                "filesHint": .text(
                    language(
                        sv:
                            "Välj bara dem som du har rättat; de andra ligger kvar. Tillsammans högst \(ByteText.size(formLimit, language)). Är de större: hämta manifestet, rätta det och sänd in från sidan Insändningar.",
                        en:
                            "Choose only those that you have mended; the others are kept. Together at most \(ByteText.size(formLimit, language)). If they are larger: fetch the manifest, mend it, and send it in from the page Submissions."
                    )),
                "measureText": .text(
                    language(
                        sv: "Fyll i längd och kontrollsumma för filerna som jag sänder här",
                        en: "Fill in length and checksum of the files that I send here")),
                "sendText": .text(language(sv: "Sänd igen", en: "Send again")),
                "fetchText": .text(
                    language(sv: "Hämta manifestet med identitetsnummer", en: "Fetch the manifest with identity numbers")),
                "fetchHint": .text(
                    language(
                        sv: "För att rätta det i laboratoriets eget system. Att det hämtas skrivs i loggen.",
                        en: "To mend it in the laboratory's own system. That it is fetched is written in the ledger.")),
                "fetchAddress": .text(SiteURL.originalManifest(row.id).path),
            ], section: .submissions)
        page.lead = language(
            sv: "Ändra det som är fel, byt de filer som är fel, och sänd igen.",
            en: "Change what is wrong, replace the files that are wrong, and send again.")
        page.isWide = true
        return page
    }
}
