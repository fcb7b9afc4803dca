internal import ClinicalModel
internal import Operations
internal import StructuredText

/// How far a page asks and for whose sake: a form that leads to the same page.
struct AskingForm {
    let address: String
    let scope: SearchScope
    let patients: PatientChoice
    let query: AskingQuery
    /// What else of the address is kept.
    let further: [SiteURL.Item]
    let language: Language

    var content: PageValue {
        let kept = (query.items + further).filter { $0.value != nil && !["scope", "patient"].contains($0.name) }
        return [
            "address": .text(address), "kept": .list(kept.map { ["name": .text($0.name), "value": .text($0.value ?? "")] }),
            "scopeText": .text(language(sv: "Fråga", en: "Ask")), "scopes": .list(scopes),
            "needsPatient": .flag(patients.isNeeded),
            "patientText": .text(language(sv: "För vilken patients vård", en: "For which patient's care")),
            "patients": .list(choices), "hasChosen": .flag(patients.chosen != nil),
            "missing": .text(
                language(
                    sv:
                        "Ändamålet gäller en patients vård. Välj vilken patient i din vård frågan ställs för; utan det nekar lagen svaret.",
                    en:
                        "The purpose is one patient's care. Choose for which patient in your care you ask; without that the law refuses the answer."
                )),
            "nobody": .text(
                language(
                    sv: "Du har ingen patient i din vård på den här noden. Börja vården på personens sida, eller byt ändamål.",
                    en: "You have no patient in your care at this node. Begin care on the person's page, or change purpose.")),
            "hasChoices": .flag(!patients.choices.isEmpty), "send": .text(language(sv: "Fråga", en: "Ask")),
        ]
    }

    private var scopes: [PageValue] {
        SearchScope.allCases.reversed().map { other in
            let title =
                switch other {
                case .nation: language(sv: "Hela landet", en: "The whole country")
                case .healthcareRegion: language(sv: "Sjukvårdsregionen", en: "The healthcare region")
                case .region: language(sv: "Egna regionen", en: "The own region")
                }
            return ["value": .text(other.rawValue), "title": .text(title), "isCurrent": .flag(other == scope)]
        }
    }

    private var choices: [PageValue] {
        patients.choices.map { patient in
            // The first digits tell them apart, and are what the person's page shows.
            [
                "value": .text(patient.text), "title": .text(String(patient.text.prefix(8)) + "…"),
                "isCurrent": .flag(patient == patients.chosen),
            ]
        }
    }
}
