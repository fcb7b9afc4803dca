import Interchange
import Questions
import StructuredText
import TestSupport
import Testing

@Suite("A question between nodes")
struct RelayedQuestionTests {
    @Test("reads back as it was written, whatever it holds", arguments: Soak.seeds(4))
    func roundTrip(seed: UInt64) throws {
        var cast = PeerCast(seed: seed)
        for _ in 0..<150 {
            let question = try cast.relayed()
            let message = question.message
            #expect(try RelayedQuestion(message.bytes, at: question.ask.endpoint) == question)
            #expect(try RelayedQuestion(message.bytes, at: question.ask.endpoint).message.bytes == message.bytes)
        }
    }

    @Test("is refused where it is damaged, and ends nothing", arguments: Soak.seeds(3))
    func damage(seed: UInt64) throws {
        var cast = PeerCast(seed: seed)
        for round in 0..<300 {
            let question = try cast.relayed()
            var bytes = question.message.bytes
            if round % 2 == 0 {
                bytes.removeLast(cast.number(1...bytes.count))
                #expect(throws: PeerMessageError.self) { try RelayedQuestion(bytes, at: question.ask.endpoint) }
            } else {
                let place = cast.number(0...bytes.count - 1)
                bytes[place] ^= UInt8(cast.number(1...255))
                // JSON has no digest of its own: a changed letter can be another question, which the signature finds.
                let read = try? RelayedQuestion(bytes, at: question.ask.endpoint)
                if case .figures = question.ask { #expect(read == nil) }
            }
        }
    }

    static func count() throws -> RelayedQuestion {
        var cast = PeerCast(seed: 7)
        return try RelayedQuestion(cast.asked(.answer), .answer, patience: 1000)
    }

    static func changed(_ from: String, _ to: String) throws -> [UInt8] {
        let text = String(decoding: try count().message.bytes, as: UTF8.self)
        try #require(text.contains(from), "\(from) is not in the message")
        return Array(text.replacing(from, with: to).utf8)
    }

    @Test("Members that a newer release adds are passed over")
    func extraMembers() throws {
        let bytes = try Self.changed("\"protocol\":1", "\"protocol\":1,\"zz\":{\"a\":[1]},\"hint\":true")
        #expect(try RelayedQuestion(bytes, at: .question) == Self.count())
        let inside = try Self.changed("\"careRelation\"", "\"band\":null,\"careRelation\"")
        #expect(try RelayedQuestion(inside, at: .question) == Self.count())
    }

    @Test(
        "What must not be passed over is not understood, and said so",
        arguments: [
            ("\"protocol\":1", "\"protocol\":1,\"must\":[\"halves\"]", PeerMessageError.Code.notUnderstood),
            ("\"protocol\":1", "\"protocol\":2", .version),
            ("\"protocol\":1", "\"protocol\":0", .version),
            ("\"purpose\":\"", "\"purpose\":\"another-", .notUnderstood),
            ("\"role\":\"", "\"role\":\"new-", .notUnderstood),
            ("\"question\":{\"", "\"question\":{\"median\":{\"all\":true},\"", .outOfBounds),
            ("\"ask\":\"answer\"", "\"ask\":\"entries\"", .inconsistent),
            ("\"patience\":1000", "\"patience\":1e3", .wrongType),
            ("\"patience\":1000", "\"patience\":0", .outOfBounds),
            ("\"patience\":1000", "\"patience\":600001", .outOfBounds),
            ("\"regions\":[", "\"regions\":[\"24\",", .inconsistent),
            ("\"regions\":[", "\"regions\":[\"99\",", .outOfBounds),
            ("\"identifier\":\"", "\"identifier\":\"a b", .outOfBounds),
            ("\"careRelation\":", "\"care\":", .missing),
            ("{", "{,", .malformed),
        ])
    func refused(from: String, to: String, code: PeerMessageError.Code) throws {
        let bytes = try Self.changed(from, to)
        let error = #expect(throws: PeerMessageError.self) { try RelayedQuestion(bytes, at: .question) }
        // A question with two members may be refused as either.
        let codes: Set<PeerMessageError.Code> = from.hasPrefix("\"question\"") ? [.outOfBounds, .notUnderstood] : [code]
        #expect(error.map { codes.contains($0.code) } == true, "\(String(describing: error))")
    }

    @Test("asks for what it is about, so that access is decided for that")
    func matter() throws {
        var cast = PeerCast(seed: 9)
        let asked = cast.asked(.answer)
        #expect(throws: PeerMessageError(.inconsistent, at: "matter")) { try RelayedQuestion(asked, .figures([]), patience: 1) }
        #expect(throws: PeerMessageError(.inconsistent, at: "matter")) {
            try RelayedQuestion(asked, .entries(EntrySelection()), patience: 1)
        }
    }

    @Test("is the same bytes for every node")
    func sameBytes() throws {
        #expect(try Self.count().message.bytes == Self.count().message.bytes)
    }
}
