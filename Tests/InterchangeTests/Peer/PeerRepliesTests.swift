import AccessModel
import ClinicalModel
import Interchange
import Questions
import StructuredText
import TestSupport
import Testing

@Suite("Replies between nodes")
struct PeerRepliesTests {
    @Test("read back as they were written, with the whole decision", arguments: Soak.seeds(4))
    func roundTrip(seed: UInt64) throws {
        var cast = PeerCast(seed: seed)
        for _ in 0..<60 {
            let question = try cast.relayed()
            let asked = question.asked
            switch question.ask {
            case .answer:
                let replies = PeerCast.regions.map { region in
                    let (answer, decision) = cast.answer(region, to: asked)
                    return RegionReply(answer: answer, decision: decision, dataRelease: cast.maybe { $0.text() })
                }
                let bytes = PeerReplies.answer(replies).message(to: asked.identifier, from: "node").bytes
                let read = try PeerReplies.readAnswers(bytes, to: question)
                for reply in replies { #expect(try read.reply(of: reply.answer.region) == reply) }
            case .figures(let variants):
                let replies = PeerCast.regions.map { region in
                    let (answer, decision) = cast.answer(region, to: asked)
                    return RegionFigures(
                        answer: answer, columns: answer.state == .answered ? cast.columns(variants.count) : nil,
                        decision: decision, dataRelease: nil)
                }
                let bytes = PeerReplies.figures(replies).message(to: asked.identifier, from: "node").bytes
                let read = try PeerReplies.readFigures(bytes, to: question)
                for reply in replies { #expect(try read.reply(of: reply.answer.region) == reply) }
            case .entries:
                guard case .entries(let kind) = asked.matter else { continue }
                let replies = PeerCast.regions.map { region in
                    let (answer, decision) = cast.answer(region, to: asked)
                    let most = min(answer.count ?? 0, 10)
                    return RegionEntries(
                        answer: answer, entries: (0..<most).compactMap { _ in cast.entry(kind, region, asked.assembly) },
                        decision: decision,
                        dataRelease: nil)
                }
                let bytes = PeerReplies.entries(replies).message(to: asked.identifier, from: "node").bytes
                let read = try PeerReplies.readEntries(bytes, to: question)
                for reply in replies { #expect(try read.reply(of: reply.answer.region) == reply) }
            }
        }
    }

    @Test("in columns are refused where a bit is changed or an end is missing", arguments: Soak.seeds(3))
    func damage(seed: UInt64) throws {
        var cast = PeerCast(seed: seed)
        let variants = (0..<20).compactMap { _ in cast.variant() }
        let question = try RelayedQuestion(cast.asked(.figures), .figures(variants), patience: 1)
        let region = PeerCast.regions[0]
        let reply = RegionFigures(
            answer: .answered(region), columns: cast.columns(variants.count), decision: cast.decision(refused: false),
            dataRelease: "r")
        let bytes = PeerReplies.figures([reply]).message(to: question.asked.identifier, from: "node").bytes
        for _ in 0..<300 {
            var damaged = bytes
            if cast.random.chance(0.5) {
                damaged.removeLast(cast.number(1...bytes.count))
            } else {
                damaged[cast.number(0...bytes.count - 1)] ^= UInt8(1 << cast.number(0...7))
            }
            #expect(throws: PeerMessageError.self) { try PeerReplies.readFigures(damaged, to: question) }
        }
    }

    /// One region's count of 6, with a change to its text.
    static func read(_ from: String, _ to: String) throws -> Result<RegionReply, PeerMessageError>? {
        var cast = PeerCast(seed: 3)
        var asked = cast.asked(.answer)
        asked = AskedQuestion.counting(asked)
        let question = try RelayedQuestion(asked, .answer, patience: 1)
        let region = PeerCast.regions[0]
        let decision = Decision(
            granularity: .count, basis: LegalBasis(text: LocalizedText(sv: "b", en: "b"), reference: "r"),
            decides: LocalizedText(sv: "d", en: "d"), decider: .provider, regime: "regime", policy: "policy",
            recipient: .ownRegion, obligations: [.suppressBelow(5)], source: .everything,
            reasons: [Reason(isFor: true, .policy, LocalizedText(sv: "t", en: "t"), "r")])
        let reply = RegionReply(answer: .answered(region, count: 6), decision: decision, dataRelease: "release-1")
        let text = String(
            decoding: PeerReplies.answer([reply]).message(to: asked.identifier, from: "node").bytes, as: UTF8.self)
        try #require(text.contains(from), "\(text)")
        return try PeerReplies.readAnswers(Array(text.replacing(from, with: to).utf8), to: question).regions[region]
    }

    @Test("of the release before and the one after are read")
    func skew() throws {
        let plain = try #require(try Self.read("\"count\":6", "\"count\":6")).get()
        #expect(plain.answer.count == 6 && plain.decision?.smallBelow == 5)
        // A newer release adds.
        #expect(try #require(try Self.read("\"count\":6", "\"count\":6,\"median\":3,\"notes\":[{}]")).get() == plain)
        #expect(try #require(try Self.read("\"granularity\"", "\"future\":1,\"granularity\"")).get() == plain)
        // An older one does not have what is optional.
        let older = try #require(try Self.read(",\"dataRelease\":\"release-1\"", "")).get()
        #expect(older.dataRelease == nil && older.answer == plain.answer)
    }

    @Test(
        "that cannot be true are refused",
        arguments: [
            ("\"count\":6,", "", PeerMessageError.Code.missing),
            ("\"count\":6", "\"count\":-6", .outOfBounds),
            ("\"count\":6", "\"count\":6.5", .wrongType),
            ("\"count\":6", "\"count\":99999999999999999999", .wrongType),
            ("\"count\":6", "\"count\":\"6\"", .wrongType),
            ("\"count\":6", "\"count\":6,\"band\":\"1-4\"", .inconsistent),
            ("\"state\":\"answered\"", "\"state\":\"suppressed\"", .inconsistent),
            ("\"state\":\"answered\"", "\"state\":\"refused\"", .inconsistent),
            ("\"state\":\"answered\"", "\"state\":\"late\"", .inconsistent),
            ("\"state\":\"answered\"", "\"state\":\"estimated\"", .notUnderstood),
            ("\"granularity\":\"count\"", "\"granularity\":\"refused\"", .inconsistent),
            ("\"granularity\":\"count\"", "\"granularity\":\"all\"", .notUnderstood),
            ("\"kind\":\"suppress-below\"", "\"kind\":\"burn-after-reading\"", .notUnderstood),
            ("\"decision\":{", "\"opinion\":{", .missing),
            (
                "\"count\":6",
                "\"count\":6,\"frequency\":{\"ac\":1,\"an\":2,\"het\":1,\"hom\":0,\"hemi\":0,\"carriers\":6,\"covered\":6,\"people\":6}",
                .inconsistent
            ),
        ])
    func refused(from: String, to: String, code: PeerMessageError.Code) throws {
        let result = try #require(try Self.read(from, to))
        #expect(throws: PeerMessageError.self) { try result.get() }
        if case .failure(let error) = result { #expect(error.code == code, "\(error)") }
    }

    @Test("to another question, of other regions or twice of one are no replies to this one")
    func others() throws {
        var cast = PeerCast(seed: 5)
        let question = try RelayedQuestion(AskedQuestion.counting(cast.asked(.answer)), .answer, patience: 1)
        let known = PeerCast.regions[0]
        let stranger = try #require(RegionCode("25"))
        func reply(_ region: RegionCode) -> RegionReply {
            RegionReply(answer: .answered(region, count: 6), decision: cast.decision(refused: false), dataRelease: nil)
        }
        let replies = [reply(known), reply(stranger)]
        let bytes = PeerReplies.answer(replies).message(to: question.asked.identifier, from: "n").bytes
        #expect(try Array(PeerReplies.readAnswers(bytes, to: question).regions.keys) == [known])
        #expect(throws: PeerMessageError(.missing, at: "regions")) {
            try PeerReplies.readAnswers(bytes, to: question).reply(of: stranger)
        }
        let twice = PeerReplies.answer([reply(known), reply(known)]).message(to: question.asked.identifier, from: "n").bytes
        #expect(throws: PeerMessageError(.inconsistent, at: "regions")) {
            try PeerReplies.readAnswers(twice, to: question).reply(of: known)
        }
        let other = PeerReplies.answer(replies).message(to: "another", from: "n").bytes
        #expect(throws: PeerMessageError(.inconsistent, at: "question")) {
            try PeerReplies.readAnswers(other, to: question)
        }
    }

    @Test("in columns that tell of what is withheld, or count more carriers than people, are refused")
    func columns() throws {
        var cast = PeerCast(seed: 11)
        let variants = (0..<1).compactMap { _ in cast.variant() }
        let question = try RelayedQuestion(cast.asked(.figures), .figures(variants), patience: 1)
        let region = PeerCast.regions[0]
        func fault(_ change: (inout FigureColumns) -> Void) -> PeerMessageError? {
            var columns = FigureColumns()
            columns.people = 100
            columns.append(
                .exact(
                    FrequencyFigures(
                        alleleCount: 7, alleleNumber: 100, heterozygous: 7, homozygous: 0, hemizygous: 0, carriers: 7,
                        covered: 50, people: 100)))
            change(&columns)
            let reply = RegionFigures(
                answer: .answered(region), columns: columns, decision: cast.decision(refused: false), dataRelease: nil)
            let bytes = PeerReplies.figures([reply]).message(to: question.asked.identifier, from: "n").bytes
            do throws(PeerMessageError) {
                _ = try PeerReplies.readFigures(bytes, to: question).reply(of: region)
                return nil
            } catch {
                return error
            }
        }
        #expect(fault { _ in } == nil)
        #expect(fault { $0.states[0] = .suppressed }?.code == .inconsistent)
        #expect(fault { $0.states[0] = .band }?.code == .inconsistent)
        #expect(fault { $0.band = 4 }?.code == .inconsistent)
        #expect(fault { $0.carriers[0] = 51 }?.code == .inconsistent)
        #expect(fault { $0.covered[0] = 101 }?.code == .inconsistent)
        #expect(fault { $0.alleleCounts[0] = 101 }?.code == .inconsistent)
        #expect(fault { $0 = FigureColumns() }?.code == .inconsistent)
    }

    @Test("A node's word about itself can be read whatever it speaks")
    func status() throws {
        let status = PeerStatus(name: "node-24", regions: [PeerCast.regions[6]], version: "0.4.0")
        #expect(try PeerStatus(status.message) == status)
        let newer = Array(#"{"name":"node-24","regions":["24"],"version":"9.0","protocols":[8,9],"mood":"good"}"#.utf8)
        #expect(try !PeerStatus(newer).isUnderstood)
        #expect(throws: PeerMessageError.self) { try PeerStatus(Array("<html>".utf8)) }
    }
}

extension AskedQuestion {
    /// The same, as a question for a count.
    static func counting(_ asked: AskedQuestion) -> AskedQuestion {
        var count = AskedQuestion(
            actor: asked.actor, purpose: asked.purpose, date: asked.date, question: Question(.count), process: asked.process)
        count.identifier = asked.identifier
        count.regions = asked.regions
        return count
    }
}
