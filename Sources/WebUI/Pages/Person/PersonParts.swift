internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Records
internal import StructuredText

/// The parts of a person's page in one language.
struct PersonParts {
    let model: PersonModel
    let language: Language

    private var record: PersonRecord { model.record }

    /// A code with its name where there is one.
    func code(_ code: Code) -> String { model.names.label(code, language) }

    private func day(_ date: CivilDate?) -> String { date.map { DateText.shortDay($0, language) } ?? "–" }

    var facts: [PageValue] {
        func fact(_ name: String, _ value: String) -> PageValue { ["name": .text(name), "value": .text(value)] }
        let person = record.person
        return [
            fact(language(sv: "Pseudonym", en: "Pseudonym"), person.pseudonym.text),
            fact(language(sv: "Kön", en: "Sex"), person.sex.title.text(language)),
            fact(
                language(sv: "Född", en: "Born"),
                person.birth.map { birth in
                    let age = birth.age(on: model.today)
                    return DateText.month(birth, language) + language(sv: " (\(age) år)", en: " (aged \(age))")
                } ?? language(sv: "okänt", en: "unknown")),
            fact(
                language(sv: "Bor i", en: "Lives in"),
                person.homeRegion.map { Region.of($0)?.name ?? $0.description } ?? language(sv: "okänt", en: "unknown")),
        ]
    }

    var stopped: PageValue {
        if record.hasStoppedUse {
            return .text(language(sv: "Uppgifterna får inte användas längre.", en: "The data may no longer be used."))
        }
        if record.hasStoppedShowing {
            return .text(
                language(
                    sv: "Uppgifterna visas inte utanför den ansvariga enheten.",
                    en: "The data is not shown outside the unit that is answerable."))
        }
        return .nothing
    }

    // MARK: Timeline

    /// By year, the latest first.
    var timeline: [PageValue] {
        let events = PersonTimeline(record: record).events
        let years = Set(events.map(\.date.year)).sorted(by: >)
        return years.map { year in
            [
                "year": .text(String(year)),
                "events": .list(
                    events.reversed().filter { $0.date.year == year }.map { event in
                        [
                            "kind": .text(event.kind.rawValue), "kindText": .text(title(event.kind)),
                            "date": .text(event.date.description), "day": .text(DateText.shortDay(event.date, language)),
                            "text": .text(text(event.what)),
                        ]
                    }),
            ]
        }
    }

    /// The same on a line of time; nothing where nothing has a date.
    var timelineChart: Chart? {
        let events = PersonTimeline(record: record).events
        guard let first = events.first, let last = events.last else { return nil }
        let lanes = PersonTimeline.Kind.allCases.map { kind in
            Timeline.Lane(
                kind: kind.rawValue, title: title(kind), shape: kind.shape,
                marks: events.filter { $0.kind == kind }.compactMap { event in
                    switch event.what {
                    // One bar, from the day on which it begins.
                    case .began(let treatment):
                        Timeline.Mark(
                            date: treatment.start, end: treatment.stop ?? max(model.today, treatment.start),
                            text: code(treatment.drug))
                    case .stopped: nil
                    default: Timeline.Mark(date: event.date, text: text(event.what))
                    }
                })
        }
        let kinds = lanes.filter { !$0.marks.isEmpty }.map { "\($0.title) \($0.marks.count)" }.joined(separator: ", ")
        let (from, to) = (DateText.day(first.date, language), DateText.day(last.date, language))
        return Timeline(lanes: lanes, today: model.today).chart(
            "timeline", title: language(sv: "Händelser på en tidslinje", en: "Events on a line of time"),
            description: language(
                sv: "Från \(from) till \(to). \(kinds). Alla står i listan under.",
                en: "From \(from) to \(to). \(kinds). All of them stand in the list below."),
            columns: [
                language(sv: "Dag", en: "Day"), language(sv: "Slag", en: "Kind"), language(sv: "Händelse", en: "Event"),
            ],
            todayText: language(sv: "i dag", en: "today"), day: { DateText.shortDay($0, language) },
            tick: { date, isMonth in isMonth ? DateText.shortMonth(date, language) : String(date.year) })
    }

    private func title(_ kind: PersonTimeline.Kind) -> String {
        switch kind {
        case .specimen: language(sv: "Prov", en: "Specimen")
        case .analysis: language(sv: "Analys", en: "Analysis")
        case .diagnosis: language(sv: "Diagnos", en: "Diagnosis")
        case .treatment: language(sv: "Behandling", en: "Treatment")
        case .statement: language(sv: "Besked", en: "Statement")
        case .copy: language(sv: "Kopia", en: "Copy")
        case .ending: language(sv: "Avslut", en: "Ending")
        }
    }

    private func text(_ what: PersonTimeline.What) -> String {
        switch what {
        case .sampled(let specimen):
            return "\(specimen.kind.title.text(language)), \(specimen.name)"
        case .analysed(let callSet):
            return
                "\(callSet.record.assay), \(OriginText.title(callSet.record.origin.rawValue, language)): \(callSet.record.name) (\(callSet.state.title.text(language)))"
        case .onset(let diagnosis):
            return language(sv: "Debut: ", en: "Onset: ") + code(diagnosis.code) + ", " + diagnosis.status.title.text(language)
        case .began(let treatment):
            return language(sv: "Börjar: ", en: "Begins: ") + code(treatment.drug)
        case .stopped(let treatment):
            let outcome = treatment.outcome.map { ", " + $0.title.text(language) } ?? ""
            return language(sv: "Slutar: ", en: "Ends: ") + code(treatment.drug) + outcome
        case .said(let event):
            let title = kindTitle(event.kind) + (event.study.map { " \($0)" } ?? "")
            return title + ": "
                + (event.isGiven ? language(sv: "gäller från", en: "holds from") : language(sv: "upphör", en: "ends"))
                + language(sv: ", sagt av ", en: ", said by ") + event.giver.title.text(language)
        case .copied(let copy): return language(sv: "Lämnad till ", en: "Given to ") + copy.reference
        case .copyDeleted(let copy): return language(sv: "Raderad hos ", en: "Deleted at ") + copy.reference
        case .ended(let ending): return "\(ending.act.title.text(language)), \(ending.decision)"
        }
    }

    func kindTitle(_ kind: ConsentKind) -> String {
        model.kinds.first { $0.kind == kind }?.rule.title.text(language) ?? kind.rawValue
    }

    // MARK: Tables

    private func table(_ title: String, _ columns: [String], _ rows: [[String]]) -> PageValue? {
        table(title, columns, heads: rows.map { .text($0[0]) }, rows.map { Array($0.dropFirst()) })
    }

    private func table(_ title: String, _ columns: [String], heads: [PageValue], _ rows: [[String]]) -> PageValue? {
        guard !rows.isEmpty else { return nil }
        return [
            "title": .text(title), "columns": .list(columns.map { .text($0) }),
            "rows": .list(zip(heads, rows).map { ["head": $0, "cells": .list($1.map { .text($0) })] }),
        ]
    }

    private func head(_ code: Code) -> PageValue { .markup(CodeText(model.names, language).markup(code)) }

    var specimens: PageValue? {
        table(
            language(sv: "Prover", en: "Specimens"),
            [
                language(sv: "Prov", en: "Specimen"), language(sv: "Slag", en: "Kind"), language(sv: "Taget", en: "Taken"),
                language(sv: "Biobank", en: "Biobank"),
            ],
            record.specimens.map { [$0.name, $0.kind.title.text(language), day($0.sampled), $0.biobankReference ?? "–"] })
    }

    var callSets: PageValue? {
        table(
            language(sv: "Analyser", en: "Call sets"),
            [
                language(sv: "Analys", en: "Call set"), language(sv: "Metod", en: "Assay"),
                language(sv: "Ursprung", en: "Origin"), language(sv: "Analyserad", en: "Analysed"),
                language(sv: "Läge", en: "State"), language(sv: "Utgåva", en: "Release"),
            ],
            record.callSets.map { callSet in
                [
                    callSet.record.name, callSet.record.assay, OriginText.title(callSet.record.origin.rawValue, language),
                    day(callSet.record.analysed), callSet.state.title.text(language),
                    callSet.publicationBatch.map(String.init) ?? language(sv: "inte än", en: "not yet"),
                ]
            })
    }

    var diagnoses: PageValue? {
        table(
            language(sv: "Diagnoser", en: "Diagnoses"),
            [
                language(sv: "Diagnos", en: "Diagnosis"), language(sv: "Ställning", en: "Status"),
                language(sv: "Debut", en: "Onset"), language(sv: "Utgåva av kodsystemet", en: "Edition of the system"),
            ],
            heads: record.diagnoses.map { head($0.code) },
            record.diagnoses.map { [$0.status.title.text(language), day($0.onset), $0.systemVersion] })
    }

    var phenotypes: PageValue? {
        table(
            language(sv: "Fenotyper", en: "Phenotypes"),
            [language(sv: "Tecken", en: "Sign"), language(sv: "Fynd", en: "Finding")],
            heads: record.phenotypes.map { head($0.code) },
            record.phenotypes.map {
                [
                    $0.isPresent
                        ? language(sv: "finns", en: "present")
                        : language(sv: "sökt och uteslutet", en: "looked for and excluded")
                ]
            })
    }

    var treatments: PageValue? {
        table(
            language(sv: "Behandlingar", en: "Treatments"),
            [
                language(sv: "Läkemedel", en: "Drug"), language(sv: "Från", en: "From"), language(sv: "Till", en: "To"),
                language(sv: "Utfall", en: "Outcome"),
            ],
            heads: record.treatments.map { head($0.drug) },
            record.treatments.map { treatment in
                [
                    day(treatment.start),
                    treatment.stop.map { DateText.shortDay($0, language) } ?? language(sv: "pågår", en: "goes on"),
                    treatment.outcome?.title.text(language) ?? "–",
                ]
            })
    }

    var relations: PageValue? {
        table(
            language(sv: "Släktingar i samma ärende", en: "Relatives in the same case"),
            [
                language(sv: "Personen är", en: "The person is"),
                language(sv: "Släktingens pseudonym", en: "The relative's pseudonym"),
            ],
            record.relations.map { [$0.kind.title.text(language), $0.relative.text] })
    }

    var copies: PageValue? {
        table(
            language(sv: "Utlämnade kopior", en: "Released copies"),
            [
                language(sv: "Till", en: "To"), language(sv: "Slag", en: "Kind"), language(sv: "Lämnad", en: "Given"),
                language(sv: "Raderad", en: "Deleted"),
            ],
            record.copies.map { copy in
                [
                    copy.reference,
                    copy.kind == .research ? language(sv: "forskning", en: "research") : language(sv: "register", en: "register"),
                    DateText.shortMoment(copy.made, language), copy.deleted.map { DateText.shortMoment($0, language) } ?? "–",
                ]
            })
    }

    // MARK: What holds, and who looked

    var holding: PageValue {
        let kinds = model.kinds.filter(\.holds)
        return [
            "title": .text(
                language(sv: "Samtycken, spärrar och invändningar som gäller", en: "Consents, blocks and objections that hold")),
            "none": .text(
                language(
                    sv: "Personen har inte sagt något som gäller i dag.", en: "The person has said nothing that holds today.")),
            "hasRows": .flag(!kinds.isEmpty),
            "rows": .list(
                kinds.map { kind in
                    [
                        "title": .text(kind.rule.title.text(language)), "effect": .text(kind.rule.effect.text(language)),
                        "otherText": .text(language(sv: "Stoppar inte: ", en: "Does not stop: ")),
                        "other": .text(kind.rule.doesNotStop.text(language)), "basis": .text(kind.rule.basis.reference),
                        "studies": kind.kind == .study
                            ? .text(record.consents.studies.sorted().joined(separator: ", ")) : .nothing,
                    ]
                }),
        ]
    }

    var accesses: PageValue {
        [
            "title": .text(language(sv: "Vem har tittat", en: "Who looked")),
            "explanation": .text(
                language(
                    sv:
                        "Så som personen själv kan läsa det: enhet, tid och ändamål (PDL 8 kap. 5 §). De \(model.accesses.count) senaste.",
                    en: "As the person can read it: unit, time and purpose (PDL 8 kap. 5 §). The latest \(model.accesses.count).")
            ),
            "columns": [
                .text(language(sv: "Tid", en: "Time")), .text(language(sv: "Enhet", en: "Unit")),
                .text(language(sv: "Ändamål", en: "Purpose")),
            ],
            "rows": .list(
                model.accesses.map { access in
                    [
                        "time": .text(DateText.shortMoment(access.time, language)), "moment": .text(access.time.description),
                        "unit": .text(
                            access.unit.map { model.units[$0] ?? $0 }
                                ?? language(sv: "plattformen själv", en: "the platform itself")),
                        "purpose": .text(access.purpose.text(language)),
                    ]
                }),
        ]
    }
}
