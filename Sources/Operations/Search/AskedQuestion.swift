package import AccessModel
package import ClinicalModel
package import GenomeModel
package import Questions

/// A question with everything that deciding about it and answering it takes, apart from what a region knows by itself.
package struct AskedQuestion: Sendable {
    package var actor: Actor
    package var purpose: Purpose
    package var date: CivilDate
    package var question: Question
    /// What the variants of the question are written against.
    package var assembly = Assembly.grch38
    /// The registration number of the project that it is asked in.
    package var project: String?
    package var register: QualityRegister?
    package var permit: AccessPermit?
    /// Whether the actor has a care relation to the patient for whose sake it is asked; found out where that patient is: see `CareRelationCheck`.
    package var hasCareRelation = false
    /// For a feasibility enquiry: what is planned.
    package var plannedStudy: String?
    /// As the ledger names what was done: `cohort count`.
    package var process: String

    package init(actor: Actor, purpose: Purpose, date: CivilDate, question: Question, process: String) {
        self.actor = actor
        self.purpose = purpose
        self.date = date
        self.question = question
        self.process = process
    }

    /// What has to be allowed for it: a count of people, or figures of a variant.
    var granularity: Granularity {
        switch question.kind {
        case .count: .count
        case .frequency: .aggregate
        }
    }

    /// Variants are genomic data, everything else is clinical.
    var dataKinds: Set<DataKind> {
        var kinds: Set<DataKind> = []
        if case .frequency = question.kind { kinds.insert(.genomic) }
        if !question.criterion.variants.isEmpty { kinds.insert(.genomic) }
        let others = question.criterion.conditions.contains { condition in
            if case .carries = condition { false } else { true }
        }
        if others || kinds.isEmpty { kinds.insert(.clinical) }
        return kinds
    }

    /// Whose memory of earlier answers this one is held against: colleagues could put theirs together.
    var organisation: String {
        actor.provider?.text ?? actor.region.map { "region-\($0)" } ?? actor.identity
    }
}

extension Question {
    /// Whether the question itself says whose DNA it asks about.
    var namesOrigin: Bool {
        criterion.conditions.contains { condition in
            if case .origin = condition { true } else { false }
        }
    }
}
