import Foundation
import Operations
import Records
import StructuredText
import TestSupport
import Testing
import VariantStorage

@Suite("Manifests that nobody meant")
struct ManifestFuzzTests {
    /// A manifest with every list of the schema in it.
    private static func full(_ person: Int) throws -> SubmissionDraft {
        var draft = try SubmissionDraft.panel(person)
        draft["people.0.diagnoses"] = [["code": "ORPHA:558", "version": "2025-07", "onset": "2020-01-01"]]
        draft["people.0.phenotypes"] = [["code": "HP:0001250", "version": "2025", "present": true]]
        draft["people.0.treatments"] = [["drug": "ATC:L01EB04", "line": 1, "start": "2024-01-01", "stop": "2024-02-01"]]
        draft["people.1"] = [
            "id": "mother", "identityNumber": JSONValue(try IntakeBench.number(person + 20)), "sex": "female",
            "relations": [["kind": "mother", "of": "patient"]],
        ]
        draft["specimens.0.tumourCellContent"] = JSONValue(0.5)
        draft["specimens.0.biobankReference"] = "BB-1"
        draft["specimens.0.sampled"] = "2026-01-01"
        return draft
    }

    private static func paths(_ value: JSONValue, _ prefix: [String] = []) -> [[String]] {
        let below: [[String]] =
            if let members = value.members {
                members.flatMap { paths($0.value, prefix + [$0.name]) }
            } else {
                (value.array ?? []).enumerated().flatMap { paths($1, prefix + ["\($0)"]) }
            }
        return (prefix.isEmpty ? [] : [prefix]) + below
    }

    private static let strange: [JSONValue] = [
        nil, true, false, 0, -1, [], [[:]], "", " ", "\u{0}", "å", "../x", "sub-0123456789abcdef", "2026-02-30", "0000-00",
        "9999-12-31", "C1-G", "C0-G", "GRCh37", "tumour", "male", "unknown", JSONValue(.object([])),
        JSONValue(.number("1e999")), JSONValue(.number("-0")), JSONValue(.number("1" + String(repeating: "0", count: 400))),
        JSONValue(.number("9223372036854775808")), JSONValue(.number("0.1")), JSONValue(String(repeating: "x", count: 5000)),
    ]

    private static func mutate(_ manifest: JSONValue, _ random: inout SeededGenerator) -> JSONValue {
        var manifest = manifest
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let all = paths(manifest)
            let path = random.pick(all)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: manifest = manifest.putting(nil, at: path)
            case 1, 2: manifest = manifest.putting(random.pick(strange), at: path)
            case 3: manifest = manifest.putting(manifest.at(random.pick(all)), at: path)
            case 4:
                // Something of a list once more.
                guard let list = all.filter({ manifest.at($0)?.array?.isEmpty == false }).randomElement(using: &random),
                    let values = manifest.at(list)?.array
                else { continue }
                manifest = manifest.putting(JSONValue(values + [random.pick(values)]), at: list)
            default: manifest = manifest.putting(random.pick(strange), at: path.dropLast() + ["strange"])
            }
        }
        return manifest
    }

    @Test("Mutated manifests are accepted or set aside, and the partition is sound after each hundred", arguments: Soak.seeds(2))
    func mutations(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        try await bench.submit(SubmissionDraft.panel(0), to: partition)
        var accepted = 0
        for round in 0..<100 {
            var draft = try ManifestFuzzTests.full(1 + round % 15)
            draft["case"] = JSONValue("K\(round)")
            draft["specimens.0.name"] = JSONValue("K\(round)-B")
            draft["callSets.0.specimen"] = JSONValue("K\(round)-B")
            draft["callSets.0.name"] = JSONValue("K\(round)-G")
            if random.chance(0.3) {
                draft["kind"] = random.pick(["replacement", "addition", "correction", "resubmission"])
                draft["callSets.0.name"] = "C0-G"
            }
            if random.chance(0.9) { draft.manifest = ManifestFuzzTests.mutate(draft.manifest, &random) }
            let before = try PartitionContent(partition)
            let receipt = try await bench.submit(draft, to: partition)
            #expect([.available, .quarantined].contains(receipt.state), "\(draft.manifest.canonicalText)")
            if receipt.state == .quarantined {
                #expect(try PartitionContent(partition) == before, "\(draft.manifest.canonicalText)")
            } else {
                accepted += 1
            }
            #expect(partition.takeNotes() == [])
        }
        #expect(accepted > 3)
        #expect(try await VerifyPartition(partition: partition).run().faults.map { "\($0)" } == [])
    }

    @Test("What is accepted by the schema but would break a rule of the records is found before anything is written")
    func rulesOfTheRecords() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let accepted = try await bench.submit(SubmissionDraft.panel(0), to: partition)
        try await bench.submit(SubmissionDraft.panel(2), to: partition)
        var twice = try SubmissionDraft.panel(1)
        twice["callSets.0.metrics.1"] = twice["callSets.0.metrics.0"]
        #expect(try await bench.submit(twice, to: partition).failure?.code == .manifestInvalid)
        var both = try SubmissionDraft.replacement(0, variant: 5)
        both["callSets.1"] = both["callSets.0"]
        both["callSets.1.name"] = "C0-H"
        both["callSets.1.replaces"] = "C0-G"
        #expect(try await bench.submit(both, to: partition).failure?.code == .manifestInvalid)
        // A correction that moves a call set to somebody else's specimen.
        var moved = try SubmissionDraft.correction(2, of: accepted.submission)
        moved["specimens"] = [["name": "C2-B", "person": "patient", "type": "blood"]]
        moved["callSets"] = [["name": "C0-G", "specimen": "C2-B"]]
        #expect(try await bench.submit(moved, to: partition).failure?.code == .specimenOfAnother)
        #expect(try await VerifyPartition(partition: bench.open()).run().faults.map { "\($0)" } == [])
    }

    @Test("Bytes that are not a manifest")
    func bytes() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        var random = SeededGenerator(seed: 9)
        let good = Array(try SubmissionDraft.panel(1).manifest.canonicalText.utf8)
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        var texts: [[UInt8]] = [
            [], [0], [0xFF, 0xFE], Array("null".utf8), Array("[]".utf8), Array("{}".utf8), deep,
            Array("{\"format\": \"samsyn-submission/1\", \"format\": \"samsyn-submission/1\"}".utf8), good.dropLast(),
            good + good, [0xEF, 0xBB, 0xBF] + good,
            Array("{\"case\": \"\\ud800\"}".utf8), Array("{\"case\": \"".utf8) + [0xC3, 0x28] + Array("\"}".utf8),
        ]
        for _ in 0..<(Soak.isOn ? 2000 : 30) {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            texts.append(bytes)
        }
        for text in texts {
            var draft = try SubmissionDraft.panel(1)
            draft.raw = text
            let receipt = try await bench.submit(draft, to: partition)
            #expect([.available, .quarantined].contains(receipt.state))
        }
        #expect(try await VerifyPartition(partition: partition).run().faults.map { "\($0)" } == [])
    }

    @Test("An identity number stands in no file of the partition, whatever place somebody put it into")
    func identityNumbersAreSealed() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let number = try IntakeBench.number(1)
        let full = try ManifestFuzzTests.full(1)
        #expect(try await bench.submit(full, to: partition).state == .available)
        let hyphenated = String(number.dropLast(4)) + "-" + number.suffix(4)
        for (place, path) in ManifestFuzzTests.paths(full.manifest).enumerated() {
            for way in 0..<3 where Soak.isOn || way == place % 3 {
                var draft = full
                switch way {
                case 0: draft.manifest = draft.manifest.putting(JSONValue(number), at: path)
                case 1: draft.manifest = draft.manifest.putting(JSONValue(hyphenated), at: path)
                default: draft.manifest = draft.manifest.putting("1", at: path.dropLast() + [number])
                }
                _ = try await bench.submit(draft, to: partition)
            }
        }
        var numeric = full
        numeric["people.0.identityNumber"] = JSONValue(.number(number))
        _ = try await bench.submit(numeric, to: partition)
        for text in [number, hyphenated, String(number.dropFirst(2))] {
            #expect(try partition.files(holding: text) == [], "\(text)")
        }
    }
}
