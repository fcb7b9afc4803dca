internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

extension EnquiryModel {
    func view(_ language: Language) -> PageView {
        let enquiry = table.enquiry
        let isOpen = table.closed == nil
        var content: [String: PageValue] = [
            "trouble": trouble.map { $0.notice(language) } ?? .nothing,
            "facts": .list(facts(language)), "criteriaText": .text(language(sv: "Frysta villkor", en: "Frozen criteria")),
            "criteria": .text(enquiry.criteria), "plannedText": .text(language(sv: "Vad som planeras", en: "What is planned")),
            "planned": .text(enquiry.plannedStudy),
            "regionsTitle": .text(language(sv: "Regionernas svar", en: "The regions' answers")),
            "hasRows": .flag(!table.rows.isEmpty),
            "none": .text(language(sv: "Ingen region har tillfrågats än.", en: "No region has been asked yet.")),
            "divided": table.isDivided
                ? .text(
                    language(
                        sv: "Regionerna har behandlat samma förfrågan olika. Skillnaderna står bredvid varandra nedan.",
                        en: "The regions have treated the same enquiry differently. The differences stand side by side below."))
                : .nothing,
            "total": table.total.map { .text(EnquiryModel.text($0, language)) } ?? .nothing,
            "totalText": .text(language(sv: "personer i de regioner som räknat", en: "people in the regions that have computed")),
            "columns": [
                .text(language(sv: "Region", en: "Region")), .text(language(sv: "Antal", en: "Number")),
                .text(language(sv: "Beslut", en: "Decision")), .text(language(sv: "Regionens ord", en: "The region's words")),
                .text(language(sv: "Var och vem", en: "Where and who")), .text(language(sv: "Klocka", en: "Clock")),
            ],
            "rows": .list(table.rows.map { row($0, language) }),
            "backAddress": .text(SiteURL.enquiries.path),
            "backText": .text(language(sv: "Alla förfrågningar", en: "All enquiries")),
        ]
        if isRegistrant, isOpen {
            content["acts"] = [
                "askAddress": .text(SiteURL.askEnquiry(enquiry.id).path),
                "askText": .text(
                    table.frozen == nil
                        ? language(sv: "Frys och fråga regionerna", en: "Freeze and ask the regions")
                        : language(sv: "Fråga dem som inte har räknat", en: "Ask those that have not computed")),
                "closeAddress": .text(SiteURL.closeEnquiry(enquiry.id).path),
                "closeText": .text(language(sv: "Avsluta förfrågan", en: "Close the enquiry")),
            ]
        }
        if let answersFor, isOpen { content["answer"] = answering(answersFor, language) }
        var view = PageView(
            title: enquiry.title, template: "enquiry", content: .fields(content), section: .cohorts)
        view.lead = isOpen ? "" : language(sv: "Förfrågan är avslutad.", en: "The enquiry is closed.")
        view.isWide = true
        return view
    }

    private func facts(_ language: Language) -> [PageValue] {
        func fact(_ name: String, _ value: String) -> PageValue { ["name": .text(name), "value": .text(value)] }
        let enquiry = table.enquiry
        func moment(_ time: Timestamp?) -> String {
            time.map { DateText.moment($0, language) } ?? language(sv: "inte än", en: "not yet")
        }
        return [
            fact(language(sv: "Beteckning", en: "Identifier"), enquiry.id),
            fact(language(sv: "Beställare", en: "Sponsor"), enquiry.sponsor),
            fact(language(sv: "Kontakt", en: "Contact"), enquiry.contact),
            fact(language(sv: "Svar senast", en: "Answers by"), DateText.day(enquiry.deadline, language)),
            fact(language(sv: "Registrerad", en: "Registered"), moment(enquiry.registered)),
            fact(language(sv: "Fryst", en: "Frozen"), moment(table.frozen)),
        ] + (table.closed.map { [fact(language(sv: "Avslutad", en: "Closed"), moment($0))] } ?? [])
    }

    static func text(_ figure: ClosedRange<Int>, _ language: Language) -> String {
        figure.lowerBound == figure.upperBound
            ? PageNumber.whole(figure.lowerBound, language)
            : PageNumber.whole(figure.lowerBound, language) + "–" + PageNumber.whole(figure.upperBound, language)
    }

    private func row(_ row: EnquiryTable.Row, _ language: Language) -> PageValue {
        let site = [row.opinion?.site, row.opinion?.contact].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        return [
            "name": .text(Region.of(row.region)?.name ?? row.region.description),
            "state": .text(row.figure?.state.rawValue ?? "late"),
            "stateText": .text(
                row.figure.map { $0.state.text.text(language) } ?? language(sv: "visas inte för dig", en: "not shown to you")),
            "figure": row.figure?.figure.map { .text(EnquiryModel.text($0, language)) } ?? .nothing,
            "reason": .optional(row.figure?.reason?.text(language)),
            "obstacle": RefusalReporting.fields(report(row), language),
            "decision": .text(
                row.opinion?.decision.text.text(language)
                    ?? (row.isOverdue ? language(sv: "försenat", en: "overdue") : language(sv: "väntar", en: "waiting"))),
            "decisionState": .text(row.opinion?.decision.style ?? (row.isOverdue ? "unreachable" : "late")),
            "words": .text(row.opinion?.words ?? ""), "site": .text(site), "clock": .list(clock(row.clock, language)),
        ]
    }

    /// Where the region refused the number, or will not take part. An enquiry is feasibility, whoever looks at it.
    private func report(_ row: EnquiryTable.Row) -> SiteURL? {
        guard row.figure?.state == .refused || row.opinion?.decision == .no else { return nil }
        return reporting?.address(.policy, region: row.region)
    }

    private func clock(_ clock: EnquiryTable.Clock, _ language: Language) -> [PageValue] {
        func step(_ name: String, _ end: Timestamp?) -> PageValue? {
            guard let end, let asked = clock.asked else { return nil }
            return .text(name + " " + EnquiryModel.span(end.milliseconds - asked.milliseconds, language))
        }
        return [
            clock.asked.map { .text(language(sv: "frågad ", en: "asked ") + DateText.shortMoment($0, language)) },
            step(language(sv: "antal efter", en: "number after"), clock.computed),
            step(language(sv: "svar efter", en: "answer after"), clock.answered),
        ].compactMap { $0 }
    }

    /// How long something took, in the largest unit that says it.
    static func span(_ milliseconds: Int, _ language: Language) -> String {
        switch milliseconds {
        case ..<1000: "\(max(0, milliseconds))\u{A0}ms"
        case ..<60_000: PageNumber.decimal(Double(milliseconds) / 1000, decimals: 1, language) + "\u{A0}s"
        case ..<3_600_000: "\(milliseconds / 60_000)\u{A0}min"
        case ..<172_800_000: "\(milliseconds / 3_600_000)\u{A0}h"
        default: "\(milliseconds / 86_400_000) " + language(sv: "dygn", en: "days")
        }
    }

    private func answering(_ region: RegionCode, _ language: Language) -> PageValue {
        let name = Region.of(region)?.name ?? region.description
        return [
            "title": .text(language(sv: "Svara för \(name)", en: "Answer for \(name)")),
            "explanation": .text(
                language(
                    sv: "Antalet räknas av plattformen. Du svarar om regionen kan delta, var, och vem man vänder sig till.",
                    en:
                        "The number is computed by the platform. You answer whether the region can take part, where, and whom to turn to."
                )),
            "action": .text(SiteURL.answerEnquiry(table.enquiry.id).path),
            "decisionText": .text(language(sv: "Beslut", en: "Decision")),
            "decisions": .list(
                EnquiryOpinion.Decision.allCases.map { ["value": .text($0.rawValue), "title": .text($0.text.text(language))] }),
            "wordsText": .text(
                language(
                    sv: "Grunden eller villkoret (krävs vid nej och villkor)",
                    en: "The grounds or the condition (needed unless yes)")),
            "siteText": .text(language(sv: "Klinik och förmåga", en: "Clinic and capability")),
            "contactText": .text(language(sv: "Kontakt", en: "Contact")), "sendText": .text(language(sv: "Svara", en: "Answer")),
        ]
    }
}

extension EnquiryFigure.State {
    var text: LocalizedText {
        switch self {
        case .answered: LocalizedText(sv: "räknat", en: "computed")
        case .suppressed: LocalizedText(sv: "visas inte", en: "not shown")
        case .refused: LocalizedText(sv: "avböjde", en: "refused")
        case .late: LocalizedText(sv: "för sent", en: "late")
        case .unreachable: LocalizedText(sv: "nås inte", en: "unreachable")
        }
    }
}

extension EnquiryOpinion.Decision {
    var text: LocalizedText {
        switch self {
        case .yes: LocalizedText(sv: "ja", en: "yes")
        case .no: LocalizedText(sv: "nej", en: "no")
        case .condition: LocalizedText(sv: "ja, på villkor", en: "yes, on a condition")
        }
    }

    var style: String {
        switch self {
        case .yes: "answered"
        case .no: "refused"
        case .condition: "suppressed"
        }
    }
}
