import AccessModel
import ClinicalModel
import StructuredText
import Testing

/// A law of two purposes and two kinds, small enough to be seen through.
struct SmallLaw {
    static func text(_ words: String) -> LocalizedText { LocalizedText(sv: words, en: words) }

    static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    static func rule(_ force: InForce, highest: [Recipient: Granularity] = [.otherRegions: .count]) -> PurposeRule {
        PurposeRule(
            title: text("title"), force: force, basis: LegalBasis(text: text("basis"), reference: "§"), decider: .provider,
            decides: text("provider"), dataKinds: [:], roles: Set(Actor.Role.allCases), requirements: [], highest: highest,
            wider: nil, recordScope: .cohort, smallNumbers: .exactToOwner, isBoundByPolicy: true, duties: [], refusal: nil)
    }

    static func consent(
        _ force: InForce, gives: Set<ConsentEvent.Giver> = [.patient, .guardian], stops: Set<Purpose> = [],
        opens: Set<Purpose> = []
    ) -> ConsentRule {
        ConsentRule(
            number: 1, title: text("title"), force: force, basis: LegalBasis(text: text("basis"), reference: "§"), givers: gives,
            lifters: gives.union([.staff]), stops: stops, stopsBeyondProvider: [], opens: opens, effect: text("effect"),
            doesNotStop: text("rest"))
    }

    /// A register that may be objected to since 2020, a block that guardians may not give, a study, and a proposed objection.
    static func regime() throws -> Regime {
        let since = try date("2020-01-01")
        return Regime(
            identifier: "small-2020-01-01", since: since, purposes: [.statistics: rule(.from(since))],
            consents: [
                .qualityRegisterObjection: consent(.from(since), stops: [.qualityRegister]),
                .blockInsideProvider: consent(.from(since), gives: [.patient], stops: [.ownPatientCare]),
                .study: consent(.from(since), opens: [.research]),
                .precisionDatabaseObjection: consent(.proposed, stops: [.anotherPatientsCare]),
                .ehdsObjection: consent(.from(try date("2029-03-26")), stops: [.ehdsSecondaryUse]),
            ])
    }
}
