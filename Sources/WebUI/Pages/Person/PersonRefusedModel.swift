internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

/// Why somebody may not see a person, and, where the law knows one, the deliberate act that would let them.
struct PersonRefusedModel: PageModel {
    let region: RegionCode
    let person: Pseudonym
    let decision: Decision
    let hasCareRelation: Bool
    /// Whether the actor may put a care relation on record.
    let mayBegin: Bool
    let today: CivilDate
    let reporting: RefusalReporting?
    var trouble: ProblemFacts?

    var json: JSONValue {
        JSONValue(members: [
            ("type", "urn:samsyn:problem:decision-refused"), ("status", 403),
            ("region", JSONValue(.string(region.description))), ("hasCareRelation", JSONValue(hasCareRelation)),
            ("mayBegin", JSONValue(mayBegin)), ("decision", decision.json(.en)),
        ])
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Du får inte se personen", en: "You may not see this person"), template: "person-refused",
            content: [
                "trouble": trouble.map { $0.notice(language, reporting) } ?? .nothing,
                "reasonsTitle": .text(language(sv: "Varför", en: "Why")),
                "reasons": .list(
                    decision.reasonsAgainst.map { ["text": .text($0.text.text(language)), "reference": .text($0.reference)] }),
                "basisText": .text(language(sv: "Rättslig grund", en: "Legal basis")),
                "basis": .text(decision.basisText(language)),
                "decidesText": .text(language(sv: "Den som bestämmer", en: "Who decides")),
                "decides": .text(decision.decides.text(language)),
                "loggedText": .text(
                    language(
                        sv: "Försöket står i loggen, och personen kan läsa det.",
                        en: "The attempt is in the ledger, and the person can read it.")),
                "obstacle": RefusalReporting.fields(reporting?.address(decision, of: region), language),
                "begin": mayBegin && !hasCareRelation ? begin(language) : .nothing,
                "backText": .text(language(sv: "Sök en annan person", en: "Find another person")),
                "backAddress": .text(SiteURL.people.path),
            ], section: .people)
        view.lead = language(
            sv: "Inget av det som finns om personen visas.", en: "Nothing of what there is about the person is shown.")
        return view
    }

    private func begin(_ language: Language) -> PageValue {
        [
            "title": .text(language(sv: "Deltar du i vården av personen?", en: "Do you take part in this person's care?")),
            "explanation": .text(
                language(
                    sv:
                        "Bara den som deltar i vården av en patient får läsa om patienten (PDL 4 kap. 1 §). Antecknar du att du gör det står det i loggen med ditt namn, patienten kan läsa det, och det granskas.",
                    en:
                        "Only those who take part in a patient's care may read about the patient (PDL 4 kap. 1 §). If you record that you do, it is in the ledger under your name, the patient can read it, and it is reviewed."
                )),
            "action": .text(SiteURL.personCare(region: region.description, person: person.text).path),
            "sureText": .text(
                language(
                    sv: "Ja, jag deltar i vården av den här personen", en: "Yes, I take part in the care of this person")),
            "toText": .text(language(sv: "Till och med (tomt medan det pågår)", en: "Until (empty while it goes on)")),
            "today": .text(today.description),
            "sendText": .text(language(sv: "Anteckna vårdrelationen", en: "Record the care relation")),
        ]
    }
}

/// The search for a person: what is written in it goes into no address and no log.
struct PeopleModel: PageModel {
    let region: RegionCode
    let mayFind: Bool
    let reporting: RefusalReporting?
    var done: PersonModel.Done?
    var trouble: ProblemFacts?

    var json: JSONValue { ["region": JSONValue(.string(region.description)), "mayFind": JSONValue(mayFind)] }

    func view(_ language: Language) -> PageView {
        let name = Region.of(region)?.name ?? region.description
        var view = PageView(
            title: language(sv: "Personer i \(name)", en: "People in \(name)"), template: "people",
            content: [
                "done": done.map { .text($0.text.text(language)) } ?? .nothing,
                "trouble": trouble.map { $0.notice(language, reporting) } ?? .nothing,
                "action": .text(SiteURL.people.path),
                "label": .text(
                    language(sv: "Personnummer, samordningsnummer eller pseudonym", en: "Identity number or pseudonym")),
                "hint": .text(
                    language(
                        sv:
                            "Tolv siffror, ÅÅÅÅMMDDNNNN. Det du skriver hamnar inte i adressen och sparas inte. Att du sökte står i loggen.",
                        en:
                            "Twelve digits, YYYYMMDDNNNN. What you write is in no address and is not kept. That you searched is in the ledger."
                    )),
                "sendText": .text(language(sv: "Sök", en: "Find")),
            ], section: .people)
        view.lead = language(
            sv: "Du ser en person bara om du deltar i personens vård, eller om ditt arbete i laboratoriet kräver det.",
            en: "You see a person only if you take part in their care, or if your work in the laboratory demands it.")
        return view
    }
}

/// An ending that was carried out and could not be proved: what is not as it promises.
struct EndingFaultModel: PageModel {
    let region: RegionCode
    let person: Pseudonym
    let act: Ending.Act
    let faults: [EndingFault]

    var json: JSONValue {
        [
            "act": JSONValue(.string(act.rawValue)), "proved": false,
            "faults": JSONValue(faults.map { JSONValue(.string($0.text.en)) }),
        ]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Åtgärden gick inte att bevisa", en: "The act could not be proved"), template: "ending-fault",
            content: [
                "act": .text(act.title.text(language)), "faults": .list(faults.map { .text($0.text.text(language)) }),
                "remedy": .text(
                    language(
                        sv: "Åtgärden är påbörjad och står i loggen. Be den som driver noden att köra samsyn partition verify.",
                        en: "The act was begun and is in the ledger. Ask whoever runs the node to run samsyn partition verify.")),
                "backText": .text(language(sv: "Sök en annan person", en: "Find another person")),
                "backAddress": .text(SiteURL.people.path),
            ], section: .people)
        view.lead = act.title.text(language)
        return view
    }
}
