internal import ClinicalModel
package import StructuredText

extension SubmissionReceipt {
    package var json: JSONValue {
        JSONValue(members: [
            ("submission", JSONValue(.string(submission))), ("kind", JSONValue(.string(kind))),
            ("state", JSONValue(.string(state.rawValue))), ("region", JSONValue(.string(region.description))),
            ("case", JSONValue(.string(caseName))), ("laboratory", JSONValue(.string(laboratory))),
            ("received", JSONValue(.string(received.description))), ("completed", JSONValue(completed?.description)),
            (
                "files",
                JSONValue(
                    files.map { file in
                        [
                            "name": JSONValue(.string(file.name)), "sha256": JSONValue(.string(file.sha256)),
                            "bytes": JSONValue(file.bytes), "role": JSONValue(.string(file.role)),
                        ]
                    })
            ),
            ("people", JSONValue(people)), ("findings", JSONValue(findings)),
            (
                "callSets",
                JSONValue(
                    callSets.map { callSet in
                        JSONValue(members: [
                            ("name", JSONValue(.string(callSet.name))), ("assay", JSONValue(.string(callSet.assay))),
                            ("origin", JSONValue(.string(callSet.origin))), ("replaced", JSONValue(callSet.replaced)),
                            ("variants", JSONValue(callSet.variants)), ("events", callSet.events.map { JSONValue($0) }),
                        ])
                    })
            ),
            (
                "index",
                [
                    "records": JSONValue(figures.records), "skippedRecords": JSONValue(figures.skippedRecords),
                    "variants": JSONValue(figures.variants), "calls": JSONValue(figures.calls),
                    "outsideTargets": JSONValue(figures.outsideTargets),
                ]
            ),
            ("structural", figures.structural?.json),
            ("consequences", figures.consequences.isEmpty ? Optional.none : JSONValue(figures.consequences.map(\.json))),
            (
                "diagnostics",
                JSONValue(
                    diagnostics.map { diagnostic in
                        [
                            "kind": JSONValue(.string(diagnostic.kind)), "file": JSONValue(.string(diagnostic.file)),
                            "count": JSONValue(diagnostic.count), "fault": JSONValue(diagnostic.isFault),
                            "message": SubmissionReceipt.json(diagnostic.message),
                            "lines": JSONValue(diagnostic.lines.map { JSONValue($0) }),
                        ]
                    })
            ),
            (
                "warnings",
                JSONValue(
                    warnings.map { warning in
                        [
                            "kind": JSONValue(.string(warning.kind.rawValue)), "place": JSONValue(.string(warning.place)),
                            "message": SubmissionReceipt.json(warning.message),
                        ]
                    })
            ),
            ("failure", failure?.json ?? JSONValue(.null)),
            ("remedy", failure.map { SubmissionReceipt.json($0.remedy) } ?? JSONValue(.null)),
        ])
    }

    private static func json(_ text: LocalizedText) -> JSONValue {
        ["sv": JSONValue(.string(text.sv)), "en": JSONValue(.string(text.en))]
    }

    private static func text(_ json: JSONValue?) -> LocalizedText {
        LocalizedText(sv: json?["sv"]?.string ?? "", en: json?["en"]?.string ?? "")
    }

    /// Reads what `json` writes; nil for anything else.
    package init?(_ json: JSONValue) {
        guard let submission = json["submission"]?.string, let kind = json["kind"]?.string,
            let state = json["state"]?.string.flatMap(State.init),
            let region = json["region"]?.string.flatMap({ RegionCode($0) }),
            let caseName = json["case"]?.string, let laboratory = json["laboratory"]?.string,
            let received = json["received"]?.string.flatMap({ Timestamp($0) })
        else { return nil }
        self.init(
            submission: submission, kind: kind, state: state, region: region, caseName: caseName, laboratory: laboratory,
            received: received)
        completed = json["completed"]?.string.flatMap { Timestamp($0) }
        people = json["people"]?.integer ?? 0
        findings = json["findings"]?.integer ?? 0
        files = (json["files"]?.array ?? []).compactMap { file in
            guard let name = file["name"]?.string, let sha256 = file["sha256"]?.string, let bytes = file["bytes"]?.integer,
                let role = file["role"]?.string
            else { return nil }
            return File(name: name, sha256: sha256, bytes: bytes, role: role)
        }
        callSets = (json["callSets"]?.array ?? []).compactMap { callSet in
            guard let name = callSet["name"]?.string, let assay = callSet["assay"]?.string,
                let origin = callSet["origin"]?.string, let variants = callSet["variants"]?.integer
            else { return nil }
            return CallSet(
                name: name, assay: assay, origin: origin, replaced: callSet["replaced"]?.string, variants: variants,
                events: callSet["events"]?.integer)
        }
        figures.records = json["index"]?["records"]?.integer ?? 0
        figures.skippedRecords = json["index"]?["skippedRecords"]?.integer ?? 0
        figures.variants = json["index"]?["variants"]?.integer ?? 0
        figures.calls = json["index"]?["calls"]?.integer ?? 0
        figures.outsideTargets = json["index"]?["outsideTargets"]?.integer ?? 0
        figures.structural = json["structural"].map(StructuralFigures.init)
        figures.consequences = (json["consequences"]?.array ?? []).compactMap { ConsequenceFigures($0) }
        diagnostics = (json["diagnostics"]?.array ?? []).compactMap { item in
            guard let kind = item["kind"]?.string, let file = item["file"]?.string, let count = item["count"]?.integer,
                let isFault = item["fault"]?.bool
            else { return nil }
            return Diagnostic(
                kind: kind, file: file, count: count, isFault: isFault, message: SubmissionReceipt.text(item["message"]),
                lines: (item["lines"]?.array ?? []).compactMap(\.integer))
        }
        warnings = (json["warnings"]?.array ?? []).compactMap { item in
            guard let kind = item["kind"]?.string.flatMap(Warning.Kind.init), let place = item["place"]?.string else {
                return nil
            }
            return Warning(kind: kind, place: place, message: SubmissionReceipt.text(item["message"]))
        }
        failure = json["failure"].flatMap { IntakeFailure($0) }
    }
}
