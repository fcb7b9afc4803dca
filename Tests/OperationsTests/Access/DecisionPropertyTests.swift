import AccessModel
import ClinicalModel
import Operations
import Testing

/// Laws that every decision obeys, held over requests drawn at random from the facts that matter.
@Suite struct DecisionPropertyTests {
    /// The seeded generator of Steele, Lea and Flood (SplitMix64), so that every run draws the same.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    struct World {
        let regimes: [Regime]
        let policies: [Policy]
        let actors: [Actor]
        let project: Project

        init() throws {
            let law = try AccessFiles.law()
            regimes =
                try ["2010-01-01", "2022-06-01", "2026-11-21", "2029-06-01", "2031-06-01"]
                .map { law.regime(on: try Situation.day($0)) }
                + [AccessFiles.adopted().regime(on: Situation.day("2028-06-01"))]
            let open = try Situation.open()
            policies =
                [open, .closed(region: open.region, controller: open.controller)]
                + (try LoadPolicy.read(AccessFiles.path("Examples/policy/24.yaml")).versions)
            project = try Situation.project()
            actors = try LoadPersonas.read(AccessFiles.path("Examples/personas.yaml"))
                .sorted { $0.key < $1.key }.map(\.value)
        }

        func request(_ random: inout Seeded, regime: Regime) throws -> AccessRequest {
            func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
            let purpose = Purpose.allCases.randomElement(using: &random) ?? .research
            var request = try Situation.of(purpose, under: regime).request
            if chance(60) {
                let chosen = actors.randomElement(using: &random) ?? request.actor
                request.actor = Actor(
                    identity: chance(50) ? "asker" : chosen.identity, name: chosen.name, role: chosen.role, region: chosen.region,
                    provider: chosen.provider, careUnit: chosen.careUnit,
                    purposes: chance(80) ? Set(Purpose.allCases) : chosen.purposes, selves: request.actor.selves)
            }
            request.question.asked = Granularity.allCases.randomElement(using: &random) ?? .count
            if chance(40) { request.question.patient = chance(50) ? Pseudonym(Situation.patient) : nil }
            if chance(30) { request.question.dataKinds = chance(50) ? [.clinical] : [.genomic] }
            if chance(20) { request.question.passedOnTo = Recipient.allCases.randomElement(using: &random) }
            if chance(15) { request.date = request.date.adding(days: Int.random(in: -2000...4000, using: &random)) }
            if chance(50) {
                let kinds = ConsentKind.allCases.filter { _ in chance(25) }
                request.consents = try Situation.state(kinds.map { ($0, $0 == .study ? project.number : nil) }, under: regime)
            }
            return lacking(request).filter { _ in chance(6) }.last ?? request
        }

        /// The request with one fact unknown, for each fact.
        func lacking(_ request: AccessRequest) -> [AccessRequest] {
            let actor = request.actor
            func with(provider: OrganisationCode?, purposes: Set<Purpose>, selves: [RegionCode: Pseudonym]) -> Actor {
                Actor(
                    identity: actor.identity, name: actor.name, role: actor.role, region: actor.region, provider: provider,
                    careUnit: actor.careUnit, purposes: purposes, selves: selves)
            }
            let removals: [(inout AccessRequest) -> Void] = [
                { $0.hasCareRelation = false }, { $0.project = nil }, { $0.register = nil }, { $0.permit = nil },
                { $0.question.isFrozen = false }, { $0.question.plannedStudy = nil },
                { $0.actor = with(provider: actor.provider, purposes: [], selves: actor.selves) },
                { $0.actor = with(provider: nil, purposes: actor.purposes, selves: actor.selves) },
                { $0.actor = with(provider: actor.provider, purposes: actor.purposes, selves: [:]) },
            ]
            return removals.map { remove in
                var poorer = request
                remove(&poorer)
                return poorer
            }
        }
    }

    @Test("Nobody gets more by knowing less, nor by a block or an objection", arguments: [1, 2, 3, 4] as [UInt64])
    func knowingLess(seed: UInt64) throws {
        let world = try World()
        var random = Seeded(state: seed)
        var answered = 0
        for _ in 0..<500 {
            let regime = try #require(world.regimes.randomElement(using: &random))
            let policy = try #require(world.policies.randomElement(using: &random))
            let request = try world.request(&random, regime: regime)
            let decision = DecideAccess.decide(request, under: regime, policy: policy)
            if !decision.isRefused { answered += 1 }
            for poorer in world.lacking(request) {
                #expect(DecideAccess.decide(poorer, under: regime, policy: policy).granularity <= decision.granularity)
            }
            // Fewer consents, and more blocks and objections.
            let said = request.consents.inEffect
            for kind in ConsentKind.allCases {
                let isConsent = regime.consents[kind].map { !$0.opens.isEmpty } ?? false
                let kinds = isConsent ? said.subtracting([kind]) : said.union([kind])
                var other = request
                other.consents = try Situation.state(
                    kinds.map { ($0, $0 == .study ? world.project.number : nil) }, under: regime)
                #expect(DecideAccess.decide(other, under: regime, policy: policy).granularity <= decision.granularity)
            }
        }
        // The property would hold of a program that refuses everything.
        #expect(answered > 50)
    }

    @Test("A decision is the same each time, within its limits, and always explained", arguments: [5, 6] as [UInt64])
    func explained(seed: UInt64) throws {
        let world = try World()
        var random = Seeded(state: seed)
        for _ in 0..<1000 {
            let regime = try #require(world.regimes.randomElement(using: &random))
            let policy = try #require(world.policies.randomElement(using: &random))
            let request = try world.request(&random, regime: regime)
            let decision = DecideAccess.decide(request, under: regime, policy: policy)
            let rule = try #require(regime.purposes[request.purpose])
            #expect(DecideAccess.decide(request, under: regime, policy: policy) == decision)
            #expect(decision.granularity <= request.question.asked)
            #expect(decision.granularity <= rule.limit(for: request.recipient, role: request.actor.role))
            let refuses = decision.isRefused && request.question.asked > .refused
            #expect(!refuses || !decision.reasonsAgainst.isEmpty)
            if decision.isRefused { #expect(decision.obligations.isEmpty) }
            if !decision.isRefused {
                #expect(regime.holds(rule.force))
                #expect(decision.reasonsAgainst.allSatisfy { $0.code == .asked || $0.code == .recordScope })
            }
            // What leaves the provider, and the law does not compel, the policy has let out.
            if !decision.isRefused, request.recipient != .ownProvider, rule.isBoundByPolicy {
                #expect(decision.granularity <= policy.limit(request.purpose, for: request.recipient))
                #expect(decision.source != .everything)
            }
        }
    }

    @Test func `A decision takes less than fifty microseconds`() throws {
        let law = try AccessFiles.law()
        let book = try LoadPolicy.read(AccessFiles.path("Examples/policy/24.yaml"))
        let decide = DecideAccess(law: law, policies: book)
        let requests = try Purpose.allCases.map { purpose in
            try Situation.of(purpose, under: law.regime(on: Situation.date(of: purpose))).request
        }
        let rounds = 200
        var reasons = 0
        let elapsed = ContinuousClock().measure {
            for _ in 0..<rounds {
                for request in requests { reasons += decide(request).reasons.count }
            }
        }
        #expect(reasons > 0)
        #expect(elapsed / (rounds * requests.count) < .microseconds(50))
    }
}
