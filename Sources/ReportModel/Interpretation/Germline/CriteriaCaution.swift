package import StructuredText

/// Two criteria that should not be used together, or one that should not be used at all. Shown, never repaired.
package enum CriteriaCaution: String, Sendable, CaseIterable {
    /// Abou Tayoun et al. 2018 (doi:10.1002/humu.23626): the same length change counted twice.
    case pvs1WithPM4 = "pvs1-with-pm4"
    /// Abou Tayoun et al. 2018: the prediction of a null effect counted twice.
    case pvs1WithPP3 = "pvs1-with-pp3"
    /// One rare and common at once.
    case rareAndCommon = "rare-and-common"
    /// Damaging and harmless by computation at once.
    case predictionsBothWays = "predictions-both-ways"
    /// The same event, confirmed and assumed.
    case deNovoTwice = "de-novo-twice"
    /// Functional studies both ways: has to be weighed before either is used.
    case functionBothWays = "function-both-ways"
    /// Biesecker & Harrison 2018 (PMID 29543229): PP5 and BP6 are not to be used any more.
    case reputableSource = "reputable-source"

    package static func all(in criteria: some Sequence<ACMGCriterion>) -> [CriteriaCaution] {
        let used = Set(criteria)
        return allCases.filter { $0.holds(used) }
    }

    private func holds(_ used: Set<ACMGCriterion>) -> Bool {
        switch self {
        case .pvs1WithPM4: used.isSuperset(of: [.pvs1, .pm4])
        case .pvs1WithPP3: used.isSuperset(of: [.pvs1, .pp3])
        case .rareAndCommon: used.contains(.pm2) && !used.isDisjoint(with: [.ba1, .bs1])
        case .predictionsBothWays: used.isSuperset(of: [.pp3, .bp4])
        case .deNovoTwice: used.isSuperset(of: [.ps2, .pm6])
        case .functionBothWays: used.isSuperset(of: [.ps3, .bs3])
        case .reputableSource: !used.isDisjoint(with: [.pp5, .bp6])
        }
    }

    package var text: LocalizedText {
        switch self {
        case .pvs1WithPM4:
            LocalizedText(
                sv: "PVS1 och PM4 räknar samma längdförändring två gånger.", en: "PVS1 and PM4 count one change of length twice.")
        case .pvs1WithPP3:
            LocalizedText(
                sv: "PVS1 och PP3 räknar samma förutsägelse två gånger.", en: "PVS1 and PP3 count one prediction twice.")
        case .rareAndCommon:
            LocalizedText(sv: "PM2 används tillsammans med BA1 eller BS1.", en: "PM2 is used together with BA1 or BS1.")
        case .predictionsBothWays:
            LocalizedText(sv: "PP3 och BP4 säger emot varandra.", en: "PP3 and BP4 contradict each other.")
        case .deNovoTwice:
            LocalizedText(sv: "PS2 och PM6 räknar samma nymutation två gånger.", en: "PS2 and PM6 count one de novo event twice.")
        case .functionBothWays:
            LocalizedText(sv: "PS3 och BS3 säger emot varandra.", en: "PS3 and BS3 contradict each other.")
        case .reputableSource:
            LocalizedText(
                sv: "PP5 och BP6 ska inte längre användas; använd källans egna belägg.",
                en: "PP5 and BP6 are no longer to be used; use the source's own evidence.")
        }
    }
}
