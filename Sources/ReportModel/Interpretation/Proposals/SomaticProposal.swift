internal import StructuredText

/// The oncogenicity criteria that data alone support, marked as proposed: frequencies, null variants in suppressors, changes of length and
/// hotspots. The others are left to humans.
package struct SomaticProposal: Hashable, Sendable {
    package static let rules = RuleSet(name: "samsyn-somatic", version: "1")

    package let criteria: [OncogenicityAssessment.Applied]

    /// In the order of the criteria; the same input always gives the same.
    package init(_ input: SomaticProposalInput) {
        let found = SomaticProposal.frequency(input).merging(SomaticProposal.change(input)) { $1 }
            .merging(SomaticProposal.hotspot(input)) { $1 }
        criteria = OncogenicityCriterion.allCases.compactMap { criterion in
            found[criterion].flatMap { OncogenicityAssessment.Applied(criterion, evidence: $0, isProposed: true) }
        }
    }

    /// Above 5 % and above 1 % in a continental population, or absent from all (Horak et al. 2022, tables 2 and 3). The paper gives no number
    /// for "extremely low", so only absence is proposed; populations with fewer than 2,000 alleles are left out, as for BA1.
    private static func frequency(_ input: SomaticProposalInput) -> [OncogenicityCriterion: LocalizedText] {
        let counted = input.populations.filter { $0.population.isContinental && $0.alleleNumber >= 2000 }
        guard let highest = counted.max(by: { $0.share < $1.share }) else { return [:] }
        let text = LocalizedText(
            sv: "Högst \(FrequencyCriteria.percent(highest.share)) i \(highest.source) (\(highest.population.label)).",
            en: "At most \(FrequencyCriteria.percent(highest.share)) in \(highest.source) (\(highest.population.label)).")
        switch highest.share {
        case let share where share > 0.05: return [.sbvs1: text]
        case let share where share > 0.01: return [.sbs1: text]
        case 0: return [.op4: text]
        default: return [:]
        }
    }

    private static func change(_ input: SomaticProposalInput) -> [OncogenicityCriterion: LocalizedText] {
        guard let role = input.geneRole else { return [:] }
        let terms = Set(input.consequences)
        let words = input.consequences.map(\.rawValue).joined(separator: ", ")
        let text = LocalizedText(
            sv: "\(words); genens roll enligt \(role.source).", en: "\(words); role of the gene by \(role.source).")
        if PVS1Decision.NullKind(terms) != nil { return role.isSuppressor ? [.ovs1: text] : [:] }
        if terms.contains(.stopLost) { return role.isSuppressor ? [.om2: text] : [:] }
        let isInFrame = !terms.isDisjoint(with: [.inframeInsertion, .inframeDeletion])
        return isInFrame && (role.isOncogene || role.isSuppressor) ? [.om2: text] : [:]
    }

    private static func hotspot(_ input: SomaticProposalInput) -> [OncogenicityCriterion: LocalizedText] {
        // Hotspots of truncating variants are to be used with caution (Horak et al. 2022): left to humans.
        guard let hotspot = input.hotspot, hotspot.samplesWithChange > 0, PVS1Decision.NullKind(input.consequences) == nil
        else { return [:] }
        let text = LocalizedText(
            sv:
                "\(hotspot.samplesAtPosition) prover på positionen, \(hotspot.samplesWithChange) med samma förändring (\(hotspot.source)).",
            en:
                "\(hotspot.samplesAtPosition) samples at the position, \(hotspot.samplesWithChange) with the same change (\(hotspot.source))."
        )
        switch (hotspot.samplesAtPosition, hotspot.samplesWithChange) {
        case (50..., 10...): return [.os3: text]
        case (..<50, 10...): return [.om3: text]
        default: return [.op3: text]
        }
    }
}
