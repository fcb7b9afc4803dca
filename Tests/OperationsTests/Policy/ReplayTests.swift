import AccessModel
import ClinicalModel
import Foundation
import Operations
import Questions
import Records
import StructuredText
import Testing

@Suite("Past questions decided again under another policy")
struct ReplayTests {
    /// What a ledger keeps of a decision.
    private static func past(_ request: AccessRequest, _ decision: Decision) -> PastQuestion {
        let answered = decision.granularity >= request.question.asked
        return PastQuestion(
            purpose: request.purpose, role: request.actor.role, recipient: decision.recipient, regime: decision.regime,
            policy: decision.policy, decided: answered ? request.question.asked : .refused,
            asked: answered ? nil : request.question.asked, against: answered ? nil : decision.codesAgainst)
    }

    /// Policies that differ in rows, released sets and small numbers.
    private static func policies() throws -> [Policy] {
        let text = try AccessFiles.text("Examples/policy/24.yaml")
        let base = try LoadPolicy.parse(text, file: "24")
        let dates = base.versions.compactMap(\.validFrom)
        let changes: [(inout PolicyDraft) -> Void] = [
            { _ in }, { $0.rows[.feasibility] = nil }, { $0.rows[.statistics] = [.authority: .boolean] },
            { $0.released[.research] = nil }, { $0.rows[.ownPatientCare] = [.ownHealthcareRegion: .count] },
            { $0.released[.statistics] = ["tumour"] }, { $0.suppressBelow = 20 }, { $0.bandFor = [.statistics, .research] },
        ]
        return try changes.map { change in
            var draft = PolicyDraft(
                after: base, validFrom: try #require(dates.last).adding(days: 1), publishers: ["one", "two"])
            change(&draft)
            return try #require(try draft.book(after: base).versions.last)
        }
    }

    private static func requests(on date: CivilDate) throws -> [AccessRequest] {
        let region = try #require(RegionCode("24"))
        let controller = try #require(OrganisationCode("SE24-NUS"))
        let personas = try LoadPersonas.read(AccessFiles.path("Examples/personas.yaml")).values.sorted {
            $0.identity < $1.identity
        }
        let project = Project(
            number: "2025-01234-01", title: "p", from: date, to: date, regions: [region],
            dataKinds: Set(DataKind.allCases), people: Set(personas.map(\.identity)), requiresConsent: false)
        return personas.flatMap { persona in
            Purpose.allCases.flatMap { purpose in
                [Granularity.count, .aggregate, .record].flatMap { asked in
                    [true, false].map { isComplete in
                        AccessRequest(
                            actor: persona, purpose: purpose, date: date,
                            question: QuestionSummary(
                                asked: asked, isFrozen: isComplete, plannedStudy: isComplete ? "study" : nil), region: region,
                            controller: controller, project: isComplete ? project : nil, hasCareRelation: isComplete)
                    }
                }
            }
        }
    }

    @Test("Replaying from the ledger's facts gives what deciding anew with every fact does")
    func agrees() throws {
        let law = try AccessFiles.law()
        let date = TestRegion.today
        let regime = law.regime(on: date)
        let policies = try Self.policies()
        let old = try #require(policies.first)
        var (told, changed) = (0, 0)
        for request in try Self.requests(on: date) {
            let before = DecideAccess.decide(request, under: regime, policy: old)
            let past = Self.past(request, before)
            for policy in policies {
                let after = DecideAccess.decide(request, under: regime, policy: policy)
                let isAnswered = [before, after].map { $0.granularity >= request.question.asked }
                let outcome = ReplayQuestion(regime: regime, old: old, new: policy)(past)
                switch outcome {
                case .same: #expect(isAnswered[0] == isAnswered[1], "\(past) \(policy.rows)")
                case .decided(let from, let to, let reasons):
                    changed += 1
                    #expect((from > .refused) == isAnswered[0] && (to > .refused) == isAnswered[1], "\(past)")
                    #expect(!reasons.isEmpty)
                case .protectedOtherwise(let from, let to):
                    #expect(isAnswered == [true, true] && from != to)
                    #expect(before.obligations.contains { from.contains($0) } || from.isEmpty)
                    #expect(after.obligations.contains { to.contains($0) } || to.isEmpty)
                case .otherData: #expect(isAnswered == [true, true] && before.source != after.source)
                case .unknown(let why): Issue.record("\(why): \(past)")
                }
                told += 1
            }
        }
        #expect(told > 5000 && changed > 20, "\(told) \(changed)")
    }

    @Test("A refusal whose reasons were not kept is not guessed about, unless nothing could have changed it")
    func unknown() throws {
        let law = try AccessFiles.law()
        let regime = law.regime(on: TestRegion.today)
        let policies = try Self.policies()
        let old = try #require(policies.first)
        func outcome(_ purpose: Purpose, _ role: Actor.Role, _ new: Policy) -> ReplayQuestion.Outcome {
            ReplayQuestion(regime: regime, old: old, new: new)(
                PastQuestion(
                    purpose: purpose, role: role, recipient: .otherRegions, regime: regime.identifier, policy: old.reference,
                    decided: .refused, asked: nil, against: nil))
        }
        #expect(outcome(.feasibility, .physician, policies[1]) == .unknown(.reasonsNotKept))
        #expect(outcome(.feasibility, .physician, old) == .same)
        // The law alone refuses these.
        #expect(outcome(.anotherPatientsCare, .clinicalGeneticist, policies[4]) == .same)
        #expect(outcome(.feasibility, .patient, policies[1]) == .same)
    }

    @Test("A draft is tried on what was asked, from the ledger, and the ledger keeps nothing of what was searched for")
    func preview() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<6).map { Someone(number: $0, genotypes: ["0/1"]) })
        try await region.publishPolicy { $0.replacing("2026-10-01", with: "2026-11-01") }
        try await region.publish()
        let text = "frequency \(TestRegion.variant(0))"
        let physician = try TestRegion.persona("lakare-karolinska")
        let geneticist = try TestRegion.persona("genetiker-skane")
        // Answered, refused by the law, refused for a missing care relation, and the owner's own.
        let answered = try await region.ask(physician, .ownPatientCare, text) { $0.hasCareRelation = true }
        #expect(answered.answer.state != .refused)
        _ = try await region.ask(geneticist, .anotherPatientsCare, text)
        _ = try await region.ask(geneticist, .ownPatientCare, text)
        _ = try await region.ask(
            try TestRegion.persona("bioinformatiker-umea"), .ownProviderComparison, "carries \(TestRegion.variant(0))")
        let controller = try region.controller
        let book = try region.partition.policies(of: controller)
        var draft = PolicyDraft(after: book, validFrom: TestRegion.today.adding(days: 1), publishers: ["one", "two"])
        draft.rows[.ownPatientCare] = [.ownRegion: .record]
        let next = try #require(try draft.book(after: book).versions.last)
        func preview(_ actor: Actor) async throws -> PreviewPolicy.Report {
            try await PreviewPolicy(
                partition: region.partition, law: try AccessFiles.law(), actor: actor, purpose: .laboratoryOperation
            ).run(next, after: book, period: Timestamp(startOf: TestRegion.today)...TestRegion.noon)
        }
        let report = try await preview(try region.steward("one"))
        #expect(report.questions == 4 && report.same == 3 && report.lines.count == 1)
        guard case .decided(.aggregate, .refused, let reasons)? = report.lines.first?.outcome else {
            Issue.record("\(report.lines)")
            return
        }
        #expect(reasons.contains { $0.code == .policy && !$0.isFor })
        #expect(try region.partition.ledger.events(LedgerFilter(act: .ledgerReview)).last?.event.process == "policy preview")
        let refused = try region.partition.ledger.events(LedgerFilter(act: .question)).filter { $0.event.decision == .refused }
        #expect(refused.map { $0.event.detail["asked"] } == ["aggregate", "aggregate"])
        #expect(refused.first?.event.detail["against"]?.split(separator: " ").first == "force")
        #expect(refused.last?.event.detail["against"] == "prerequisite:care-relation")
        // Nobody else may try.
        await #expect(throws: AdministrativeRefusal.self) { _ = try await preview(physician) }
        let foreign = try await TestRegion.make("12", in: try Workspace()).steward("one")
        await #expect(throws: AdministrativeRefusal.self) { _ = try await preview(foreign) }
    }
}
