/// One part of a profile and what the findings say of it: the facts that a reason is made of.
package struct ProfilePart: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case met(MatchLevel, finding: String)
        case near(NearReason, finding: String)
        /// Nothing was found that fits.
        case absent
        /// Of what must not be there: it is not, and the gene was examined.
        case absentAsRequired
        /// Of what must not be there: it is.
        case presentAgainstRequirement(finding: String)
        /// Of what must not be there: whether it is was not examined.
        case notExamined
        case unreadable
    }

    /// As the item writes it, `NOT` included.
    package let text: String
    package let outcome: Outcome

    /// Whether the profile's condition holds for this part.
    package var holds: Bool {
        switch outcome {
        case .met, .absentAsRequired: true
        case .near, .absent, .presentAgainstRequirement, .notExamined, .unreadable: false
        }
    }

    package var level: MatchLevel? {
        switch outcome {
        case .met(let level, _): level
        case .absentAsRequired: .absence
        default: nil
        }
    }

    package var finding: String? {
        switch outcome {
        case .met(_, let finding), .near(_, let finding), .presentAgainstRequirement(let finding): finding
        case .absent, .absentAsRequired, .notExamined, .unreadable: nil
        }
    }
}

/// A profile held against the findings of one person.
struct ProfileEvaluation {
    /// Of an OR only the alternative that fits best.
    let parts: [ProfilePart]

    var missing: Int { parts.count { !$0.holds } }
    var met: Int { parts.count { $0.level != nil && $0.level != .absence } }
    var near: Int { parts.count { if case .near = $0.outcome { true } else { false } } }
    /// Of an AND the least close part decides; that something is absent decides only where nothing else does.
    var level: MatchLevel? {
        let levels = parts.compactMap(\.level)
        return levels.filter { $0 != .absence }.max() ?? levels.max()
    }

    /// Fewer missing first, then nearer, then closer.
    func isBetter(than other: ProfileEvaluation) -> Bool {
        if missing != other.missing { return missing < other.missing }
        if near != other.near { return near > other.near }
        guard let level, let otherLevel = other.level else { return level != nil && other.level == nil }
        return level < otherLevel
    }
}

/// What was found in one person, and in which genes a small variant could have been.
struct FindingSet {
    let findings: [FindingFeatures]
    /// HGNC's symbols in upper case.
    let examined: Set<String>

    func evaluate(_ profile: MolecularProfile) -> ProfileEvaluation {
        switch profile {
        case .feature(let feature):
            return ProfileEvaluation(parts: [part(feature)])
        case .unreadable(let text):
            return ProfileEvaluation(parts: [ProfilePart(text: text, outcome: .unreadable)])
        case .all(let parts):
            return ProfileEvaluation(parts: parts.flatMap { evaluate($0).parts })
        case .any(let parts):
            let evaluations = parts.map(evaluate)
            return evaluations.dropFirst().reduce(evaluations[0]) { $1.isBetter(than: $0) ? $1 : $0 }
        case .not(let inner):
            return ProfileEvaluation(parts: [absence(inner)])
        }
    }

    private func part(_ feature: ProfileFeature) -> ProfilePart {
        if feature.alteration == .wildType { return wildType(feature) }
        var best: (fit: FeatureFit, finding: String)?
        for finding in findings {
            guard let fit = FeatureFit(finding, feature) else { continue }
            if best.map({ fit < $0.fit }) ?? true { best = (fit, finding.id) }
        }
        return ProfilePart(
            text: feature.text,
            outcome: best.map { best in
                switch best.fit {
                case .meets(let level): .met(level, finding: best.finding)
                case .near(let reason): .near(reason, finding: best.finding)
                }
            } ?? .absent)
    }

    /// The gene was examined and shows nothing that alters it.
    private func wildType(_ feature: ProfileFeature) -> ProfilePart {
        let mutation = ProfileFeature(gene: feature.gene, .anyMutation, text: "")
        if let altered = findings.first(where: { FeatureFit($0, mutation) != nil }) {
            return ProfilePart(text: feature.text, outcome: .presentAgainstRequirement(finding: altered.id))
        }
        return ProfilePart(text: feature.text, outcome: examined.contains(feature.gene) ? .absentAsRequired : .notExamined)
    }

    private func absence(_ inner: MolecularProfile) -> ProfilePart {
        let text = "NOT " + inner.features.map(\.text).joined(separator: ", ")
        let evaluation = evaluate(inner)
        guard inner.isReadable else { return ProfilePart(text: text, outcome: .unreadable) }
        if evaluation.missing == 0 {
            guard let finding = evaluation.parts.lazy.compactMap(\.finding).first else {
                return ProfilePart(text: text, outcome: .notExamined)
            }
            return ProfilePart(text: text, outcome: .presentAgainstRequirement(finding: finding))
        }
        let wasExamined = inner.features.allSatisfy { examined.contains($0.gene) && $0.alteration.isSmallVariant }
        return ProfilePart(text: text, outcome: wasExamined ? .absentAsRequired : .notExamined)
    }
}
