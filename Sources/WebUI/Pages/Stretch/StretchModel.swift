internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Questions
internal import StructuredText

/// The variants along a gene or a range.
struct StretchModel: PageModel {
    let name: SiteURL.Stretch
    /// Nil for a range.
    let gene: GeneLocus?
    let exons: [Interval]
    let interval: Interval
    let assembly: Assembly
    /// Genes that a range overlaps.
    let genes: [GeneLocus]
    let gathered: GatherVariants.Gathered
    /// Those of the filter, in its order.
    let listed: [NationalVariant]
    /// Nil where they were not asked for.
    let events: GatherEvents.Gathered?
    let decisions: [RegionCode: Decision]
    let filter: StretchFilter
    let query: AskingQuery
    let scope: SearchScope
    let patients: PatientChoice
    /// The regions that can be chosen.
    let regions: [RegionCode]
    let reporting: RefusalReporting?

    /// The page of the list that is shown.
    var shown: ArraySlice<NationalVariant> {
        let first = min((page - 1) * StretchFilter.pageLength, listed.count)
        return listed[first..<min(first + StretchFilter.pageLength, listed.count)]
    }

    var pages: Int { max(1, (listed.count + StretchFilter.pageLength - 1) / StretchFilter.pageLength) }
    /// What was asked for, or the last there is.
    var page: Int { min(filter.page, pages) }

    /// The same page with something changed.
    func address(_ change: (inout StretchFilter) -> Void = { _ in }, _ further: [SiteURL.Item] = []) -> SiteURL {
        var filter = filter
        filter.page = 1
        change(&filter)
        return .stretch(name, query.items + filter.items + further)
    }

    var json: JSONValue {
        JSONValue(members: [
            ("gene", gene.map { JSONValue(.string($0.symbol)) }), ("interval", JSONValue(.string(interval.notation))),
            ("assembly", JSONValue(.string(assembly.rawValue))), ("isCut", JSONValue(gathered.isCut)),
            ("count", JSONValue(listed.count)), ("page", JSONValue(page)), ("pages", JSONValue(pages)),
            ("variants", JSONValue(shown.map(\.json))), ("answer", gathered.answer.json()),
            ("events", events.map { JSONValue($0.events.map(\.json)) }),
        ])
    }

    func view(_ language: Language) -> PageView { StretchView(model: self, language: language).page }
}
