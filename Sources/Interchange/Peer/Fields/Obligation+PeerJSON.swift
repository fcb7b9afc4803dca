internal import AccessModel
internal import StructuredText

extension Obligation {
    var peerJSON: JSONValue {
        switch self {
        case .suppressBelow(let limit): ["kind": "suppress-below", "limit": JSONValue(limit)]
        case .bandBelow(let limit): ["kind": "band-below", "limit": JSONValue(limit)]
        case .publishedBatchesOnly: ["kind": "published-batches-only"]
        case .pseudonymise(let project):
            JSONValue(members: [("kind", "pseudonymise"), ("project", project.map { JSONValue(.string($0)) })])
        case .logForPatient: ["kind": "log-for-patient"]
        case .figureOnly: ["kind": "figure-only"]
        case .consentingOnly(let study): ["kind": "consenting-only", "study": JSONValue(.string(study))]
        case .holderDecidesOnRecords: ["kind": "holder-decides-on-records"]
        case .secureEnvironment: ["kind": "secure-environment"]
        }
    }

    /// An obligation that this release does not know cannot be kept: the whole reply is then not understood.
    init(_ fields: PeerFields) throws(PeerMessageError) {
        switch try fields.text("kind") {
        case "suppress-below": self = .suppressBelow(try fields.number("limit", in: 1...1_000_000))
        case "band-below": self = .bandBelow(try fields.number("limit", in: 1...1_000_000))
        case "published-batches-only": self = .publishedBatchesOnly
        case "pseudonymise": self = .pseudonymise(forProject: try fields.optionalText("project"))
        case "log-for-patient": self = .logForPatient
        case "figure-only": self = .figureOnly
        case "consenting-only": self = .consentingOnly(study: try fields.text("study"))
        case "holder-decides-on-records": self = .holderDecidesOnRecords
        case "secure-environment": self = .secureEnvironment
        default: throw fields.fault(.notUnderstood, "kind")
        }
    }
}
