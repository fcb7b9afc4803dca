package import ClinicalModel
package import Records

/// An enquiry with every region's answers beside one another.
package struct EnquiryTable: Hashable, Sendable {
    /// When each step was taken; nil for one that has not been.
    package struct Clock: Hashable, Sendable {
        package let registered: Timestamp
        package let frozen: Timestamp?
        /// The first time.
        package let asked: Timestamp?
        package let computed: Timestamp?
        /// The latest answer by hand.
        package let answered: Timestamp?
        package let closed: Timestamp?
    }

    package struct Row: Hashable, Sendable {
        package let region: RegionCode
        package let clock: Clock
        /// Nil before the region has been asked, and for a reader whom another region's number does not concern.
        package let figure: EnquiryFigure?
        package let opinion: EnquiryOpinion?
        /// The deadline has passed without an answer by hand.
        package let isOverdue: Bool
    }

    package let enquiry: StudyEnquiry
    /// One for each region asked, by region code.
    package let rows: [Row]
    package let frozen: Timestamp?
    package let closed: Timestamp?

    /// `viewer` is the region whose own figure alone is shown; nil where all are.
    init(
        _ enquiry: StudyEnquiry, steps: [EnquiryStep], figures: [EnquiryFigure], opinions: [EnquiryOpinion],
        for viewer: RegionCode?, on date: CivilDate
    ) {
        self.enquiry = enquiry
        func time(_ kind: EnquiryStep.Kind, _ region: RegionCode? = nil) -> Timestamp? {
            let times = steps.filter { $0.kind == kind && $0.region == region }.map(\.time)
            return kind == .answered ? times.last : times.first
        }
        let (frozen, closed) = (time(.frozen), time(.closed))
        self.frozen = frozen
        self.closed = closed
        rows = Set(steps.compactMap(\.region)).sorted().map { region in
            let opinion = opinions.first { $0.region == region }
            return Row(
                region: region,
                clock: Clock(
                    registered: enquiry.registered, frozen: frozen, asked: time(.asked, region),
                    computed: time(.computed, region), answered: time(.answered, region), closed: closed),
                figure: viewer == nil || viewer == region ? figures.first { $0.region == region } : nil, opinion: opinion,
                isOverdue: opinion == nil && date > enquiry.deadline)
        }
    }

    /// The sum of the numbers and intervals that regions gave, both ends; nil where none did. Regions without one are not in it.
    package var total: ClosedRange<Int>? {
        let figures = rows.compactMap { $0.figure?.figure }
        guard !figures.isEmpty else { return nil }
        return figures.reduce(0) { $0 + $1.lowerBound }...figures.reduce(0) { $0 + $1.upperBound }
    }

    /// Regions by what they decided, in the order of the decisions; those without an answer are in none.
    package var decisions: [(decision: EnquiryOpinion.Decision, regions: [RegionCode])] {
        EnquiryOpinion.Decision.allCases.compactMap { decision in
            let regions = rows.filter { $0.opinion?.decision == decision }.map(\.region)
            return regions.isEmpty ? nil : (decision, regions)
        }
    }

    /// Regions by what became of the question there.
    package var states: [(state: EnquiryFigure.State, regions: [RegionCode])] {
        EnquiryFigure.State.allCases.compactMap { state in
            let regions = rows.filter { $0.figure?.state == state }.map(\.region)
            return regions.isEmpty ? nil : (state, regions)
        }
    }

    /// Regions have answered the same enquiry differently: some may compute and others not, or they decided otherwise.
    package var isDivided: Bool {
        let mayCompute = Set(
            rows.compactMap { row -> Bool? in
                switch row.figure?.state {
                case .answered, .suppressed: true
                case .refused: false
                case .late, .unreachable, nil: nil
                }
            })
        return decisions.count > 1 || mayCompute.count > 1
    }
}
