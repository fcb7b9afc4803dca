internal import AccessModel
internal import ClinicalModel
internal import Questions
internal import Records

/// A feasibility enquiry (PDL 5 kap. 7 §): criteria, asker and planned study are written down before anything runs, and one number or interval is
/// all that ever leaves for them. Asked again it answers the same, on whatever day; asked otherwise, by somebody else or for another study, it
/// is another enquiry.
struct FrozenEnquiry {
    let partition: Partition
    let identifier: String
    private let provider: String

    /// Nil for questions under other purposes. Writes the enquiry down.
    init?(partition: Partition, asked: AskedQuestion, decision: Decision) throws {
        guard asked.purpose == .feasibility, let study = asked.plannedStudy else { return nil }
        self.partition = partition
        provider = partition.layout.region.description
        let digest = ContentDigest.of("\(asked.question.text)\n\(asked.actor.identity)\n\(study)")
        identifier = "enq-" + digest.prefix(16)
        guard try partition.records.enquiry(identifier) == nil else { return }
        try partition.records.freezeEnquiry(
            FeasibilityEnquiry(
                id: identifier, criteria: asked.question.text, digest: ContentDigest.of(asked.question.text),
                asker: asked.actor.identity, plannedStudy: study, frozen: partition.now()))
    }

    func earlierFigure() throws -> ClosedRange<Int>? {
        try partition.records.answers(to: identifier).first { $0.provider == provider }?.figure
    }

    func record(_ disclosure: Disclosure) throws {
        let figure: ClosedRange<Int>
        switch disclosure {
        case .exact(let count): figure = count...count
        case .band(let band): figure = band
        case .suppressed: return
        }
        try partition.records.recordAnswer(
            FeasibilityAnswer(provider: provider, figure: figure, time: partition.now()), to: identifier)
    }
}

extension RegionAnswer {
    /// A figure that was given before.
    static func figure(_ region: RegionCode, _ figure: ClosedRange<Int>, _ decision: Decision) -> RegionAnswer {
        figure.count == 1 ? .answered(region, count: figure.lowerBound) : .suppressed(region, band: figure)
    }
}

extension Decision {
    /// Whether a small count is shown as a band.
    var showsBand: Bool {
        obligations.contains { if case .bandBelow = $0 { true } else { false } }
    }
}
