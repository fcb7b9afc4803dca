internal import ClinicalModel
internal import Operations
internal import StructuredText

/// What has been sent to the region, and how to send more.
struct SubmissionListModel: PageModel {
    /// Fields as somebody filled them in, and what is wrong with them: shown again beside the form.
    struct Trouble: Sendable {
        let facts: ProblemFacts
        /// With places in the manifest that was sent.
        let faults: [ManifestFault]
        /// The manifest that was sent, to be mended on the page; nil where it was none.
        let manifest: String?
    }

    static let rowsOnPage = 25

    let region: RegionCode
    let rows: [ListSubmissions.Row]
    let state: ListSubmissions.Row.State?
    /// From 1.
    let page: Int
    /// Bytes of a form with files, and of one file that comes piece by piece.
    let formLimit: Int
    let fileLimit: Int
    var trouble: Trouble?

    var selected: [ListSubmissions.Row] { state.map { state in rows.filter { $0.state == state } } ?? rows }

    var shown: ArraySlice<ListSubmissions.Row> {
        selected.dropFirst((page - 1) * SubmissionListModel.rowsOnPage).prefix(SubmissionListModel.rowsOnPage)
    }

    var pages: Int { max(1, (selected.count + SubmissionListModel.rowsOnPage - 1) / SubmissionListModel.rowsOnPage) }

    var json: JSONValue {
        JSONValue(members: [
            ("region", JSONValue(.string(region.description))), ("state", state.map { JSONValue(.string($0.rawValue)) }),
            ("page", JSONValue(page)), ("pages", JSONValue(pages)), ("count", JSONValue(selected.count)),
            ("submissions", JSONValue(shown.map(SubmissionListModel.json))),
            ("formLimit", JSONValue(formLimit)), ("fileLimit", JSONValue(fileLimit)),
        ])
    }

    static func json(_ row: ListSubmissions.Row) -> JSONValue {
        JSONValue(members: [
            ("submission", JSONValue(.string(row.id))), ("state", JSONValue(.string(row.state.rawValue))),
            ("kind", JSONValue(.string(row.kind))), ("case", JSONValue(.string(row.caseName))),
            ("laboratory", JSONValue(.string(row.laboratory))), ("received", JSONValue(row.received?.description)),
            ("callSets", JSONValue(row.callSets)), ("released", JSONValue(row.released)),
            ("failure", row.failure.map { JSONValue(.string($0.code.rawValue)) }),
        ])
    }
}
