internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

extension SubmissionModel {
    func view(_ language: Language) -> PageView {
        let row = view.row
        let name = row.caseName.isEmpty ? row.id : row.caseName
        var content: [String: PageValue] = [
            "state": .text(row.state.style), "stateText": .text(row.state.title.text(language)),
            "backText": .text(language(sv: "Alla insändningar", en: "All submissions")),
            "backAddress": .text(SiteURL.submissions.path), "facts": .list(facts(language)),
            "stepsTitle": .text(language(sv: "Vad som har hänt", en: "What has happened")),
            "hasSteps": .flag(!view.steps.isEmpty), "steps": .list(steps(language)),
            "release": .optional(row.release?.text(language)),
        ]
        content.merge(SubmissionReceiptView(view: view).content(language)) { _, new in new }
        if let failure = view.receipt?.failure, row.state == .quarantined {
            content["failure"] = failed(failure, language)
        }
        if let upload = view.upload { content["upload"] = uploading(upload, language) }
        if let trouble { content["trouble"] = SubmissionTrouble(trouble).value(language) }
        var page = PageView(
            title: language(sv: "Insändning: \(name)", en: "Submission: \(name)"), template: "submission",
            content: .fields(content), section: .submissions)
        page.lead = lead(language)
        page.scripts = ["upload.js"]
        return page
    }

    private func lead(_ language: Language) -> String {
        switch view.row.state {
        case .uploading:
            language(
                sv: "Manifestet är mottaget. Insändningen tas in när alla filer har kommit.",
                en: "The manifest has come. The submission is taken in when all files have.")
        case .received:
            language(sv: "Allt har kommit och gås igenom.", en: "All has come and is being gone through.")
        case .available: language(sv: "Allt togs emot.", en: "All was accepted.")
        case .quarantined:
            language(
                sv: "Inget av den har tagits in. Rätta det som står nedan och sänd den igen.",
                en: "Nothing of it was taken in. Mend what stands below and send it again.")
        case .superseded:
            language(
                sv: "Den låg i karantän. En rättad insändning har tagit dess plats.",
                en: "It lay in quarantine. A mended submission has taken its place.")
        case .emptied:
            language(
                sv: "Innehållet är förstört genom ett beslut. Kvar är att den kom, och när.",
                en: "Its content was destroyed by a decision. What is left is that it came, and when.")
        }
    }

    private func facts(_ language: Language) -> [PageValue] {
        func fact(_ name: String, _ value: String, _ address: SiteURL? = nil) -> PageValue {
            ["name": .text(name), "value": .text(value), "address": .optional(address?.path)]
        }
        let row = view.row
        var facts = [
            fact(language(sv: "Beteckning", en: "Identifier"), row.id),
            fact(language(sv: "Slag", en: "Kind"), SubmissionKindText.title(row.kind, language)),
        ]
        if !row.laboratory.isEmpty { facts.append(fact(language(sv: "Laboratorium", en: "Laboratory"), row.laboratory)) }
        if let received = row.received {
            facts.append(fact(language(sv: "Mottagen", en: "Received"), DateText.moment(received, language)))
        }
        if let completed = view.receipt?.completed {
            facts.append(fact(language(sv: "Klar", en: "Completed"), DateText.moment(completed, language)))
        }
        if let concerns = view.concerns {
            facts.append(fact(language(sv: "Rättar", en: "Mends"), concerns, .submission(concerns)))
        }
        for other in view.concernedBy {
            facts.append(fact(language(sv: "Rättad av", en: "Mended by"), other, .submission(other)))
        }
        return facts
    }

    private func steps(_ language: Language) -> [PageValue] {
        view.steps.map { step in
            let title = IntakeStep(rawValue: step.step)?.title.text(language) ?? step.step
            return [
                "title": .text(step.outcome == .failed ? language(sv: "stoppad före: ", en: "stopped before: ") + title : title),
                "isFailed": .flag(step.outcome == .failed), "time": .text(DateText.shortMoment(step.time, language)),
                "moment": .text(step.time.description),
            ]
        }
    }

    private func failed(_ failure: IntakeFailure, _ language: Language) -> PageValue {
        [
            "title": .text(language(sv: "Vad som är fel", en: "What is wrong")),
            "placeText": .text(language(sv: "Var", en: "Where")), "place": .optional(failure.place),
            "stepText": .text(language(sv: "Stoppad före", en: "Stopped before")),
            "step": .text(failure.step.title.text(language)),
            "lines": .list(failure.message.text(language).split(separator: "\n").map { .text(String($0)) }),
            "remedyText": .text(language(sv: "Gör så här", en: "What to do")), "remedy": .text(failure.remedy.text(language)),
            "code": .text(failure.code.rawValue), "isMendable": .flag(view.isMendable),
            "mendText": .text(language(sv: "Rätta och sänd igen", en: "Mend it and send it again")),
            "mendAddress": .text(SiteURL.mendSubmission(view.row.id).path),
        ]
    }

    private func uploading(_ session: UploadSession, _ language: Language) -> PageValue {
        [
            "title": .text(language(sv: "Filerna", en: "The files")),
            "columns": [
                .text(language(sv: "Fil", en: "File")), .text(language(sv: "Storlek", en: "Size")),
                .text(language(sv: "Läge", en: "State")),
            ],
            "files": .list(
                session.files.map { file in
                    let share = file.bytes == 0 ? 100 : file.offset * 100 / file.bytes
                    return [
                        "name": .text(file.name), "size": .text(ByteText.size(file.bytes, language)),
                        "state": .text(file.isWhole ? "answered" : "late"),
                        "stateText": .text(
                            file.isKept && file.offset == 0
                                ? language(sv: "ligger kvar sedan förut", en: "kept from before")
                                : file.isWhole
                                    ? language(sv: "har kommit", en: "has come")
                                    : language(sv: "\(share) % har kommit", en: "\(share)% has come")),
                    ]
                }),
            "isWhole": .flag(session.missing.isEmpty),
            "finishText": .text(language(sv: "Ta in insändningen", en: "Take the submission in")),
            "finishAddress": .text(SiteURL.finishSubmission(session.id).path),
            "sendText": .text(language(sv: "Sänd filerna", en: "Send the files")),
            "sendAddress": .text(SiteURL.submissionFiles(session.id).path),
            "filesText": .text(language(sv: "Filer som saknas", en: "Files that are missing")),
            "filesHint": .text(
                language(
                    sv: "Utan skript i webbläsaren högst \(ByteText.size(formLimit, language)) tillsammans.",
                    en: "Without scripts in the browser at most \(ByteText.size(formLimit, language)) together.")),
            "dropText": .text(language(sv: "Ta bort uppladdningen", en: "Remove the upload")),
            "dropAddress": .text(SiteURL.dropUpload(session.id).path), "id": .text(session.id),
            "words": UploadWords.value(language),
        ]
    }
}
