internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Records
internal import StructuredText

/// One request: what is asked for, every step with who and when, and what whoever looks can do.
struct ReleaseModel: PageModel {
    let shown: ShownRelease
    let purpose: @Sendable (Language) -> String
    let reporting: RefusalReporting?
    /// What was wrong with the words that came back.
    var error: ReleaseError?
    var text = ""

    init(shown: ShownRelease, reporting: RefusalReporting?, purpose: @escaping @Sendable (Language) -> String) {
        self.shown = shown
        self.reporting = reporting
        self.purpose = purpose
    }

    private var release: RecordedRelease { shown.release }
    private var request: ReleaseRequest { shown.release.request }

    var json: JSONValue {
        let progress = release.progress
        return JSONValue(members: [
            ("id", JSONValue(.string(request.id))), ("region", JSONValue(.string(request.region.description))),
            ("question", JSONValue(.string(request.question))), ("assembly", JSONValue(.string(request.assembly.rawValue))),
            ("wish", JSONValue(.string(request.wish.rawValue))), ("words", JSONValue(.string(request.words))),
            ("state", JSONValue(.string(progress.state.rawValue))), ("side", JSONValue(.string(shown.side.rawValue))),
            ("possible", JSONValue(shown.possible.map(\.rawValue))),
            (
                "steps",
                JSONValue(
                    progress.entries.map { entry in
                        [
                            "kind": JSONValue(.string(entry.step.kind.rawValue)),
                            "side": JSONValue(.string(entry.step.side.rawValue)),
                            "name": JSONValue(.string(entry.step.name)), "words": JSONValue(.string(entry.step.words)),
                            "time": JSONValue(.string(entry.step.time.description)), "counts": JSONValue(entry.counts),
                        ] as JSONValue
                    })
            ), ("decisions", JSONValue(shown.decisions.map { $0.json(.en) })),
        ])
    }

    func view(_ language: Language) -> PageView {
        let state = release.progress.state
        return PageView(
            title: language(sv: "Begäran om ", en: "Request about ") + ReleaseSubject.text(request), template: "release/show",
            content: PageValue.fields([
                "trouble": .optional(
                    shown.trouble.map {
                        $0.text(language) + " "
                            + language(
                                sv: "Begäran är sparad och skickas av sig själv.",
                                en: "The request is kept, and is sent by itself.")
                    }),
                "state": .text(state.title.text(language)), "stateKey": .text(state.key),
                "next": .text(state.next(for: shown.side).text(language)),
                "obstacle": RefusalReporting.fields(report, language),
                "facts": .list(facts(language).map { ["name": .text($0.0), "value": .text($0.1)] }),
                "wordsTitle": .text(language(sv: "Varför", en: "Why")), "said": .text(request.words),
                "stepsTitle": .text(language(sv: "Vad som har hänt", en: "What has happened")), "steps": .list(steps(language)),
                "hasActions": .flag(!shown.possible.isEmpty),
                "actionsTitle": .text(language(sv: "Vad du kan göra", en: "What you can do")),
                "actionsLead": .text(lead(language)), "address": .text(SiteURL.releaseSteps(request.id).path),
                "fault": .optional(error.map { $0.message.text(language) + " " + $0.remedy.text(language) }), "text": .text(text),
                "wordsLabel": .text(language(sv: "Dina ord till den andra sidan", en: "Your words to the other side")),
                "actions": .list(
                    shown.possible.map { kind in
                        [
                            "value": .text(kind.rawValue), "title": .text(kind.act.text(language)),
                            "isMain": .flag(kind == .granted || kind == .informationGiven),
                        ]
                    }),
                "hasDecisions": .flag(!shown.decisions.isEmpty),
                "decisionTitle": .text(
                    language(sv: "Vad lag och policy säger av sig själva", en: "What law and policy say by themselves")),
                "decisionLead": .text(
                    language(
                        sv:
                            "Så skulle regionen svara på frågan i dag, utan ditt beslut. Ditt beslut fattas för sig, med den grund som du skriver.",
                        en:
                            "So the region would answer the question today, without your decision. Your decision is one of its own, on the ground that you write."
                    )),
                "decisions": .list(shown.decisions.map { ReleaseModel.decision($0, language) }),
                "list": .text(SiteURL.releases.path),
                "listText": .text(language(sv: "Alla begäranden", en: "All requests")),
            ]), section: .variants)
    }

    /// For the side that asked, where the holder declined: its own decision, by the rules of secrecy.
    private var report: SiteURL? {
        guard shown.side == .asker, release.progress.entries.contains(where: { $0.counts && $0.step.kind == .declined }) else {
            return nil
        }
        return reporting?.address(.policy, point: "OSL 25 kap.", region: request.region)
    }

    private func facts(_ language: Language) -> [(String, String)] {
        let asker = request.asker
        let unit = (asker.careUnit ?? asker.provider)?.text
        let who = [asker.name, asker.role.title.text(language), unit, asker.region.map(RegionRows.name)].compactMap { $0 }
        return [
            (language(sv: "Variant", en: "Variant"), ReleaseSubject.text(request) + " (" + request.assembly.rawValue + ")"),
            (language(sv: "Begärs", en: "Asked for"), request.wish.title.text(language)),
            (language(sv: "Av", en: "By"), who.joined(separator: ", ")),
            (language(sv: "Hos", en: "Of"), RegionRows.name(request.region)),
            (language(sv: "Ändamål", en: "Purpose"), purpose(language)),
            (language(sv: "Skickad", en: "Sent"), DateText.moment(request.sent, language)),
            (language(sv: "Nummer", en: "Number"), request.id),
        ]
    }

    private func steps(_ language: Language) -> [PageValue] {
        release.progress.entries.map { entry in
            let step = entry.step
            let side =
                step.side == .holder ? RegionRows.name(request.region) : language(sv: "den som frågar", en: "the asking side")
            return [
                "kind": .text(step.kind.done.text(language)), "time": .text(DateText.moment(step.time, language)),
                "who": .text([step.name, step.unit, side].compactMap { $0 }.joined(separator: ", ")), "words": .text(step.words),
                "counts": .flag(entry.counts),
                "late": .text(
                    language(sv: "Kom för sent och gäller inte.", en: "Came too late, and counts for nothing.")),
            ]
        }
    }

    private func lead(_ language: Language) -> String {
        switch shown.side {
        case .holder:
            language(
                sv: "Skriv skälet, och vid bifall vad som lämnas ut, till vem och hur. Den som frågar läser det du skriver.",
                en: "Write the reason, and when granting what is given out, to whom and how. Whoever asks reads what you write.")
        case .asker:
            language(sv: "Den som beslutar läser det du skriver.", en: "Whoever decides reads what you write.")
        }
    }

    private static func decision(_ decision: Decision, _ language: Language) -> PageValue {
        [
            "granularity": .text(
                decision.isRefused
                    ? language(sv: "Frågan nekas", en: "The question is refused")
                    : language(sv: "Frågan får besvaras", en: "The question may be answered")),
            "basis": .text(decision.basisText(language)),
            "reasons": .list(decision.reasonsAgainst.map { .text("\($0.text.text(language)) (\($0.reference))") }),
        ]
    }
}
