internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Records
internal import StructuredText

/// What a region's records hold about one person, as JSON.
enum PersonJSON {
    static let statement = Schema.named(
        "Statement",
        .object([
            .init("kind", .words(ConsentKind.self)), .init("study", .nullable(.text)), .init("given", .boolean),
            .init("from", .day), .init("giver", .words(ConsentEvent.Giver.self)), .init("recorded", .moment),
        ]))

    static let schema = Schema.named(
        "Person",
        .object([
            .init("pseudonym", .pseudonym), .init("sex", .words(Sex.self)), .init("birth", .nullable(.text)),
            .init("homeRegion", .nullable(.regionCode)),
            .init("diagnoses", .list(.object([.init("code", .text), .init("status", .words(Diagnosis.Status.self))]))),
            .init("phenotypes", .list(.object([.init("code", .text), .init("present", .boolean)]))),
            .init(
                "treatments",
                .list(.object([.init("drug", .text), .init("start", .day), .init("stop", .nullable(.day))]))),
            .init(
                "callSets",
                .list(
                    .object([
                        .init("name", .text), .init("assay", .text), .init("assembly", .words(Assembly.self)),
                        .init("origin", .words(Origin.self)), .init("analysed", .day),
                        .init("state", .words(RecordedCallSet.State.self)),
                    ]))),
            .init("statements", .list(statement)),
            .init(
                "copies",
                .list(.object([.init("reference", .text), .init("made", .text), .init("deleted", .nullable(.text))]))),
        ]))

    static func json(_ event: ConsentEvent) -> JSONValue {
        [
            "kind": JSONValue(.string(event.kind.rawValue)), "study": JSONValue(event.study), "given": JSONValue(event.isGiven),
            "from": JSONValue(.string(event.from.description)), "giver": JSONValue(.string(event.giver.rawValue)),
            "recorded": JSONValue(.string(event.recorded.description)),
        ]
    }

    static func json(_ record: PersonRecord) -> JSONValue {
        func list<Row>(_ rows: [Row], _ json: (Row) -> JSONValue) -> JSONValue { JSONValue(rows.map(json)) }
        let person = record.person
        return [
            "pseudonym": JSONValue(.string(person.pseudonym.text)), "sex": JSONValue(.string(person.sex.rawValue)),
            "birth": JSONValue(person.birth?.description), "homeRegion": JSONValue(person.homeRegion?.description),
            "diagnoses": list(record.diagnoses) {
                ["code": JSONValue(.string($0.code.description)), "status": JSONValue(.string($0.status.rawValue))]
            },
            "phenotypes": list(record.phenotypes) {
                ["code": JSONValue(.string($0.code.description)), "present": JSONValue($0.isPresent)]
            },
            "treatments": list(record.treatments) {
                [
                    "drug": JSONValue(.string($0.drug.description)), "start": JSONValue(.string($0.start.description)),
                    "stop": JSONValue($0.stop?.description),
                ]
            },
            "callSets": list(record.callSets) { callSet in
                [
                    "name": JSONValue(.string(callSet.record.name)), "assay": JSONValue(.string(callSet.record.assay)),
                    "assembly": JSONValue(.string(callSet.record.assembly.rawValue)),
                    "origin": JSONValue(.string(callSet.record.origin.rawValue)),
                    "analysed": JSONValue(.string(callSet.record.analysed.description)),
                    "state": JSONValue(.string(callSet.state.rawValue)),
                ]
            },
            "statements": list(record.statements, PersonJSON.json),
            "copies": list(record.copies) { copy in
                [
                    "reference": JSONValue(.string(copy.reference)), "made": JSONValue(.string(copy.made.description)),
                    "deleted": JSONValue(copy.deleted?.description),
                ]
            },
        ]
    }
}
