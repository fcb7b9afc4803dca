internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Records
internal import StructuredText

/// One person, as far as role and purpose allow: what the records hold, what the person has said, what has been ended, and who looked.
struct PersonModel: PageModel {
    /// What somebody has just done here, and what came of it.
    enum Done: String, Sendable, CaseIterable {
        case care
        case statementHolds = "statement-holds"
        case statementLater = "statement-later"
        case statementProposed = "statement-proposed"
        case stopUsing = "stop-using"
        case stopShowing = "stop-showing"
        case deleteCopy = "delete-copy"
        case destroy
    }

    /// A condition of the law on one kind of statement, and where it stands for this person.
    struct Kind: Sendable {
        let kind: ConsentKind
        let rule: ConsentRule
        let isInForce: Bool
        let holds: Bool
    }

    struct Access: Sendable {
        let unit: String?
        let time: Timestamp
        let purpose: LocalizedText
    }

    let region: RegionCode
    let record: PersonRecord
    /// The names of codes, where the editions in use have them.
    let names: NamedCodes
    let units: [String: String]
    /// All eleven, by number.
    let kinds: [Kind]
    /// The latest first.
    let accesses: [Access]
    let mayState: Bool
    let mayEnd: Bool
    let today: CivilDate
    let reporting: RefusalReporting?
    var done: Done?
    /// What was wrong with a form that was sent from here just now.
    var trouble: ProblemFacts?

    var pseudonym: Pseudonym { record.person.pseudonym }

    var json: JSONValue {
        let person = record.person
        return JSONValue(members: [
            ("region", JSONValue(.string(region.description))), ("pseudonym", JSONValue(.string(pseudonym.text))),
            ("extent", JSONValue(.string(record.extent.rawValue))), ("sex", JSONValue(.string(person.sex.rawValue))),
            ("birth", JSONValue(person.birth?.description)), ("homeRegion", JSONValue(person.homeRegion?.description)),
            ("specimens", JSONValue(record.specimens.map { JSONValue(.string($0.name)) })),
            (
                "callSets",
                JSONValue(
                    record.callSets.map { callSet in
                        [
                            "name": JSONValue(.string(callSet.record.name)), "assay": JSONValue(.string(callSet.record.assay)),
                            "state": JSONValue(.string(callSet.state.rawValue)),
                        ] as JSONValue
                    })
            ),
            ("diagnoses", JSONValue(record.diagnoses.map { JSONValue(.string($0.code.description)) })),
            (
                "phenotypes",
                JSONValue(
                    record.phenotypes.map {
                        ["code": JSONValue(.string($0.code.description)), "present": JSONValue($0.isPresent)] as JSONValue
                    })
            ),
            ("holds", JSONValue(kinds.filter(\.holds).map { JSONValue(.string($0.kind.rawValue)) })),
            ("endings", JSONValue(record.endings.map { JSONValue(.string($0.act.rawValue)) })),
            (
                "timeline",
                JSONValue(
                    PersonTimeline(record: record).events.map {
                        ["date": JSONValue(.string($0.date.description)), "kind": JSONValue(.string($0.kind.rawValue))]
                            as JSONValue
                    })
            ),
            (
                "accesses",
                JSONValue(
                    accesses.map { access in
                        [
                            "unit": JSONValue(access.unit), "time": JSONValue(.string(access.time.description)),
                            "purpose": JSONValue(.string(access.purpose.en)),
                        ] as JSONValue
                    })
            ),
        ])
    }
}
