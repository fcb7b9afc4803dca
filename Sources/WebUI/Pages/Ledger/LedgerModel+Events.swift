internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText

extension LedgerModel {
    func eventFields(_ language: Language) -> [String: PageValue] {
        [
            "eventsTitle": .text(language(sv: "Händelser", en: "Events")), "hasEvents": .flag(!events.isEmpty),
            "noEvents": .text(
                selection.isNarrow
                    ? language(sv: "Ingen händelse stämmer med filtren.", en: "No event meets the filters.")
                    : language(sv: "Loggen är tom.", en: "The ledger is empty.")),
            "eventColumns": [
                .text(language(sv: "Nr", en: "No.")), .text(language(sv: "Tid", en: "Time")),
                .text(language(sv: "Vad", en: "What")),
                .text(language(sv: "Vem", en: "Who")), .text(language(sv: "Ändamål", en: "Purpose")),
                .text(language(sv: "Utfall", en: "Outcome")), .text(language(sv: "Mer", en: "More")),
            ],
            "events": .list(events.reversed().map { EventRow(event: $0, units: units).value(language) }),
            "older": next.map { .text(LedgerAddress.events(with { $0.before = $1 }($0)).path) } ?? .nothing,
            "olderText": .text(language(sv: "Äldre händelser", en: "Older events")),
            "newest": selection.before == nil ? .nothing : .text(LedgerAddress.events(with { $0.before = $1 }(nil)).path),
            "newestText": .text(language(sv: "Till de senaste", en: "To the latest")),
        ]
    }

    private func with(_ change: @escaping (inout LedgerSelection, Int?) -> Void) -> (Int?) -> LedgerSelection {
        { before in
            var other = selection
            change(&other, before)
            return other
        }
    }

    func filter(_ language: Language) -> PageValue {
        let any = language(sv: "Alla", en: "All")
        return [
            "title": .text(language(sv: "Filter", en: "Filters")), "address": .text(SiteURL.ledger.path),
            "isOpen": .flag(selection.isNarrow),
            "from": .text(language(sv: "Från och med", en: "From")), "fromValue": .optional(selection.from?.description),
            "to": .text(language(sv: "Till och med", en: "To")), "toValue": .optional(selection.to?.description),
            "actor": .text(language(sv: "Person (identitet)", en: "Person (identity)")), "actorValue": .optional(selection.actor),
            "unit": .text(language(sv: "Enhet", en: "Unit")),
            "units": .list(
                [FormChoice.option("", any, selection.unit == nil)]
                    + unitChoices.sorted { SortingText.isBefore($0.name, $1.name, language) }.map {
                        FormChoice.option($0.code, $0.name, $0.code == selection.unit)
                    }),
            "patient": .text(language(sv: "Patient (pseudonym)", en: "Patient (pseudonym)")),
            "patientValue": .optional(selection.patient?.text),
            "purpose": .text(language(sv: "Ändamål", en: "Purpose")),
            "purposes": FormChoice.options(Purpose.allCases, chosen: selection.purpose, none: any) {
                $0.shortTitle.text(language)
            },
            "act": .text(language(sv: "Händelse", en: "Event")),
            "acts": FormChoice.options(AuditEvent.Act.allCases, chosen: selection.act, none: any) { $0.title.text(language) },
            "outcome": .text(language(sv: "Utfall", en: "Outcome")),
            "outcomes": FormChoice.options(LedgerFilter.Outcome.allCases, chosen: selection.outcome, none: any) {
                $0.title.text(language)
            },
            "without": .text(language(sv: "Bara utan vårdrelation", en: "Only without a care relation")),
            "isWithout": .flag(selection.withoutCareRelation), "apply": .text(language(sv: "Visa", en: "Show")),
            "clear": .text(language(sv: "Rensa", en: "Clear")),
        ]
    }

    /// Those of the register, and one that is filtered by and not in it.
    private var unitChoices: [(code: String, name: String)] {
        let known = units.map { (code: $0.key, name: $0.value) }
        guard let unit = selection.unit, units[unit] == nil else { return known }
        return known + [(unit, unit)]
    }
}

/// One event as a row of a table.
struct EventRow {
    let event: NumberedEvent
    let units: [String: String]

    func value(_ language: Language) -> PageValue {
        let item = event.event
        let withheld = item.detail["withheld"] != nil
        return [
            "number": .text(String(event.seq)), "time": .text(DateText.shortMoment(item.time, language)),
            "machineTime": .text(item.time.description),
            "act": .text(item.act.title.text(language)), "actor": .text(item.actor),
            "unit": .optional(item.careUnit.map { units[$0] ?? $0 }),
            "purpose": .optional(item.purpose?.shortTitle.text(language)),
            "outcome": .optional(outcome(item, withheld, language)), "isRefused": .flag(item.decision == .refused),
            "isWithheld": .flag(withheld), "lacksCareRelation": .flag(item.lacksCareRelation),
            "lacksText": .text(language(sv: "Utan vårdrelation", en: "No care relation")),
            "facts": .list(facts(item, language)),
            "moreText": .text(language(sv: "Mer om händelse \(event.seq)", en: "More about event \(event.seq)")),
        ]
    }

    private func outcome(_ item: AuditEvent, _ withheld: Bool, _ language: Language) -> String? {
        if withheld { return LedgerFilter.Outcome.withheld.title.text(language) }
        return item.decision.map { $0 == .refused ? LedgerFilter.Outcome.refused.title.text(language) : $0.title.text(language) }
    }

    private func facts(_ item: AuditEvent, _ language: Language) -> [PageValue] {
        var facts: [(String, String)] = [
            (language(sv: "Process", en: "Process"), item.process),
            (
                language(sv: "Roll", en: "Role"),
                Actor.Role(rawValue: item.role)?.title.text(language) ?? item.role
            ),
        ]
        if let basis = item.basis { facts.append((language(sv: "Rättslig grund", en: "Legal basis"), basis)) }
        if let returned = item.returned {
            facts.append((language(sv: "Antal utlämnade", en: "Given out"), PageNumber.whole(returned, language)))
        }
        if !item.patients.isEmpty {
            facts.append(
                (
                    language(sv: "Patienter", en: "Patients"),
                    item.patients.prefix(5).map(\.text).joined(separator: ", ")
                        + (item.patients.count > 5 ? " … (\(item.patients.count))" : "")
                ))
        }
        if let reference = item.reference { facts.append((language(sv: "Referens", en: "Reference"), reference)) }
        facts += item.detail.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return facts.map { ["name": .text($0.0), "value": .text($0.1)] }
    }
}
