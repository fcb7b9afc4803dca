package import ClinicalModel
internal import GenomeModel

/// A version's items, ready to be held against findings.
///
/// Built once a version. A question costs the items that name a gene of the findings, not all of them.
package struct EvidenceMatcher<Item: ProfiledItem>: Sendable {
    private let items: [Item]
    /// Item numbers by each gene or signature that the profile names, under NOT too.
    private let byGene: [String: [Int]]
    /// Items that can hold for a gene in which nothing was found.
    private let needingAbsence: Set<Int>
    private let diseases: [Code: TumourTypes.Ancestry]
    private let tumourTypes: TumourTypes

    package init(_ items: [Item], _ tumourTypes: TumourTypes) {
        var byGene: [String: [Int]] = [:]
        var needingAbsence = Set<Int>()
        var diseases: [Code: TumourTypes.Ancestry] = [:]
        for (number, item) in items.enumerated() {
            let features = item.profile.features
            for gene in Set(features.flatMap(\.genes)) { byGene[gene, default: []].append(number) }
            if item.profile.canHoldWithoutFinding { needingAbsence.insert(number) }
            if let code = item.diseaseCode, diseases[code] == nil, tumourTypes.isKnown(code) {
                diseases[code] = tumourTypes.ancestry(of: code)
            }
        }
        self.items = items
        self.byGene = byGene
        self.needingAbsence = needingAbsence
        self.diseases = diseases
        self.tumourTypes = tumourTypes
    }

    /// Every item that is about what was found in one person, or lacks one part of it, the closest first.
    ///
    /// `examined` are the genes in which a small variant could have been found: only there, and only of what a small variant is, absence counts.
    /// `tumour` are the codes of the patient's tumour type (OncoTree or DOID), of which the closest counts; empty where it is not known.
    package func matches(
        for findings: [FindingFeatures], examined: Set<String> = [], tumour: [Code] = []
    ) -> [EvidenceMatch<Item>] {
        let examined = Set(examined.map { $0.uppercased() })
        let set = FindingSet(findings: findings, examined: examined)
        let patient = tumour.filter(tumourTypes.isKnown).map(tumourTypes.ancestry)
        // Hundreds of items share a few dozen diseases.
        var relations: [Code: TumourRelation] = [:]
        return candidates(findings, examined).compactMap { number in
            guard var match = match(items[number], set) else { return nil }
            if let code = match.item.diseaseCode {
                match.tumour = relations[code] ?? relation(code, patient)
                relations[code] = match.tumour
            }
            return match
        }.sorted(by: EvidenceMatch.precedes)
    }

    private func candidates(_ findings: [FindingFeatures], _ examined: Set<String>) -> [Int] {
        var numbers = Set(findings.flatMap(\.genes).flatMap { byGene[$0] ?? [] })
        for gene in examined { numbers.formUnion((byGene[gene] ?? []).filter(needingAbsence.contains)) }
        return numbers.sorted()
    }

    /// With the tumour types not yet compared.
    private func match(_ item: Item, _ set: FindingSet) -> EvidenceMatch<Item>? {
        var evaluation = set.evaluate(item.profile)
        if evaluation.missing > 0, let exact = byCoordinates(item, set) { evaluation = exact }
        let kind: EvidenceMatch<Item>.Kind
        if evaluation.missing == 0, let level = evaluation.level {
            kind = .applies(level)
        } else if evaluation.missing == 1, evaluation.met > 0 {
            kind = .lacksOne
        } else if evaluation.parts.count == 1, case .near(let reason, _) = evaluation.parts[0].outcome {
            kind = .nearby(reason)
        } else {
            return nil
        }
        return EvidenceMatch(
            item: item, kind: kind, parts: evaluation.parts, tumour: .unknown,
            originAgrees: agreement(item, evaluation, set))
    }

    /// The variant itself, where the item gives it and the profile's name did not lead to it.
    private func byCoordinates(_ item: Item, _ set: FindingSet) -> ProfileEvaluation? {
        guard let place = item.coordinates, let wanted = place.variant?.trimmed(), case .feature(let feature) = item.profile
        else { return nil }
        for finding in set.findings {
            guard case .smallVariant(let found) = finding.kind, found.assembly == place.assembly,
                let variant = found.variant?.trimmed(), variant == wanted
            else { continue }
            return ProfileEvaluation(parts: [ProfilePart(text: feature.text, outcome: .met(.variant, finding: finding.id))])
        }
        return nil
    }

    private func relation(_ code: Code, _ patient: [TumourTypes.Ancestry]) -> TumourRelation {
        guard let disease = diseases[code] else { return .unknown }
        return patient.map { tumourTypes.relation(of: $0, to: disease) }.min { $0.rank < $1.rank } ?? .unknown
    }

    private func agreement(_ item: Item, _ evaluation: ProfileEvaluation, _ set: FindingSet) -> Bool? {
        guard let isAboutGermline = item.isAboutGermline else { return nil }
        let used = Set(evaluation.parts.compactMap(\.finding))
        return set.findings.allSatisfy { !used.contains($0.id) || ($0.origin == .germline) == isAboutGermline }
    }
}

extension ProfileFeature {
    /// The gene, and the other partner of a fusion.
    var genes: [String] {
        guard case .fusion(let fusion) = alteration else { return [gene] }
        return fusion.symbols
    }
}

extension MolecularProfile {
    /// The genes and signatures that it names, under NOT too, in upper case: what it is found by.
    package var genes: Set<String> { Set(features.flatMap(\.genes)) }

    /// Whether it asks for something to be absent.
    package var canHoldWithoutFinding: Bool {
        switch self {
        case .not: true
        case .feature(let feature): feature.alteration == .wildType
        case .all(let parts), .any(let parts): parts.contains(where: \.canHoldWithoutFinding)
        case .unreadable: false
        }
    }
}
