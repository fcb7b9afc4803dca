internal import Synchronization

/// What messages meant that were read lately. Most of a day's messages differ in nothing but the name of their question: such a one is
/// read once, and known again by its bytes.
///
/// Two messages that are equal but for the 32 digits of one and the same text mean the same but for that text. Bounded: when it is full
/// everything is forgotten. Cost of a hit: a copy, a hash and a comparison of the bytes.
package final class MessageMemory<Context: Hashable & Sendable, Meaning: Sendable>: Sendable {
    private struct Key: Hashable {
        let context: Context
        /// Of the name in the message.
        let place: Int
        let rest: [UInt8]
    }

    private struct Held {
        var meanings: [Key: Meaning] = [:]
        var bytes = 0
    }

    private let limit: Int
    private let held = Mutex(Held())

    /// Keeps at most `limit` bytes of messages.
    package init(limit: Int = 4 * 1_048_576) { self.limit = limit }

    package var count: Int { held.withLock { $0.meanings.count } }

    /// The meaning of a message whose question is named by the member `name`, and the name as it stands there. `context` is what else the
    /// meaning depends on. What has no name of 32 digits is read each time.
    package func meaning(
        of bytes: [UInt8], named member: String, in context: Context,
        _ read: ([UInt8]) throws(PeerMessageError) -> Meaning
    ) throws(PeerMessageError) -> (meaning: Meaning, name: String?) {
        guard let name = MessageMemory.name(member, in: bytes) else { return (try read(bytes), nil) }
        let key = Key(
            context: context, place: name.lowerBound, rest: Array(bytes[..<name.lowerBound] + bytes[name.upperBound...]))
        let text = String(decoding: bytes[name], as: UTF8.self)
        if let known = held.withLock({ $0.meanings[key] }) { return (known, text) }
        let meaning = try read(bytes)
        held.withLock { held in
            if held.bytes + bytes.count > limit { held = Held() }
            if held.meanings.updateValue(meaning, forKey: key) == nil { held.bytes += bytes.count }
        }
        return (meaning, text)
    }

    /// Where the 32 digits stand. No text of JSON can hold the marker: its quotes would be escaped.
    private static func name(_ member: String, in bytes: [UInt8]) -> Range<Int>? {
        let marker = Array("\"\(member)\":\"".utf8)
        guard bytes.count > marker.count + 33 else { return nil }
        for start in 0..<bytes.count - marker.count - 32
        where bytes[start] == marker[0] && bytes[start + 1] == marker[1]
            && bytes[start..<start + marker.count].elementsEqual(marker)
        {
            let name = start + marker.count..<start + marker.count + 32
            let isName = bytes[name].allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
                default: false
                }
            }
            return isName && bytes[name.upperBound] == UInt8(ascii: "\"") ? name : nil
        }
        return nil
    }
}
