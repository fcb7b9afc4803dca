internal import Crypto
package import Foundation

/// How events are tied together: each hash covers the one before, the event's number and its text.
///
/// `hash(n) = SHA-256(hash(n − 1) ‖ n as eight bytes, most significant first ‖ payload in UTF-8)`, and `hash(0)` is 32 zero bytes.
package struct Chain {
    package static let start = Data(count: 32)

    /// The number and the hash of the last event.
    package private(set) var seq: Int
    package private(set) var hash: Data

    package init(seq: Int, hash: Data) {
        self.seq = seq
        self.hash = hash
    }

    /// Takes the next event into the chain.
    package mutating func append(_ payload: Data) {
        seq += 1
        hash = Chain.hash(after: hash, seq: seq, payload: payload)
    }

    static func hash(after previous: Data, seq: Int, payload: Data) -> Data {
        var sha = SHA256()
        sha.update(data: previous)
        sha.update(data: bytes(of: seq))
        sha.update(data: payload)
        return Data(sha.finalize())
    }

    /// What the head's authentication covers.
    var headContent: Data { Data("samsyn ledger head".utf8) + Chain.bytes(of: seq) + hash }

    private static func bytes(of seq: Int) -> [UInt8] {
        let number = UInt64(bitPattern: Int64(seq))
        return (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
    }
}
