package import AccessModel
package import ClinicalModel
internal import StructuredText

/// What one node signs when it asks others: one signature for a question, whoever gets it.
package struct PeerQuestion: Hashable, Sendable {
    /// The header field that carries the signature.
    package static let field = "Samsyn-Question-Signature"
    /// `typ`: no token of any other kind is one of these.
    static let type = "samsyn-question+jws"

    /// The node that asks.
    package let issuer: String
    /// Of the program that it runs.
    package let version: String
    /// The nodes that are asked.
    package let audience: Set<String>
    /// As in the request line, in upper case.
    package let method: String
    /// The request's target with its query.
    package let path: String
    package let body: BodyDigest
    /// The identity of whoever asks; who they are besides stands in the body.
    package let actor: String
    package let purpose: Purpose
    package let issued: Timestamp
    /// After this nobody waits for the answer.
    package let deadline: Timestamp
    /// 128 random bits.
    package let nonce: String

    package init(
        issuer: String, version: String, audience: Set<String>, method: String, path: String, body: BodyDigest, actor: String,
        purpose: Purpose, issued: Timestamp, deadline: Timestamp, nonce: String
    ) {
        self.issuer = issuer
        self.version = version
        self.audience = audience
        self.method = method
        self.path = path
        self.body = body
        self.actor = actor
        self.purpose = purpose
        self.issued = issued
        self.deadline = deadline
        self.nonce = nonce
    }

    /// Times in whole milliseconds. Claims that a later release adds are not looked at by this one.
    var claims: JSONValue {
        JSONValue(members: [
            ("iss", JSONValue(.string(issuer))), ("ver", JSONValue(.string(version))), ("aud", JSONValue(audience.sorted())),
            ("htm", JSONValue(.string(method))), ("htu", JSONValue(.string(path))), ("digest", JSONValue(.string(body.text))),
            ("actor", JSONValue(.string(actor))), ("purpose", JSONValue(.string(purpose.rawValue))),
            ("issued", JSONValue(issued.milliseconds)), ("deadline", JSONValue(deadline.milliseconds)),
            ("nonce", JSONValue(.string(nonce))),
        ])
    }

    /// Nil where a claim is missing or not of its kind. A purpose that this release does not know is one.
    init?(_ claims: JSONValue) {
        guard let issuer = claims["iss"]?.string, let version = claims["ver"]?.string, let audience = claims["aud"]?.array,
            let method = claims["htm"]?.string, let path = claims["htu"]?.string, let digest = claims["digest"]?.string,
            let actor = claims["actor"]?.string, let purpose = claims["purpose"]?.string.flatMap(Purpose.init(rawValue:)),
            let issued = claims["issued"]?.integer, let deadline = claims["deadline"]?.integer,
            let nonce = claims["nonce"]?.string, !nonce.isEmpty, nonce.utf8.count <= 64,
            // Up to the year 9999, so that no arithmetic on it overflows.
            [issued, deadline].allSatisfy((0...253_402_300_799_000).contains)
        else { return nil }
        self.init(
            issuer: issuer, version: version, audience: Set(audience.compactMap(\.string)), method: method, path: path,
            body: BodyDigest(text: digest), actor: actor, purpose: purpose, issued: Timestamp(milliseconds: issued),
            deadline: Timestamp(milliseconds: deadline), nonce: nonce)
    }
}
