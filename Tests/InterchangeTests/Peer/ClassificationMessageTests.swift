import ClinicalModel
import GenomeModel
import Interchange
import ReportModel
import StructuredText
import TestSupport
import Testing

@Suite("Classifications between nodes")
struct ClassificationMessageTests {
    @Test("A message and its answer read back as they were written, whatever they hold", arguments: Soak.seeds(4))
    func roundTrip(seed: UInt64) throws {
        var cast = PeerCast(seed: seed)
        for _ in 0..<100 {
            let message = try cast.classificationMessage()
            #expect(try ClassificationMessage(message.bytes) == message)
            let reply = try cast.classificationReply(to: message)
            #expect(try ClassificationReply(reply.bytes, to: message) == reply)
        }
    }

    @Test("What is cut off is refused, and what is changed ends nothing", arguments: Soak.seeds(3))
    func damage(seed: UInt64) throws {
        var cast = PeerCast(seed: seed)
        for round in 0..<100 {
            let message = try cast.classificationMessage()
            var (question, answer) = (message.bytes, try cast.classificationReply(to: message).bytes)
            if round % 2 == 0 {
                question.removeLast(cast.number(1...question.count))
                answer.removeLast(cast.number(1...answer.count))
                #expect(throws: PeerMessageError.self) { try ClassificationMessage(question) }
                #expect(throws: PeerMessageError.self) { try ClassificationReply(answer, to: message) }
            } else {
                question[cast.number(0...question.count - 1)] ^= UInt8(cast.number(1...255))
                answer[cast.number(0...answer.count - 1)] ^= UInt8(cast.number(1...255))
                _ = try? ClassificationMessage(question)
                _ = try? ClassificationReply(answer, to: message)
            }
        }
    }

    @Test("A region answers for itself alone, in the order of its numbers, and not past the mark that it names")
    func foreign() throws {
        var cast = PeerCast(seed: 11)
        let regions = PeerCast.regions
        let message = ClassificationMessage(from: regions[0], to: regions[1], after: 3, edition: "e")
        func reply(_ region: RegionCode, _ entries: [ClassificationReply.Entry], upTo: Int) -> [UInt8] {
            ClassificationReply(
                region: region, edition: "e", entries: entries, upTo: upTo, hasMore: false, threads: [], refusal: nil
            ).bytes
        }
        let own = try cast.entries(of: regions[1], 2)
        #expect(try ClassificationReply(reply(regions[1], own, upTo: own[1].sequence), to: message).entries == own)
        let foreign = try cast.entries(of: regions[2], 1, isRemoved: false)
        for bytes in [
            reply(regions[2], own, upTo: own[1].sequence), reply(regions[1], foreign, upTo: 1_000_000),
            reply(regions[1], own.reversed(), upTo: own[1].sequence), reply(regions[1], own, upTo: own[1].sequence - 1),
        ] {
            #expect(throws: PeerMessageError.self) { try ClassificationReply(bytes, to: message) }
        }
    }

    @Test("More entries or threads than were agreed are refused")
    func limits() throws {
        var cast = PeerCast(seed: 12)
        let regions = PeerCast.regions
        let threads = try (0...ClassificationMessage.threadLimit).map { _ in try cast.conflict(of: regions[0], and: regions[1]) }
        let message = ClassificationMessage(from: regions[0], to: regions[1], after: 0, edition: "", threads: threads)
        #expect(throws: PeerMessageError.self) { try ClassificationMessage(message.bytes) }
    }
}
