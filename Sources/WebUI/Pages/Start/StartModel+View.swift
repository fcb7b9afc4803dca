internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

extension StartModel {
    func view(_ language: Language) -> PageView {
        let answering = regions.filter(\.answers).count
        var view = PageView(
            title: language(sv: "Hej, \(name)", en: "Hello, \(name)"), template: "start",
            content: [
                "canSearch": .flag(canSearch), "search": .text(SiteURL.variantSearch(query: nil).path),
                "searchText": .text(
                    language(sv: "Sök variant, gen, område eller klassning", en: "Search variant, gene, range or classification")),
                "searchHint": .text(
                    language(
                        sv:
                            "Till exempel 17-43093464-G-A, NC_000017.11:g.43093464G>A, BRCA1 eller 17:43044295-43125364. Tryck / för att komma hit.",
                        en:
                            "For example 17-43093464-G-A, NC_000017.11:g.43093464G>A, BRCA1 or 17:43044295-43125364. Press / to come here."
                    )),
                "searchButton": .text(language(sv: "Sök", en: "Search")),
                "tasksTitle": .text(language(sv: "Väntar på dig", en: "Waiting for you")),
                "hasTasks": .flag(!tasks.isEmpty), "tasks": .list(tasks.map { $0.view(language) }),
                "noTasks": .text(noTasks(language)),
                "sectionsTitle": .text(language(sv: "Vad du kan göra", en: "What you can do")),
                "sections": .list(
                    sections.map { section in
                        [
                            "title": .text(section.title.text(language)), "address": .text(section.address.path),
                            "what": .text(section.purpose.text(language)),
                        ]
                    }),
                "regionsTitle": .text(language(sv: "Regionerna", en: "The regions")),
                "regionsText": .text(
                    language(
                        sv: "\(answering) av \(regions.count) kan tillfrågas just nu. Varje svar säger vilka som saknas.",
                        en: "\(answering) of \(regions.count) can be asked now. Each answer says which are missing.")),
                "regions": .list(regions.map { row($0, language) }),
                "releaseTitle": .text(language(sv: "Datautgåva", en: "Data release")),
                "release": releaseFields(language),
                "noRelease": .text(language(sv: "Ingen utgåva har publicerats här.", en: "No release has been published here.")),
            ], section: .start)
        view.lead = language(
            sv: "Du är inloggad som \(role.title.text(language)).", en: "You are signed in as \(role.title.text(language)).")
        return view
    }

    private func noTasks(_ language: Language) -> String {
        role == .patient
            ? language(
                sv: "Inget väntar på dig. Dina uppgifter och dina val finns under Mina uppgifter.",
                en: "Nothing waits for you. Your data and your choices are under My data.")
            : language(sv: "Inget väntar på dig.", en: "Nothing waits for you.")
    }

    private func row(_ state: RegionState, _ language: Language) -> PageValue {
        let text: String
        let style: String
        switch (state.isHere, state.circuit) {
        case (true, _): (style, text) = ("answered", language(sv: "Här", en: "Here"))
        case (_, .closed?): (style, text) = ("answered", language(sv: "Svarar", en: "Answers"))
        case (_, .halfOpen?): (style, text) = ("late", language(sv: "Prövas", en: "Being tried"))
        case (_, .open?): (style, text) = ("unreachable", language(sv: "Svarar inte", en: "Does not answer"))
        case (_, nil): (style, text) = ("unreachable", language(sv: "Inte ansluten", en: "Not connected"))
        }
        return [
            "name": .text(Region.of(state.region)?.name ?? state.region.description), "state": .text(style),
            "stateText": .text(text),
        ]
    }

    private func releaseFields(_ language: Language) -> PageValue {
        guard let release else { return .nothing }
        return [
            "number": .text(PageNumber.whole(release.number, language)), "day": .text(DateText.day(release.day, language)),
            "what": .text(
                language(
                    sv:
                        "Utgåva \(release.number) den \(DateText.day(release.day, language)) gjorde \(PageNumber.whole(release.people, language)) nytillkomna personer synliga för andra regioners frågor.",
                    en:
                        "Release \(release.number) of \(DateText.day(release.day, language)) made \(PageNumber.whole(release.people, language)) newly added people visible to other regions' questions."
                )),
        ]
    }
}

extension WaitingTask {
    fileprivate func view(_ language: Language) -> PageValue {
        [
            "count": .text(PageNumber.whole(count, language)), "title": .text(title.text(language)),
            "address": .text(address.path),
            "isUrgent": .flag(
                kind == .quarantinedSubmission || kind == .policyToSign || kind == .accessCase || kind == .recallToHandle),
            "examples": .list(
                examples.map { example in
                    [
                        "name": .text(example.name),
                        "time": .optional(example.time.map { DateText.shortMoment($0, language) }),
                    ]
                }),
        ]
    }

    private var address: SiteURL {
        switch kind {
        case .quarantinedSubmission: .submissionList(state: SubmissionRow.State.quarantined.rawValue, page: nil)
        case .receiptWithWarning: .submissions
        case .publication: .sharing
        case .policyToSign, .policyOfOwn: .sharing
        case .enquiryToAnswer: .enquiries
        case .accessCase: .ledgerPart(.cases)
        case .releaseToDecide, .releaseAnswered: .releases
        case .recallToHandle: .recalls
        case .conflictToDiscuss: .conflicts
        case .reportToFinish, .reportToSign: .reports
        case .proposalDecisionToConfirm: .rules
        }
    }

    private var title: LocalizedText {
        let one = count == 1
        switch kind {
        case .quarantinedSubmission:
            return LocalizedText(
                sv: one ? "insändning i karantän att rätta" : "insändningar i karantän att rätta",
                en: one ? "submission in quarantine to mend" : "submissions in quarantine to mend")
        case .receiptWithWarning:
            return LocalizedText(
                sv: one ? "kvittens med varning att se på" : "kvittenser med varning att se på",
                en: one ? "receipt with a warning to look at" : "receipts with a warning to look at")
        case .policyToSign:
            return LocalizedText(
                sv: one ? "policy som väntar på din underskrift" : "policyer som väntar på din underskrift",
                en: one ? "policy that waits for your signature" : "policies that wait for your signature")
        case .policyOfOwn:
            return LocalizedText(
                sv: one
                    ? "policy som du har föreslagit och en annan ska skriva under"
                    : "policyer som du har föreslagit och en annan ska skriva under",
                en: one ? "policy of yours that another has to sign" : "policies of yours that another has to sign")
        case .enquiryToAnswer:
            return LocalizedText(
                sv: one ? "studieförfrågan att besvara" : "studieförfrågningar att besvara",
                en: one ? "study enquiry to answer" : "study enquiries to answer")
        case .accessCase:
            return LocalizedText(
                sv: one ? "åtkomst som en patient ifrågasätter" : "åtkomster som patienter ifrågasätter",
                en: one ? "access that a patient questions" : "accesses that patients question")
        case .releaseToDecide:
            return LocalizedText(
                sv: one ? "begäran från en annan region att besluta om" : "begäranden från andra regioner att besluta om",
                en: one ? "request of another region to decide on" : "requests of other regions to decide on")
        case .releaseAnswered:
            return LocalizedText(
                sv: one ? "begäran som regionen har svarat på" : "begäranden som regionerna har svarat på",
                en: one ? "request that the region has answered" : "requests that the regions have answered")
        case .recallToHandle:
            return LocalizedText(
                sv: one ? "person att kontakta om en ny bedömning" : "personer att kontakta om en ny bedömning",
                en: one ? "person to contact about a reclassification" : "people to contact about a reclassification")
        case .conflictToDiscuss:
            return LocalizedText(
                sv: one ? "bedömning som laboratorier inte är ense om" : "bedömningar som laboratorier inte är ense om",
                en: one ? "classification on which laboratories differ" : "classifications on which laboratories differ")
        case .reportToFinish:
            return LocalizedText(
                sv: one ? "svar att göra färdigt" : "svar att göra färdiga",
                en: one ? "report to finish" : "reports to finish")
        case .reportToSign:
            return LocalizedText(
                sv: one ? "granskat svar att signera" : "granskade svar att signera",
                en: one ? "reviewed report to sign" : "reviewed reports to sign")
        case .proposalDecisionToConfirm:
            return LocalizedText(
                sv: one ? "beslut om beräknade förslag att bekräfta" : "beslut om beräknade förslag att bekräfta",
                en: one ? "decision on computed proposals to confirm" : "decisions on computed proposals to confirm")
        case .publication:
            return LocalizedText(
                sv: "nytillkomna personer att publicera för andra regioners frågor",
                en: "newly added people to publish for other regions' questions")
        }
    }
}
