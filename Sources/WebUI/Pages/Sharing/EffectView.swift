internal import AccessModel
internal import Operations
internal import Records
internal import StructuredText

/// What a policy would have changed among past questions.
struct EffectView {
    let report: PreviewPolicy.Report
    let language: Language

    var fields: PageValue {
        let opened = report.count { if case .decided(let from, _, _) = $0 { from == .refused } else { false } }
        let closed = report.count { if case .decided(_, let to, _) = $0 { to == .refused } else { false } }
        let protected = report.count { if case .protectedOtherwise = $0 { true } else { false } }
        let other = report.count { if case .otherData = $0 { true } else { false } }
        let changed = report.lines.filter { if case .unknown = $0.outcome { false } else { true } }
        return [
            "title": text("Effekt på frågor som har ställts", "Effect on questions that were asked"),
            "period": .text(
                DateText.day(DateText.swedishDay(report.period.lowerBound), language) + " – "
                    + DateText.day(DateText.swedishDay(report.period.upperBound), language)),
            "summary": .list(
                [
                    figure(report.questions, text("frågor", "questions")),
                    figure(report.same, text("hade besvarats likadant", "answered alike")),
                    figure(closed, text("hade fått avslag", "refused")), figure(opened, text("hade fått svar", "answered")),
                    figure(protected, text("hade skyddat små tal annorlunda", "small numbers protected otherwise")),
                    figure(other, text("hade räknats på andra data", "computed from other data")),
                ]),
            "hasChanges": .flag(!changed.isEmpty),
            "noChanges": text(
                "Ingen fråga hade fått ett annat beslut.", "No question would have been decided otherwise."),
            "columns": [
                text("Antal", "Number"), text("Ändamål", "Purpose"), text("Vem frågade", "Who asked"),
                text("Begärde", "Asked for"),
                text("Blev", "Was"), text("Hade blivit", "Would have been"), text("Varför", "Why"), text("Senast", "Latest"),
            ],
            "lines": .list(changed.map(line)), "unknownTitle": text("Det som inte går att avgöra", "What cannot be told"),
            "unknown": .list(unknown),
        ]
    }

    static func period(_ days: Int, _ language: Language) -> String {
        language(sv: "\(days) dagarna", en: "\(days) days")
    }

    private func text(_ sv: String, _ en: String) -> PageValue { .text(language(sv: sv, en: en)) }

    private func figure(_ number: Int, _ title: PageValue) -> PageValue {
        ["number": .text(PageNumber.whole(number, language)), "title": title]
    }

    private func line(_ line: PreviewPolicy.Line) -> PageValue {
        let question = line.questions.question
        var (before, after, why) = ("", "", [String]())
        switch line.outcome {
        case .decided(let from, let to, let reasons):
            (before, after) = (verdict(from), verdict(to))
            why = reasons.filter { $0.isFor == (to > .refused) }.map { "\($0.text.text(language)) (\($0.reference))" }
        case .protectedOtherwise(let from, let to):
            before = from.isEmpty ? exact : from.map { $0.text.text(language) }.joined(separator: " ")
            after = to.isEmpty ? exact : to.map { $0.text.text(language) }.joined(separator: " ")
            why = [
                language(
                    sv: "Om just det här talet var litet sparas inte.", en: "Whether this number was small is not kept.")
            ]
        case .otherData:
            (before, after) = (
                language(sv: "Svar", en: "Answered"), language(sv: "Svar på andra data", en: "Answered from other data")
            )
            why = [
                language(
                    sv: "Talet kan inte räknas om: frågan sparas inte.",
                    en: "The figure cannot be computed again: the question is not kept.")
            ]
        case .same, .unknown: break
        }
        return [
            "count": .text(PageNumber.whole(line.questions.count, language)),
            "purpose": .text(question.purpose.shortTitle.text(language)),
            "who": .text(question.role.title.text(language) + ", " + question.recipient.name.text(language)),
            "asked": .optional(question.asked?.title.text(language)), "before": .text(before), "after": .text(after),
            "isOpened": .flag(isOpened(line.outcome)), "isClosed": .flag(isClosed(line.outcome)),
            "why": .list(why.map { ["text": .text($0)] }),
            "latest": .text(DateText.shortDay(DateText.swedishDay(line.questions.latest), language)),
        ]
    }

    private var exact: String { language(sv: "Alla tal visas.", en: "Every number is shown.") }

    private func verdict(_ granularity: Granularity) -> String {
        granularity == .refused ? language(sv: "Avslag", en: "Refused") : granularity.title.text(language)
    }

    private func isOpened(_ outcome: ReplayQuestion.Outcome) -> Bool {
        if case .decided(let from, _, _) = outcome { from == .refused } else { false }
    }

    private func isClosed(_ outcome: ReplayQuestion.Outcome) -> Bool {
        if case .decided(_, let to, _) = outcome { to == .refused } else { false }
    }

    /// How many, and why not.
    private var unknown: [PageValue] {
        var lines: [(Int, String)] = ReplayQuestion.Unknown.allCases.map { kind in
            (report.count { $0 == .unknown(kind) }, kind.text.text(language))
        }
        lines.append(
            (
                report.otherControllers,
                language(
                    sv: "Avgjorda enligt en annan vårdgivares policy i regionen",
                    en: "Decided by another controller of the region")
            ))
        lines.append(
            (
                report.unreadable,
                language(sv: "Utan uppgift om vem som stod var", en: "Without a word on who stood where")
            ))
        let told = lines.filter { $0.0 > 0 }.map { PageValue.text("\(PageNumber.whole($0.0, language)): \($0.1)") }
        return told + [
            text(
                "Loggen sparar aldrig vad som söktes. Därför kan inget tal räknas om, och vad riskbudgeten hade hållit tillbaka vet ingen.",
                "The ledger never keeps what was searched for. So no figure can be computed again, and nobody knows what the risk budget would have withheld."
            ),
            text(
                "Läsning av enskilda uppgifter prövas inte här: den beror på patienten, inte bara på policyn.",
                "Reading of records is not tried here: it depends on the patient, not on the policy alone."),
        ]
    }
}
