internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// What a patient sees of their own data: yes and no, who looked, questions and answers.
struct MyDataModel: PageModel {
    let name: String
    let pages: [OwnPage]
    /// Regions that know the person and are on another node.
    let elsewhere: [RegionCode]
    /// What goes on whatever anybody says, with its basis.
    let beyondRefusal: [PurposeRule]
    /// Whether every access is shown, or the latest.
    let showsAll: Bool
    let saved: Saved?
    let today: CivilDate

    /// What was done just now.
    enum Saved: String {
        case inForce = "in-force", withoutEffect = "without-effect", question
    }

    static let latestShown = 15

    var json: JSONValue {
        [
            "regions": JSONValue(pages.map(region)), "elsewhere": JSONValue(elsewhere.map(\.description)),
            "beyondRefusal": JSONValue(
                beyondRefusal.map { rule in
                    ["title": JSONValue(.string(rule.title.sv)), "basis": JSONValue(.string(rule.basis.reference))] as JSONValue
                }),
        ]
    }

    private func region(_ page: OwnPage) -> JSONValue {
        [
            "region": JSONValue(.string(page.region.description)),
            "statements": JSONValue(
                page.statements.map { item in
                    [
                        "kind": JSONValue(.string(item.kind.rawValue)), "number": JSONValue(item.rule.number),
                        "inForce": JSONValue(item.isInForce), "from": JSONValue(item.rule.force.date?.description),
                        "basis": JSONValue(.string(item.rule.basis.reference)), "holds": JSONValue(item.holds),
                        "said": JSONValue(
                            item.standings.map { said in
                                [
                                    "study": JSONValue(said.study), "given": JSONValue(said.isGiven),
                                    "from": JSONValue(.string(said.from.description)),
                                    "giver": JSONValue(.string(said.giver.rawValue)),
                                ] as JSONValue
                            }),
                    ] as JSONValue
                }),
            "accesses": JSONValue(
                page.accesses.map { access in
                    [
                        "event": JSONValue(access.event), "careUnit": JSONValue(access.careUnit),
                        "time": JSONValue(.string(access.time.description)), "purpose": JSONValue(.string(access.purpose.sv)),
                        "own": JSONValue(access.isOwnDoing), "stopped": JSONValue(access.stopped?.sv),
                    ] as JSONValue
                }),
            "reports": JSONValue(
                page.reports.map { report in
                    [
                        "report": JSONValue(.string(report.identifier)), "title": JSONValue(.string(report.title.sv)),
                        "version": JSONValue(report.version), "state": JSONValue(.string(report.state.rawValue)),
                        "signed": JSONValue(.string(report.signed.description)),
                    ] as JSONValue
                }),
            "cases": JSONValue(
                page.cases.map { item in
                    // Not who looks into it: the region answers.
                    [
                        "number": JSONValue(item.number), "event": JSONValue(item.event),
                        "words": JSONValue(.string(item.words)), "state": JSONValue(.string(item.state.rawValue)),
                        "due": JSONValue(.string(item.due.description)),
                        "finding": JSONValue(item.answer?.finding.rawValue), "answer": JSONValue(item.answer?.text),
                    ] as JSONValue
                }),
        ]
    }
}
