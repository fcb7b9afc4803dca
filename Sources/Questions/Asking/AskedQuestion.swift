package import AccessModel
package import ClinicalModel
package import GenomeModel

/// A question with everything that deciding about it and answering it takes, apart from what a region knows by itself.
package struct AskedQuestion: Hashable, Sendable {
    /// What the answer is made of.
    package enum Matter: Hashable, Sendable {
        /// One count, or one variant's figures: what the question's kind says.
        case answer
        /// Figures of many variants among those who meet the criterion.
        case figures
        /// Entries of a kind, each by itself.
        case entries(EntryKind)
    }

    /// What a count counts. People decide what may be told, whatever is counted.
    package enum Counted: String, Sendable, CaseIterable {
        case people, specimens
        case callSets = "call-sets"
    }

    package var actor: Actor
    package var purpose: Purpose
    package var date: CivilDate
    package var question: Question
    package var matter = Matter.answer
    package var counted = Counted.people
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
    /// Names this asking of it, the same in every region's log; empty until somebody asks: see `AskRegions`.
    package var identifier = ""
    /// Every region that it is put to, so that a node which holds several is asked once and a signature is good for all.
    package var regions: [RegionCode] = []
    /// When whoever asks stops waiting; nil where nobody has said so.
    package var deadline: ContinuousClock.Instant?

    package init(actor: Actor, purpose: Purpose, date: CivilDate, question: Question, process: String) {
        self.actor = actor
        self.purpose = purpose
        self.date = date
        self.question = question
        self.process = process
    }

    /// What has to be allowed for it: a count of people, figures of a variant, or records.
    package var granularity: Granularity {
        switch matter {
        case .answer:
            switch question.kind {
            case .count: .count
            case .frequency: .aggregate
            }
        case .figures, .entries(.genomicVariations): .aggregate
        case .entries: .record
        }
    }

    /// Variants are genomic data, everything else is clinical.
    package var dataKinds: Set<DataKind> {
        var kinds: Set<DataKind> = []
        switch matter {
        case .answer: if case .frequency = question.kind { kinds.insert(.genomic) }
        case .figures, .entries(.genomicVariations): kinds.insert(.genomic)
        case .entries: kinds.insert(.clinical)
        }
        if !question.criterion.variants.isEmpty { kinds.insert(.genomic) }
        let others = question.criterion.conditions.contains { condition in
            if case .carries = condition { false } else { true }
        }
        if others || kinds.isEmpty { kinds.insert(.clinical) }
        return kinds
    }

    /// Whose memory of earlier answers this one is held against: colleagues could put theirs together.
    package var organisation: String {
        actor.provider?.text ?? actor.region.map { "region-\($0)" } ?? actor.identity
    }
}

extension Question {
    /// Whether the question itself says whose DNA it asks about.
    package var namesOrigin: Bool {
        criterion.conditions.contains { condition in
            if case .origin = condition { true } else { false }
        }
    }
}
