internal import AccessModel
package import Questions
package import StructuredText

/// Writes the responses to questions about entries, in Beacon's forms: boolean, count, result sets, collections, error.
package struct BeaconWriter: Sendable {
    package let identity: BeaconIdentity
    package let language: Language

    package init(identity: BeaconIdentity, language: Language = .en) {
        self.identity = identity
        self.language = language
    }

    // MARK: Answers

    /// A boolean, a count or result sets, as `told` says.
    package func response(
        _ told: BeaconOutcome.Told, _ request: BeaconRequest, _ type: BeaconEntryType, _ inquiry: BeaconInquiry,
        regions: [BeaconRegion], answer: Answer, warnings: [String] = []
    ) -> JSONValue {
        let entries = BeaconEntryWriter(assembly: inquiry.assembly, source: "Samsyn")
        let sets = told.sets.map { set -> JSONValue in
            JSONValue(members: [
                ("id", JSONValue(.string(BeaconDataset(set.region).identifier + inquiry.suffix))), ("setType", "dataset"),
                ("exists", JSONValue(set.count > 0)), ("resultsCount", JSONValue(set.count)),
                ("results", JSONValue(set.entries.map { entries.json($0, as: type) })),
                ("info", set.frequency.map { JSONValue(members: [("frequency", $0.json)]) }),
            ])
        }
        let summary = JSONValue(members: [
            ("exists", JSONValue(told.exists)), ("numTotalResults", told.total.map { JSONValue($0) }),
        ])
        return JSONValue(members: [
            ("meta", meta(request, type, returned: told.granularity)), ("responseSummary", summary),
            (
                "response",
                told.granularity == .boolean ? Optional.none : JSONValue(members: [("resultSets", JSONValue(sets))])
            ),
            ("info", info(regions, answer, numbers: told.granularity != .boolean, frequency: true, warnings: warnings)),
        ])
    }

    /// Collections: datasets or cohorts.
    package func response(
        collections: [JSONValue], total: Int, _ request: BeaconRequest, _ type: BeaconEntryType
    ) -> JSONValue {
        let granularity = request.requestedGranularity?.standard ?? .record
        return JSONValue(members: [
            ("meta", meta(request, type, returned: granularity)),
            (
                "responseSummary",
                JSONValue(members: [
                    ("exists", JSONValue(total > 0)),
                    ("numTotalResults", granularity == .boolean ? Optional.none : JSONValue(total)),
                ])
            ),
            (
                "response",
                granularity == .record ? JSONValue(members: [("collections", JSONValue(collections))]) : Optional.none
            ),
        ])
    }

    /// Beacon's error form. The request is summed up where it could be read; its parameters are not repeated.
    package func error(
        status: Int, message: String, request: BeaconRequest? = nil, info: JSONValue? = nil
    ) -> JSONValue {
        JSONValue(members: [
            ("meta", meta(request ?? BeaconRequest(), nil, returned: .boolean)),
            (
                "error",
                JSONValue(members: [
                    ("errorCode", JSONValue(status)), ("errorMessage", JSONValue(.string(message))),
                ])
            ),
            ("info", info),
        ])
    }

    // MARK: Extensions

    /// What each region says, on what basis, from which release. Numbers are left out where no more than a yes or no is told.
    package func info(
        _ regions: [BeaconRegion], _ answer: Answer, numbers: Bool, frequency: Bool = false, warnings: [String] = []
    ) -> JSONValue {
        let states = regions.map { region -> JSONValue in
            let answer = region.answer
            return JSONValue(members: [
                ("region", JSONValue(.string(BeaconDataset(answer.region).identifier))),
                ("state", JSONValue(.string(answer.state.rawValue))),
                ("count", numbers ? answer.count.map { JSONValue($0) } : nil), ("band", answer.band.map { JSONValue($0) }),
                ("reason", answer.reason.map { JSONValue(.string($0.text(language))) }),
                ("basis", region.decision.map { JSONValue(.string($0.basisText(language))) }),
                ("dataRelease", region.dataRelease.map { JSONValue($0) }),
            ])
        }
        return JSONValue(members: [
            ("complete", JSONValue(answer.isComplete)), ("regions", JSONValue(states)),
            ("frequency", numbers && frequency ? answer.frequency?.json : nil),
            ("basis", answer.basis.isEmpty ? Optional.none : JSONValue(.string(answer.basis))),
            ("decides", answer.decides.isEmpty ? Optional.none : JSONValue(.string(answer.decides))),
            ("regime", answer.regime.isEmpty ? Optional.none : JSONValue(.string(answer.regime))),
            ("dataRelease", answer.dataRelease.map { JSONValue(.string($0)) }),
            ("annotation", answer.annotation.map { JSONValue(.string($0)) }),
            ("elapsed_ms", JSONValue(answer.elapsedMilliseconds)),
            ("warnings", warnings.isEmpty ? Optional.none : JSONValue(warnings)),
        ])
    }

    // MARK: Meta

    func meta(_ request: BeaconRequest, _ type: BeaconEntryType?, returned: BeaconGranularity) -> JSONValue {
        let schemas = type.map { type in
            [
                JSONValue(members: [
                    ("entityType", JSONValue(.string(type.rawValue))), ("schema", JSONValue(.string(type.schema))),
                ])
            ]
        }
        return JSONValue(members: [
            ("beaconId", JSONValue(.string(identity.identifier))), ("apiVersion", JSONValue(.string(BeaconIdentity.apiVersion))),
            ("returnedSchemas", JSONValue(schemas ?? [])),
            ("returnedGranularity", JSONValue(.string(returned.standard.rawValue))),
            ("receivedRequestSummary", summary(request)), ("testMode", request.isTest ? JSONValue(true) : Optional.none),
        ])
    }

    /// The request as it was understood. The variant is left out: the client knows it, and answers are kept in logs and caches.
    private func summary(_ request: BeaconRequest) -> JSONValue {
        let schemas = request.requestedSchemas.map { schema -> JSONValue in
            JSONValue(members: [
                ("entityType", schema.entityType.map { JSONValue(.string($0)) }), ("schema", JSONValue(.string(schema.schema))),
            ])
        }
        return JSONValue(members: [
            ("apiVersion", JSONValue(.string(request.apiVersion ?? BeaconIdentity.apiVersion))),
            ("requestedSchemas", JSONValue(schemas)),
            ("pagination", JSONValue(members: [("skip", JSONValue(request.skip)), ("limit", JSONValue(request.limit))])),
            ("requestedGranularity", JSONValue(.string(request.granularity.standard.rawValue))),
            ("includeResultsetResponses", JSONValue(.string(request.include.rawValue))),
            ("filters", request.filters.isEmpty ? Optional.none : JSONValue(request.filters.map(\.text))),
            ("testMode", JSONValue(request.isTest)),
        ])
    }
}
