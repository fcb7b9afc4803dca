package import Interchange
package import StructuredText

/// Why a peer gave no usable answer.
package enum PeerFailure: Error, Hashable, Sendable {
    /// Not within the question's deadline.
    case late
    /// No connection, or one that broke.
    case unreachable
    /// Not asked: it has failed repeatedly and is tried again later.
    case leftAlone
    /// It does not accept this node's signature, or not this node's word for who asks. The code is the peer's.
    case refused(String)
    /// The two speak different versions.
    case notUnderstood
    /// It has an error inside: the status that it answered.
    case failed(Int)
    case malformed(PeerMessageError)

    /// Whether it says that the peer is not well, as opposed to not agreeing with us.
    package var isTrouble: Bool {
        switch self {
        case .late, .unreachable, .failed, .malformed: true
        case .leftAlone, .refused, .notUnderstood: false
        }
    }

    /// For logs; names nothing of the question.
    package var code: String {
        switch self {
        case .late: "late"
        case .unreachable: "unreachable"
        case .leftAlone: "left-alone"
        case .refused(let code): "refused-" + code
        case .notUnderstood: "not-understood"
        case .failed(let status): "failed-\(status)"
        case .malformed(let error): "malformed-\(error.code.rawValue)"
        }
    }

    /// Why the region's answer is missing; nil where the plain sentence of its state says it.
    package var reason: LocalizedText? {
        switch self {
        case .late, .unreachable: nil
        case .leftAlone:
            LocalizedText(
                sv: "Regionen har inte gått att nå på en stund. Förbindelsen prövas igen av sig själv.",
                en: "The region could not be reached for a while. The connection is tried again by itself.")
        case .refused:
            LocalizedText(
                sv: "Regionens nod tar inte emot frågor från den här noden.",
                en: "The region's node does not accept questions from this node.")
        case .notUnderstood:
            LocalizedText(
                sv: "Regionens nod kör en version som inte förstår frågan.",
                en: "The region's node runs a version that does not understand the question.")
        case .failed:
            LocalizedText(sv: "Det har blivit fel i regionens nod.", en: "Something went wrong in the region's node.")
        case .malformed:
            LocalizedText(sv: "Regionens svar gick inte att läsa.", en: "The region's answer could not be read.")
        }
    }
}
