internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

/// The study enquiries that concern somebody.
struct EnquiryListModel: PageModel {
    let enquiries: [StudyEnquiry]
    let mayRegister: Bool
    let today: CivilDate

    var json: JSONValue { ["enquiries": JSONValue(enquiries.map(\.json))] }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Studieförfrågningar", en: "Study enquiries"), template: "enquiries",
            content: [
                "label": .text(language(sv: "Studieförfrågningar", en: "Study enquiries")), "mayRegister": .flag(mayRegister),
                "newAddress": .text(SiteURL.newEnquiry.path),
                "newText": .text(language(sv: "Ny förfrågan", en: "New enquiry")), "hasRows": .flag(!enquiries.isEmpty),
                "none": .text(language(sv: "Ingen förfrågan rör dig.", en: "No enquiry concerns you.")),
                "columns": [
                    .text(language(sv: "Studie", en: "Study")), .text(language(sv: "Beställare", en: "Sponsor")),
                    .text(language(sv: "Registrerad", en: "Registered")), .text(language(sv: "Svar senast", en: "Answers by")),
                ],
                "rows": .list(
                    enquiries.reversed().map { enquiry in
                        [
                            "title": .text(enquiry.title), "address": .text(SiteURL.enquiry(enquiry.id).path),
                            "id": .text(enquiry.id), "sponsor": .text(enquiry.sponsor),
                            "registered": .text(DateText.shortMoment(enquiry.registered, language)),
                            "deadline": .text(DateText.shortDay(enquiry.deadline, language)),
                            "isPast": .flag(enquiry.deadline < today),
                            "pastText": .text(language(sv: "har passerat", en: "has passed")),
                        ]
                    }),
                "backAddress": .text(SiteURL.cohorts.path), "backText": .text(language(sv: "Till kohorter", en: "To cohorts")),
            ], section: .cohorts)
        view.lead = language(
            sv:
                "En väg in till alla regioner inför en studie: samma frysta villkor, ett antal från varje region, svaren bredvid varandra.",
            en:
                "One way in to every region before a study: the same frozen criteria, one number from each region, the answers side by side."
        )
        view.isWide = true
        return view
    }
}

/// A new enquiry, before it is registered.
struct EnquiryDraftModel: PageModel {
    var title = ""
    var sponsor = ""
    var criteria = ""
    var plannedStudy = ""
    var contact = ""
    var deadline = ""
    let today: CivilDate
    var trouble: ProblemFacts?
    /// The field that the trouble is about.
    var place: String?

    var json: JSONValue { ["criteria": JSONValue(.string(criteria))] }

    func view(_ language: Language) -> PageView {
        func field(
            _ name: String, _ label: String, _ value: String, hint: String = "", isLong: Bool = false, isDate: Bool = false
        )
            -> PageValue
        {
            [
                "name": .text(name), "label": .text(label), "value": .text(value), "hint": .text(hint), "isLong": .flag(isLong),
                "isDate": .flag(isDate), "isShort": .flag(!isLong && !isDate), "isFaulty": .flag(place == name),
                "minimum": .text(today.description),
            ]
        }
        var view = PageView(
            title: language(sv: "Ny studieförfrågan", en: "New study enquiry"), template: "enquiry-new",
            content: [
                "action": .text(SiteURL.enquiries.path),
                "trouble": trouble.map { $0.notice(language) } ?? .nothing,
                "fields": [
                    field("title", language(sv: "Studiens titel", en: "Title of the study"), title),
                    field("sponsor", language(sv: "Beställare", en: "Sponsor"), sponsor),
                    field(
                        "criteria", language(sv: "Villkor", en: "Criteria"), criteria,
                        hint: language(
                            sv: "I frågespråket. De fryses när förfrågan registreras.",
                            en: "In the language of questions. They are frozen when the enquiry is registered."), isLong: true),
                    field(
                        "plannedStudy", language(sv: "Vad som planeras", en: "What is planned"), plannedStudy,
                        hint: language(
                            sv: "Lagen kräver att studien är planerad (PDL 5 kap. 7 §).",
                            en: "The law asks that the study be planned (PDL 5 kap. 7 §)."),
                        isLong: true),
                    field(
                        "contact", language(sv: "Kontakt", en: "Contact"), contact,
                        hint: language(sv: "Vem regionerna svarar till.", en: "Whom the regions answer to.")),
                    field("deadline", language(sv: "Svar senast", en: "Answers by"), deadline, isDate: true),
                ],
                "sendText": .text(language(sv: "Registrera", en: "Register")),
                "frozenText": .text(
                    language(
                        sv: "En registrerad förfrågan kan inte ändras. Andra villkor är en annan förfrågan.",
                        en: "A registered enquiry cannot be changed. Other criteria are another enquiry.")),
                "backAddress": .text(SiteURL.enquiries.path),
                "backText": .text(language(sv: "Alla förfrågningar", en: "All enquiries")),
            ], section: .cohorts)
        view.lead = language(
            sv: "Skriv inget om enskilda personer: det som står här läses i alla regioner.",
            en: "Write nothing about single people: what stands here is read in every region.")
        return view
    }
}

/// One enquiry: what was frozen, and every region's number and words side by side, with the time that each step took.
struct EnquiryModel: PageModel {
    let table: EnquiryTable
    /// Whether the visitor may ask and close it, and whether they answer for a region.
    let isRegistrant: Bool
    let answersFor: RegionCode?
    let reporting: RefusalReporting?
    var trouble: ProblemFacts?

    var json: JSONValue { table.json() }
}
