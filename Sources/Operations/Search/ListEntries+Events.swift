internal import AccessModel
internal import GenomeModel
internal import Questions
internal import Records
internal import VariantStorage

extension ListEntries {
    /// Which events a list shows.
    enum SoughtEvents {
        case one(StructuralEvent)
        case meeting(EventSelection)
    }

    /// Structural events that somebody of the cohort carries, with their figures, in groups of those that match: each told or withheld as if
    /// it had been asked about alone. What is withheld is not listed, nor counted.
    func events(_ sought: SoughtEvents, _ snapshot: CohortSnapshot) async throws -> RegionEntries {
        let told = try await AnswerEventFigures(
            partition: partition, regulations: regulations, asked: asked, sought: sought
        ).run(snapshot)
        let entries = told.events.dropFirst(selection.skip).prefix(selection.limit).map { event, figures in
            Entry.event(EventEntry(event: event, region: partition.layout.region, figures: figures))
        }
        let answer =
            told.answer.state == .answered
            ? RegionAnswer.answered(partition.layout.region, count: told.events.count) : told.answer
        return RegionEntries(
            answer: answer, entries: entries, decision: told.decision,
            dataRelease: told.answer.state == .answered ? snapshot.facts.release : nil)
    }
}
