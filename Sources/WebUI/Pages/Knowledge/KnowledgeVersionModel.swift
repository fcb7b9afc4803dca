internal import ClinicalModel
internal import KnowledgeModel
internal import Operations
internal import Records
internal import StructuredText

/// A version: what it changes compared with the one in force, which issued reports that touches, what was wrong with its file, and who did
/// what with it.
struct KnowledgeVersionModel: PageModel {
    let view: KnowledgeDifferenceView
    let faults: [KnowledgeFault]
    let steps: [KnowledgeStep]
    /// Of which kind the changes are shown; nil for all.
    let kind: KnowledgeChanges.Kind?
    /// One more than is shown, where there are more.
    let page: [KnowledgeChanges.Change]
    /// Of whoever looks: reports are named to people of their own region alone.
    let region: RegionCode?
    let mayKeep: Bool
    let mayReadReports: Bool
    var trouble: ProblemFacts?

    /// A page holds no more than it can carry in 100 KB: changes, fields of each, reports, items of each, remarks.
    static let pageSize = 30
    static let shownFields = 6
    static let shownReports = 50
    static let shownItems = 4
    static let shownFaults = 20

    var shown: [KnowledgeChanges.Change] { Array(page.prefix(KnowledgeVersionModel.pageSize)) }
    var digits: String { String(view.version.digest.prefix(KnowledgeListModel.digits)) }
    /// Of the region of whoever looks.
    var ownReports: [AffectedReport] { view.affected.first { $0.region == region }?.reports ?? [] }

    var json: JSONValue {
        let counts = view.changes.counts
        return JSONValue(members: [
            ("version", JSONValue(.string(view.version.digest))), ("release", JSONValue(.string(view.version.release))),
            ("state", JSONValue(.string(view.state.rawValue))), ("comparedWith", JSONValue(view.current?.digest)),
            ("added", JSONValue(counts.added)), ("changed", JSONValue(counts.changed)), ("gone", JSONValue(counts.gone)),
            ("unchanged", JSONValue(counts.unchanged)),
            ("changes", JSONValue(shown.map { JSONValue([$0.kind.rawValue, $0.identity.key]) })),
            ("reports", JSONValue(view.reports)), ("toReview", JSONValue(view.toReview)),
            ("ownReports", JSONValue(ownReports.map(\.report))), ("seen", JSONValue(.string(view.digest))),
        ])
    }

    func view(_ language: Language) -> PageView { KnowledgeVersionView(model: self, language: language).page }
}
