/// A VRS 2.0 Allele: a fully justified change of one sequence, and the identifier computed from it.
///
/// Source: GA4GH Variation Representation Specification 2.0, normalisation and computed identifiers. Interbase coordinates,
/// as the standard has them.
public struct VRSAllele: Hashable, Sendable {
    /// What stands at the location.
    public enum State: Hashable, Sendable {
        /// LiteralSequenceExpression.
        case literal(String)
        /// ReferenceLengthExpression: the first `repeatSubunitLength` bases of the location, repeated to `length` bases.
        case referenceLength(length: Int, repeatSubunitLength: Int)
    }

    /// `SQ.` + digest of the whole sequence.
    public let refgetAccession: String
    public let start: Int
    public let end: Int
    public let state: State

    public init(refgetAccession: String, start: Int, end: Int, state: State) {
        self.refgetAccession = refgetAccession
        self.start = start
        self.end = end
        self.state = state
    }

    /// `ga4gh:VA.` and the digest.
    public var identifier: String { "ga4gh:VA." + TruncatedDigest.text(of: Array(serialised.utf8)) }

    /// `ga4gh:SL.` and the digest of the location.
    public var locationIdentifier: String { "ga4gh:SL." + locationDigest }

    /// Canonical JSON (sorted keys, no white space) that the identifier is the digest of.
    public var serialised: String {
        let state =
            switch state {
            case .literal(let sequence): #"{"sequence":"\#(sequence)","type":"LiteralSequenceExpression"}"#
            case .referenceLength(let length, let unit):
                #"{"length":\#(length),"repeatSubunitLength":\#(unit),"type":"ReferenceLengthExpression"}"#
            }
        return #"{"location":"\#(locationDigest)","state":\#(state),"type":"Allele"}"#
    }

    /// Canonical JSON of the location.
    public var serialisedLocation: String {
        #"{"end":\#(end),"sequenceReference":{"refgetAccession":"\#(refgetAccession)","type":"SequenceReference"},"#
            + #""start":\#(start),"type":"SequenceLocation"}"#
    }

    private var locationDigest: String { TruncatedDigest.text(of: Array(serialisedLocation.utf8)) }
}
