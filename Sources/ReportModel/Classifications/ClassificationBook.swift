package import ClinicalModel

/// Every laboratory's current classification, and the conflicts between them, found as classifications arrive.
///
/// Which classifications are current, and which conflicts there are, does not depend on the order of arrival; the day on which a conflict
/// arose does. Cost of an arrival: the classifications of its own variant and condition.
package struct ClassificationBook: Sendable {
    private var current: [SharedClassification.Subject: [SharedClassification]] = [:]
    private var standing: [SharedClassification.Subject: ClassificationConflict] = [:]

    package init() {}

    /// By region, then laboratory.
    package func classifications(of subject: SharedClassification.Subject) -> [SharedClassification] { current[subject] ?? [] }

    package func conflict(about subject: SharedClassification.Subject) -> ClassificationConflict? { standing[subject] }

    /// The worst first, of the same severity the oldest, then by variant.
    package var conflicts: [ClassificationConflict] {
        standing.values.sorted { a, b in
            if a.severity != b.severity { return a.severity > b.severity }
            return a.arose == b.arose ? a.subject < b.subject : a.arose < b.arose
        }
    }

    /// Takes a classification that arrived on `date`, and says what it changed.
    package mutating func take(_ arrived: SharedClassification, on date: CivilDate) -> [ClassificationEvent] {
        var positions = current[arrived.subject] ?? []
        let place = positions.firstIndex { $0.isOfSameLaboratory(as: arrived) }
        let before = place.map { positions[$0] }
        if let before, before.version >= arrived.version { return [.notNewer(arrived)] }
        if let place { positions[place] = arrived } else { positions.append(arrived) }
        var events: [ClassificationEvent] = [.recorded(arrived)]
        events += settle(arrived.subject, positions, on: date)
        if let before, before.pathogenicityClass != arrived.pathogenicityClass {
            events.append(
                .reclassified(
                    Reclassification(
                        subject: arrived.subject, gene: arrived.gene, region: arrived.region, laboratory: arrived.laboratory,
                        from: before.pathogenicityClass, to: arrived.pathogenicityClass, date: date)))
        }
        return events
    }

    /// Removes a laboratory's classification, such as after the withdrawal of its interpretation.
    package mutating func remove(
        _ subject: SharedClassification.Subject, of laboratory: OrganisationCode, in region: RegionCode, on date: CivilDate
    ) -> [ClassificationEvent] {
        var positions = current[subject] ?? []
        guard let place = positions.firstIndex(where: { $0.laboratory == laboratory && $0.region == region }) else { return [] }
        let removed = positions.remove(at: place)
        return [.removed(removed)] + settle(subject, positions, on: date)
    }

    /// Keeps the positions of a subject, and says what became of its conflict.
    private mutating func settle(
        _ subject: SharedClassification.Subject, _ positions: [SharedClassification], on date: CivilDate
    ) -> [ClassificationEvent] {
        let sorted = positions.sorted { ($0.region, $0.laboratory) < ($1.region, $1.laboratory) }
        current[subject] = sorted.isEmpty ? nil : sorted
        let before = standing[subject]
        let now = ClassificationConflict(subject, sorted, arose: before?.arose ?? date)
        standing[subject] = now
        switch (before, now) {
        case (nil, let now?): return [.conflictArose(now)]
        case (let before?, nil): return [.conflictEnded(before)]
        case (let before?, let now?): return before == now ? [] : [.conflictChanged(now)]
        case (nil, nil): return []
        }
    }
}

extension SharedClassification {
    func isOfSameLaboratory(as other: SharedClassification) -> Bool {
        laboratory == other.laboratory && region == other.region
    }
}
