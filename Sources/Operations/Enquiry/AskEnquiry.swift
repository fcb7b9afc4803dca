package import AccessModel
package import ClinicalModel
internal import Questions
package import Records
internal import StructuredText

/// Freezes an enquiry and asks every region for its number or interval. What each region says is kept; a region that could not be asked, or
/// refused, is asked again when this is done again, and a region that has computed never is.
package struct AskEnquiry: Sendable {
    package let enquiries: EnquiryDatabase
    package let regions: AskRegions
    package let actor: Actor
    package let enquiry: String

    package init(enquiries: EnquiryDatabase, regions: AskRegions, actor: Actor, enquiry: String) {
        self.enquiries = enquiries
        self.regions = regions
        self.actor = actor
        self.enquiry = enquiry
    }

    /// Throws `EnquiryError`. A crash on the way loses nothing: each region has frozen what it said.
    package func run(now: @Sendable () -> Timestamp) async throws {
        guard let known = try enquiries.enquiry(enquiry), known.organisation == actor.enquiringOrganisation else {
            throw EnquiryError(.unknown, place: enquiry)
        }
        // The region's memory of the enquiry goes by who asks: see `FrozenEnquiry`.
        guard known.registrant == actor.identity else { throw EnquiryError(.notRegistrant, place: enquiry) }
        guard try !enquiries.steps(of: enquiry).contains(where: { $0.kind == .closed }) else {
            throw EnquiryError(.closed, place: enquiry)
        }
        let question: Question
        do throws(QuestionError) {
            question = try Question.parse(known.criteria, as: .count)
        } catch {
            throw EnquiryError(.criteria(error), place: "criteria")
        }
        let computed = Set(try enquiries.figures(of: enquiry).filter(\.state.isFinal).map(\.region))
        var remaining = AskRegions(sources: regions.sources.filter { !computed.contains($0.region) })
        remaining.patience = regions.patience
        let start = now()
        try enquiries.record(
            [EnquiryStep(.frozen, time: start, actor: actor.identity)]
                + remaining.sources.map { EnquiryStep(.asked, region: $0.region, time: start, actor: actor.identity) },
            of: enquiry)
        guard !remaining.sources.isEmpty else { return }
        var asked = AskedQuestion(
            actor: actor, purpose: .feasibility, date: start.date, question: question, process: "enquiry ask")
        asked.plannedStudy = "\(known.title); \(known.sponsor); \(known.plannedStudy) (\(known.id))"
        let (answer, _) = try await remaining.run(asked)
        let end = now()
        try enquiries.record(answer.regions.map { EnquiryFigure($0, time: end) }, of: enquiry, actor: actor.identity)
    }
}

extension EnquiryFigure {
    /// Of a region's answer nothing goes on but the number or interval, or why there is none.
    init(_ answer: RegionAnswer, time: Timestamp) {
        let state: State =
            switch answer.state {
            case .answered: .answered
            case .suppressed: .suppressed
            case .refused: .refused
            case .late: .late
            case .unreachable: .unreachable
            }
        let band = answer.band.flatMap { band -> ClosedRange<Int>? in
            let ends = band.split(separator: "-").compactMap { Int($0) }
            guard ends.count == 2, ends[0] <= ends[1] else { return nil }
            return ends[0]...ends[1]
        }
        self.init(
            region: answer.region, state: state, figure: answer.count.map { $0...$0 } ?? band, reason: answer.reason, time: time)
    }
}
