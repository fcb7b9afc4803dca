import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing
import VariantStorage

/// 10,000 people with 12,000 call sets, measured alone, with nothing beside it: SAMSYN_MEASURE=1 (`make bench-partitions`).
@Suite("How fast a partition answers", .enabled(if: ProcessInfo.processInfo.environment["SAMSYN_MEASURE"] == "1"), .serialized)
struct PartitionSpeedTests {
    private func filled() async throws -> TestRegion {
        let region = try await TestRegion.make("24", in: try Workspace())
        let population = GeneratedPopulation(seed: 24, region: region.code, people: 10_000, callSets: 12_000)
        let records = region.partition.records
        let id = "sub-0123456789abcdef"
        _ = try records.receive(
            SubmissionRow(
                id: id, kind: .new, manifestDigest: ContentDigest.of("m"), idempotencyKey: "k", manifest: "{}", concerns: nil,
                caseName: "C", laboratory: "SE24-NUS-GMC", received: TestRegion.noon))
        try records.accept(
            AcceptedSubmission(
                submission: id, people: population.people, specimens: population.specimens, assays: population.assays,
                callSets: population.callSets.map { AcceptedSubmission.CallSet(record: $0, replaces: nil) },
                diagnoses: population.diagnoses, phenotypes: population.phenotypes, treatments: population.treatments, steps: [],
                receipt: [:]))
        return region
    }

    /// Answers a second by 64 callers at once.
    private func rate(_ count: Int, _ work: @escaping @Sendable (Int) async throws -> Void) async throws -> Double {
        let time = try await seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for lane in 0..<64 {
                    group.addTask { for number in 0..<count / 64 { try await work(number * 64 + lane) } }
                }
                try await group.waitForAll()
            }
        }
        return Double(count) / time
    }

    private func seconds(_ work: () async throws -> Void) async throws -> Double {
        let start = ContinuousClock.now
        try await work()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    @Test("A cohort is counted in 20 ms, decided in 50 µs, and 500 answers a second go through the ledger")
    func answers() async throws {
        let region = try await filled()
        try await region.publish()
        try await region.publishPolicy()
        let text = "diagnosis under ICD10:C00..C97 and sex = female and age >= 40"
        _ = try TestRegion.regulations.get()
        var first: Int?
        let cold = try await seconds { first = try await region.ownCount(text) }
        #expect(first ?? 0 > 0)
        var own: [Double] = []
        for _ in 0..<20 { own.append(try await seconds { _ = try await region.ownCount(text) }) }
        let statistics = try TestRegion.persona("statistiker")
        var others: [Double] = []
        for age in 41..<61 {
            others.append(
                try await seconds { _ = try await region.ask(statistics, .statistics, "sex = female and age >= \(age)") })
        }
        func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] * 1000 }
        print("cohort count, ms: cold \(cold * 1000), owner \(middle(own)), others with history \(middle(others))")
        #expect(middle(own) < 20)
        #expect(middle(others) < 20)

        let law = try AccessFiles.law()
        let policies = PolicyBook(region: region.code, controller: try region.controller, versions: [])
        let request = AccessRequest(
            actor: statistics, purpose: .statistics, date: TestRegion.today, question: QuestionSummary(asked: .count),
            region: region.code, controller: try region.controller)
        let decide = DecideAccess(law: law, policies: policies)
        var refused = 0
        let decisions = try await seconds { for _ in 0..<10_000 where decide(request).isRefused { refused += 1 } }
        print("decision, µs: \(decisions * 100)")
        #expect(refused == 10_000 && decisions * 100 < 50)

        let actor = Actor(
            identity: "own", name: "Own", role: .bioinformatician, region: region.code, provider: try region.controller,
            careUnit: nil, purposes: [.ownProviderComparison])
        let asked = try TestRegion.asked(actor, .ownProviderComparison, text)
        let (count, partition) = (2000, region.partition)
        let regulations = try TestRegion.regulations.get()
        let all = try await seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for lane in 0..<32 {
                    group.addTask {
                        for _ in 0..<(count / 32) where lane >= 0 {
                            _ = try await AnswerQuestion(
                                partition: partition, regulations: regulations, asked: asked
                            ).run()
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        print("answers a second through the ledger: \(Double(count) / all)")
        #expect(Double(count) / all > 500)
        let stranger = try TestRegion.asked(statistics, .statistics, "sex = female")
        let repeated = try await rate(20_000) { _ in
            _ = try await AnswerQuestion(partition: partition, regulations: regulations, asked: stranger).run()
        }
        let varied = try (0..<100).map {
            try TestRegion.asked(statistics, .statistics, "age >= \($0) and diagnosis under ICD10:C00..C97")
        }
        let mixed = try await rate(20_000) { number in
            _ = try await AnswerQuestion(partition: partition, regulations: regulations, asked: varied[number % 100]).run()
        }
        let event = AuditEvent(
            time: TestRegion.noon, act: .question, actor: "a", role: "statistician", process: "cohort count", purpose: .statistics
        )
        let ledger = try await rate(20_000) { _ in _ = try await partition.ledger.append(event) }
        print("answers a second to others: repeated \(repeated), a hundred questions \(mixed); ledger alone \(ledger)")
        #expect(repeated > 3000)
    }

    @Test("100,000 variants of a partition take half a second")
    func figures() async throws {
        let cohort = SyntheticCohort(members: 300, sites: 20_000, seed: 3) { random in
            let u = random.unit()
            return 0.5 * u * u * u
        }
        let region = try await cohort.region()
        var variants = try cohort.variants
        // Most of a genome's variants are in nobody else.
        while variants.count < 100_000 {
            variants.append(try VariantNotation.parse("1-\(30_000_000 + variants.count)-A-G", assembly: .grch38))
        }
        var asked = try TestRegion.asked(try TestRegion.persona("genetiker-skane"), .ownPatientCare, "all")
        asked.matter = .figures
        asked.hasCareRelation = true
        let (partition, regulations) = (region.partition, try TestRegion.regulations.get())
        for _ in 0..<3 {
            let time = try await seconds {
                _ = try await AnswerFigures(partition: partition, regulations: regulations, asked: asked, variants: variants)
                    .run()
            }
            let carried = Array(variants.prefix(20_000))
            let dense = try await seconds {
                _ = try await AnswerFigures(partition: partition, regulations: regulations, asked: asked, variants: carried).run()
            }
            print("100,000 variants, s: \(time); µs a variant: \(time * 10); of carried ones: \(dense * 50)")
            #expect(time < 0.6)
        }
    }

    @Test("A million events are verified in ten seconds")
    func ledger() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        let ledger = region.partition.ledger
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<1000 {
                group.addTask {
                    for number in 0..<1000 {
                        _ = try await ledger.append(
                            AuditEvent(
                                time: TestRegion.noon, act: .question, actor: "actor-\(lane)", role: "physician",
                                careUnit: "SE24-NUS-ONK", process: "cohort count", purpose: .statistics,
                                basis: "PDL 2 kap. 4 §", decision: .count, returned: number))
                    }
                }
            }
            try await group.waitForAll()
        }
        var events = 0
        let time = try await seconds { events = try ledger.verify().events }
        print("verify of \(events) events, s: \(time)")
        #expect(events > 1_000_000 && time < 10)
    }
}
