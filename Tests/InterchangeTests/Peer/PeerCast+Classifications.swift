import ClinicalModel
import GenomeModel
import ReportModel
import StructuredText
import TestSupport
import Testing

/// Classifications and conflicts made up at random.
extension PeerCast {
    mutating func subject() throws -> SharedClassification.Subject {
        var drawn = variant()
        while drawn == nil { drawn = variant() }
        return SharedClassification.Subject(
            variant: VariantIdentifier(assembly: random.pick(Assembly.allCases), variant: try #require(drawn)),
            condition: try #require(Code("ORPHA:\(number(1...99_999))")))
    }

    mutating func party(of region: RegionCode) throws -> ConflictThread.Party {
        ConflictThread.Party(region: region, laboratory: try #require(organisation()))
    }

    mutating func moment() -> Timestamp { Timestamp(milliseconds: 1_700_000_000_000 + number(0...1_000_000)) }

    mutating func classification(of region: RegionCode) throws -> SharedClassification {
        SharedClassification(
            subject: try subject(), gene: random.pick(["BRCA1", "MSH2"]),
            pathogenicityClass: random.pick(PathogenicityClass.allCases), criteria: list(["PVS1", "PM2_Supporting", "BP4"]),
            method: text(), evaluated: date(), region: region, laboratory: try #require(organisation()), version: number(1...9))
    }

    /// Entries in the order of their numbers, each either a classification or one that was taken back.
    mutating func entries(
        of region: RegionCode, _ count: Int, isRemoved: Bool? = nil
    ) throws -> [ClassificationReply.Entry] {
        var entries: [ClassificationReply.Entry] = []
        var sequence = number(4...100)
        for _ in 0..<count {
            let made = try classification(of: region)
            entries.append(
                ClassificationReply.Entry(
                    sequence: sequence, subject: made.subject, laboratory: made.laboratory,
                    classification: isRemoved ?? random.chance(0.3) ? nil : made))
            sequence += number(1...50)
        }
        return entries
    }

    /// A thread as two regions have it, with steps that may or may not count.
    mutating func conflict(of one: RegionCode, and other: RegionCode) throws -> ConflictRecord {
        let parties = [try party(of: one), try party(of: other)]
        var entries: [ConflictRecord.Entry] = []
        for step in 0..<number(0...4) {
            let party = random.pick(parties)
            let act = random.pick(ConflictAct.allCases)
            entries.append(
                ConflictRecord.Entry(
                    region: party.region, number: step + 1,
                    step: ConflictStep(
                        act: act, party: party, person: text(), time: moment(), words: text(),
                        proposed: act == .propose ? random.pick(PathogenicityClass.allCases) : nil)))
        }
        let record = ConflictRecord(
            identifier: "con-" + random.letters(16, of: Array("0123456789abcdef")), subject: try subject(),
            heads: [one, other].map { region in
                ConflictRecord.Head(region: region, opened: moment(), founders: Set(parties))
            }, entries: entries)
        return try #require(record)
    }

    mutating func classificationMessage() throws -> ClassificationMessage {
        let (from, to) = (PeerCast.regions[number(0...2)], PeerCast.regions[number(3...6)])
        return ClassificationMessage(
            from: from, to: to, after: number(), edition: random.pick(["", "0123456789abcdef"]),
            variant: random.chance(0.3) ? try subject().variant : nil,
            threads: try (0..<number(0...3)).map { _ in try conflict(of: from, and: to) })
    }

    mutating func classificationReply(to message: ClassificationMessage) throws -> ClassificationReply {
        let entries = try entries(of: message.to, number(0...5))
        return ClassificationReply(
            region: message.to, edition: random.letters(16, of: Array("0123456789abcdef")), entries: entries,
            upTo: max(entries.last?.sequence ?? 0, message.after), hasMore: random.chance(0.5),
            threads: try (0..<number(0...3)).map { _ in try conflict(of: message.from, and: message.to) },
            refusal: maybe { $0.localized() })
    }
}
