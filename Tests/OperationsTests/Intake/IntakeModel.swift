import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Records
import StructuredText
import TestSupport
import Testing
import VariantStorage

/// What a region should hold after a row of submissions, kept by the simplest means, and the acts that change it.
struct IntakeModel {
    enum Act: String, CaseIterable, Sendable {
        case new, quarantine, correction, replacement
    }

    /// The own variant of each person that was accepted.
    private(set) var variants: [Int: Int] = [:]
    private var corrected = Set<Int>()
    /// The submission that is to be corrected.
    private var accepted: [Int: String] = [:]
    private var quarantined = Set<String>()
    private var next = 0

    /// The submission of an act, and what is to be noted once it has gone through. An act that needs an accepted person is
    /// a new one while there is nobody.
    mutating func draft(_ act: Act, _ random: inout SeededGenerator) throws -> (SubmissionDraft, person: Int, act: Act) {
        let known = accepted.keys.sorted()
        if !known.isEmpty, act == .replacement || act == .correction {
            let person = random.pick(known)
            if act == .replacement {
                var draft = try SubmissionDraft.replacement(person, variant: Int.random(in: 1000..<100_000, using: &random))
                draft["callSets.0.analysed"] = "2026-11-03"
                return (draft.withAllCalls(person), person, act)
            }
            var draft = try SubmissionDraft.correction(person, of: accepted[person] ?? "")
            draft["people.0.diagnoses.0.version"] = JSONValue("v\(Int.random(in: 0..<1_000_000, using: &random))")
            return (draft, person, act)
        }
        next += 1
        var draft = try SubmissionDraft.panel(next).withAllCalls(next)
        if act == .quarantine { draft["callSets.0.metrics.0.value"] = 1 }
        return (draft, next, act == .quarantine ? .quarantine : .new)
    }

    mutating func note(_ draft: SubmissionDraft, _ person: Int, _ act: Act, _ receipt: SubmissionReceipt) {
        #expect(
            receipt.state == (act == .quarantine ? .quarantined : .available), "\(act): \(String(describing: receipt.failure))")
        switch act {
        case .new:
            variants[person] = person
            accepted[person] = receipt.submission
        case .replacement:
            let text = String(decoding: draft.files["calls.vcf"] ?? [], as: UTF8.self)
            let fields = text.split(separator: "\n").last?.split(separator: "\t") ?? []
            variants[person] = fields.count > 1 ? (Int(fields[1]) ?? 0) - 10_000 : 0
        case .correction: corrected.insert(person)
        case .quarantine: quarantined.insert(receipt.submission)
        }
    }

    /// Every submission once, every count right, one event for each outcome, and no fault.
    func expect(_ bench: IntakeBench, _ label: String) async throws {
        let partition = try await bench.open()
        let names = variants.keys.map { "C\($0)-G" }.sorted()
        let facts = try partition.records.cohortFacts()
        #expect(facts.callSets.map(\.name).sorted() == names, "\(label)")
        #expect(facts.people.count == names.count, "\(label)")
        #expect(facts.diagnoses.count == corrected.count, "\(label)")
        #expect(try partition.index(.grch38)?.callSetNames() ?? [] == Set(names), "\(label)")
        #expect(try partition.carriers(1000) == names, "\(label)")
        for (person, variant) in variants {
            #expect(try partition.carriers(10_000 + variant).contains("C\(person)-G"), "\(label)")
        }
        let references = try partition.submissionEvents().compactMap(\.event.reference)
        #expect(Set(references).count == references.count, "\(label)")
        for row in try partition.records.submissions() {
            let failed = try partition.records.steps(of: row.id).filter { $0.outcome == .failed }.count
            let outcomes = failed + (row.state == .available ? 1 : 0)
            #expect(references.filter { $0.hasPrefix(row.id) }.count == outcomes, "\(label)")
            #expect((row.state == .quarantined) == quarantined.contains(row.id), "\(label)")
        }
        #expect(try await VerifyPartition(partition: partition).run().faults.map { "\($0)" } == [], "\(label)")
        #expect(Set(try partition.identity.submissionsWithManifest()) == quarantined, "\(label)")
        // Exactly what somebody carries is annotated, and the events are those of the same call sets.
        let positions = Set(variants.values.map { 10_000 + $0 } + (variants.isEmpty ? [] : [1000]))
        #expect(Set(try partition.annotatedPositions()) == positions, "\(label)")
        var events = Dictionary(uniqueKeysWithValues: variants.keys.map { (SubmissionDraft.deletionNotation($0), ["C\($0)-G"]) })
        if !variants.isEmpty { events["BND-1-5000-L-1-90000-L"] = names }
        #expect(try partition.events() == events, "\(label)")
    }
}
