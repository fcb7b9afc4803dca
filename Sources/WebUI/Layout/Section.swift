package import AccessModel
package import StructuredText

/// The parts of the application, as the navigation names them.
package enum Section: String, Sendable, CaseIterable {
    case start, variants, submissions, cases, reports, classifications, recalls, knowledge, people, cohorts, sharing, rules
    case ledger, me, law, network, help

    package var title: LocalizedText {
        switch self {
        case .start: LocalizedText(sv: "Start", en: "Start")
        case .variants: LocalizedText(sv: "Varianter", en: "Variants")
        case .submissions: LocalizedText(sv: "Insändningar", en: "Submissions")
        case .cases: LocalizedText(sv: "Fall", en: "Cases")
        case .classifications: LocalizedText(sv: "Bedömningar", en: "Classifications")
        case .recalls: LocalizedText(sv: "Återkontakter", en: "Recalls")
        case .reports: LocalizedText(sv: "Svar", en: "Reports")
        case .knowledge: LocalizedText(sv: "Kunskap", en: "Knowledge")
        case .people: LocalizedText(sv: "Personer", en: "People")
        case .cohorts: LocalizedText(sv: "Kohorter", en: "Cohorts")
        case .sharing: LocalizedText(sv: "Delning", en: "Sharing")
        case .rules: LocalizedText(sv: "Tolkningsregler", en: "Interpretation")
        case .ledger: LocalizedText(sv: "Logg", en: "Ledger")
        case .me: LocalizedText(sv: "Mina uppgifter", en: "My data")
        case .law: LocalizedText(sv: "Lagen", en: "The law")
        case .network: LocalizedText(sv: "Nätet", en: "Network")
        case .help: LocalizedText(sv: "Hjälp", en: "Help")
        }
    }

    /// What one does there, in a sentence.
    package var purpose: LocalizedText {
        switch self {
        case .start: LocalizedText(sv: "Det som väntar.", en: "What waits.")
        case .variants:
            LocalizedText(
                sv: "Se hur ofta en variant har setts i landet, och i vilka regioner.",
                en: "See how often a variant has been seen in the country, and in which regions.")
        case .submissions:
            LocalizedText(
                sv: "Sänd in analyser, läs kvittenser och rätta det som blev fel.",
                en: "Send analyses in, read receipts, and mend what went wrong.")
        case .cases:
            LocalizedText(
                sv: "Läs vad som har hittats, tolka det och signera.", en: "Read what was found, interpret it, and sign.")
        case .classifications:
            LocalizedText(
                sv: "Se var laboratorier bedömer samma variant olika, och enas.",
                en: "See where laboratories classify one variant differently, and agree.")
        case .recalls:
            LocalizedText(
                sv: "Kontakta dem vars svar bedöms på ett nytt sätt.", en: "Contact those whose answer is read differently now.")
        case .reports:
            LocalizedText(
                sv: "Skriv, granska och signera svar: molekylära fynd, patologi och radiologi tillsammans.",
                en: "Write, review and sign reports: molecular findings, pathology and radiology together.")
        case .knowledge:
            LocalizedText(
                sv: "Se vilka versioner av ClinVar, CIViC, genlistor och riktlinjer som gäller, och vad en ny skulle ändra.",
                en:
                    "See which versions of ClinVar, CIViC, gene lists and guidelines are in force, and what a new one would change."
            )
        case .people:
            LocalizedText(
                sv: "Prover, analyser, diagnoser och samtycken för en patient som du vårdar.",
                en: "Specimens, analyses, diagnoses and consents of a patient in your care.")
        case .cohorts:
            LocalizedText(
                sv: "Räkna hur många som uppfyller ett villkor, region för region.",
                en: "Count how many meet a criterion, region by region.")
        case .sharing:
            LocalizedText(
                sv: "Bestäm vad som får lämna regionen, för vilket ändamål och till vem.",
                en: "Decide what may leave the region, for which purpose and to whom.")
        case .rules:
            LocalizedText(
                sv: "Besluta om beräknade förslag, och om hur många som signerar.",
                en: "Decide on computed proposals, and on how many sign.")
        case .ledger:
            LocalizedText(
                sv: "Granska vem som har tittat på vad, och varför.", en: "Review who has looked at what, and why.")
        case .me:
            LocalizedText(
                sv: "Dina egna uppgifter, dina val, och vem som har tittat.",
                en: "Your own data, your choices, and who has looked.")
        case .law:
            LocalizedText(
                sv: "Vad lagen tillåter i dag, och vad som är föreslaget.",
                en: "What the law allows today, and what is proposed.")
        case .network:
            LocalizedText(
                sv: "Hur den här noden och de andra mår.", en: "How this node and the others are doing.")
        case .help:
            LocalizedText(
                sv: "Ordlista, vad siffrorna betyder, tangenter och API.",
                en: "Glossary, what the numbers mean, keys and API.")
        }
    }

    package var address: SiteURL {
        switch self {
        case .start: .start
        case .variants: .variantSearch(query: nil)
        case .submissions: .submissions
        case .cases: .cases
        case .classifications: .conflicts
        case .recalls: .recalls
        case .reports: .reports
        case .knowledge: .knowledge
        case .people: .people
        case .cohorts: .cohorts
        case .sharing: .sharing
        case .rules: .rules
        case .ledger: .ledger
        case .me: .me
        case .law: .law
        case .network: .network
        case .help: .help
        }
    }

    /// The letter that opens it after `g`, where scripts run.
    package var key: String {
        switch self {
        case .start: "s"
        case .variants: "v"
        case .submissions: "i"
        case .cases: "f"
        case .classifications: "b"
        case .recalls: "o"
        case .reports: "u"
        case .knowledge: "e"
        case .people: "p"
        case .cohorts: "k"
        case .sharing: "d"
        case .rules: "t"
        case .ledger: "l"
        case .me: "m"
        case .law: "r"
        case .network: "n"
        case .help: "h"
        }
    }

    /// Whether the navigation offers it to somebody of this role: what they could never open is left out. What they may do there,
    /// Operations decide.
    package func isOffered(to role: Actor.Role?, for purpose: Purpose? = nil) -> Bool {
        guard let role else { return self == .law || self == .help }
        func holds(_ act: AdministrativeAct) -> Bool { AdministrativeRights.of(act).roles.contains(role) }
        // Who is at a laboratory and at a bedside sends in under the one purpose and not under the other.
        let maySubmit = purpose.map(AdministrativeRights.of(.submit).purposes.contains) ?? true
        return switch self {
        case .start, .law, .help: true
        case .variants, .cohorts: role != .patient && role != .logReviewer
        case .submissions: holds(.submit) && maySubmit
        case .cases: holds(.openCase)
        case .classifications: holds(.seeClassifications)
        case .recalls: holds(.handleRecalls)
        case .reports: holds(.prepareReport) || holds(.agreeTemplate)
        case .knowledge:
            holds(.seeKnowledge) && (purpose.map(AdministrativeRights.of(.seeKnowledge).purposes.contains) ?? true)
        case .people: AdministrativeRights.ofCare.contains(role) || role == .dataSteward
        case .sharing: holds(.changePolicy)
        case .rules: holds(.governInterpretations)
        case .ledger: holds(.reviewLedger)
        case .me: holds(.seeOwnAccesses)
        case .network: holds(.seeNode)
        }
    }
}
