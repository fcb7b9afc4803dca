internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import StructuredText

extension Decision {
    /// The whole decision: whoever passes the answer on explains it in both languages and keeps its obligations.
    var peerJSON: JSONValue {
        JSONValue(members: [
            ("granularity", JSONValue(.string(granularity.rawValue))),
            ("basis", ["text": basis.text.peerJSON, "reference": JSONValue(.string(basis.reference))]),
            ("decides", decides.peerJSON), ("decider", JSONValue(.string(decider.rawValue))),
            ("regime", JSONValue(.string(regime))), ("policy", JSONValue(.string(policy))),
            ("recipient", JSONValue(.string(recipient.rawValue))),
            ("obligations", JSONValue(obligations.map(\.peerJSON))), ("source", source.peerJSON),
            ("reasons", JSONValue(reasons.map(\.peerJSON))),
        ])
    }

    init(_ fields: PeerFields) throws(PeerMessageError) {
        let basis = try fields.object("basis")
        var obligations: [Obligation] = []
        for obligation in try fields.objects("obligations", limit: 100) { obligations.append(try Obligation(obligation)) }
        var reasons: [Reason] = []
        for reason in try fields.objects("reasons", limit: 200) { reasons.append(try Reason(reason)) }
        self.init(
            granularity: try fields.word("granularity"),
            basis: LegalBasis(text: try basis.localized("text"), reference: try basis.text("reference", limit: 1024)),
            decides: try fields.localized("decides"), decider: try fields.word("decider"), regime: try fields.text("regime"),
            policy: try fields.text("policy"), recipient: try fields.word("recipient"), obligations: obligations,
            source: try Source(try fields.object("source")), reasons: reasons)
    }
}

extension Decision.Source {
    fileprivate var peerJSON: JSONValue {
        switch self {
        case .everything: ["kind": "everything"]
        case .dataSets(let sets):
            [
                "kind": "data-sets",
                "dataSets": JSONValue(
                    sets.map { set in
                        [
                            "name": JSONValue(.string(set.name)), "title": set.title.peerJSON,
                            "areas": .words(set.areas.map(\.rawValue)), "origins": .words(set.origins.map(\.rawValue)),
                            "assayKinds": .words(set.assayKinds.map(\.rawValue)),
                        ] as JSONValue
                    }),
            ]
        }
    }

    fileprivate init(_ fields: PeerFields) throws(PeerMessageError) {
        switch try fields.text("kind") {
        case "everything": self = .everything
        case "data-sets":
            var sets: [ReleasedDataSet] = []
            for set in try fields.objects("dataSets", limit: 200) {
                sets.append(
                    ReleasedDataSet(
                        name: try set.text("name"), title: try set.localized("title"), areas: Set(try set.words("areas")),
                        origins: Set(try set.words("origins")), assayKinds: Set(try set.words("assayKinds"))))
            }
            guard !sets.isEmpty else { throw fields.fault(.inconsistent, "dataSets") }
            self = .dataSets(sets)
        default: throw fields.fault(.notUnderstood, "kind")
        }
    }
}

extension Reason {
    fileprivate var peerJSON: JSONValue {
        [
            "for": JSONValue(isFor), "code": JSONValue(.string(code.text)), "text": text.peerJSON,
            "reference": JSONValue(.string(reference)),
        ]
    }

    fileprivate init(_ fields: PeerFields) throws(PeerMessageError) {
        guard let code = Code(text: try fields.text("code")) else { throw fields.fault(.notUnderstood, "code") }
        self.init(
            isFor: try fields.flag("for"), code, try fields.localized("text"), try fields.text("reference", limit: 1024))
    }
}
