internal import AccessModel
internal import ClinicalModel
package import GenomeModel
package import Questions

/// A structural event with what each region tells of those that match it there.
package struct NationalEvent: Hashable, Sendable {
    package let event: StructuralEvent
    /// Of the regions that list it by this very representative, by ascending code.
    package let regions: [EventEntry]

    package init(event: StructuralEvent, regions: [EventEntry]) {
        self.event = event
        self.regions = regions.sorted { $0.region < $1.region }
    }

    /// Over the regions that list it. How often it is seen in the country is asked of every region for this event: its own page does.
    package var figures: FrequencyFigures { regions.map(\.figures).reduce(.zero, +) }
}

/// The structural events of a stretch from every region, in the order of the genome. Regions choose their representatives by themselves, so
/// only equal ones are put together here.
package struct GatherEvents: Sendable {
    package struct Gathered: Sendable {
        /// Each region's state; the count is of the events that it tells of.
        package let answer: Answer
        package let events: [NationalEvent]
    }

    package let regions: AskRegions
    package let asked: AskedQuestion
    package let selection: EventSelection

    /// `asked.question` describes whose events; its matter is set to variants.
    package init(regions: AskRegions, asked: AskedQuestion, selection: EventSelection) {
        self.regions = regions
        var asked = asked
        asked.matter = .entries(.genomicVariations)
        self.asked = asked
        self.selection = selection
    }

    package func run() async throws -> Gathered {
        var page = EntrySelection()
        page.variants = .events(selection)
        page.limit = ListEntries.longestPage
        let (answer, replies) = try await regions.entries(asked, page)
        let told = replies.flatMap(\.entries).compactMap { entry in
            if case .event(let event) = entry { event } else { nil }
        }
        let events = Dictionary(grouping: told, by: \.event.notation).compactMap { _, entries in
            entries.first.map { NationalEvent(event: $0.event, regions: entries) }
        }
        return Gathered(
            answer: answer,
            events: events.sorted {
                let (first, second) = ($0.event, $1.event)
                return (first.first.contig, first.first.position, first.notation)
                    < (second.first.contig, second.first.position, second.notation)
            })
    }
}
