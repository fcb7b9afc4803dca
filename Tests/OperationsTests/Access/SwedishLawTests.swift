import AccessModel
import ClinicalModel
import Operations
import StructuredText
import Testing

@Suite struct SwedishLawTests {
    private func regime(for purpose: Purpose) throws -> Regime {
        let book = try purpose == .anotherPatientsCare ? AccessFiles.adopted() : AccessFiles.law()
        return book.regime(on: try Situation.date(of: purpose))
    }

    @Test("A request that lacks nothing is answered", arguments: Purpose.allCases)
    func answered(purpose: Purpose) throws {
        let regime = try regime(for: purpose)
        let situation = try Situation.of(purpose, under: regime)
        let decision = DecideAccess.decide(situation.request, under: regime, policy: try Situation.open())
        #expect(decision.granularity == situation.expected)
        #expect(decision.reasonsAgainst.isEmpty)
        #expect(!decision.reasons.isEmpty)
        #expect(decision.basis == regime.purposes[purpose]?.basis)
    }

    @Test("With every prerequisite missing one at a time the answer is refused for exactly that", arguments: Purpose.allCases)
    func lacking(purpose: Purpose) throws {
        let regime = try regime(for: purpose)
        let situation = try Situation.of(purpose, under: regime)
        let requirements = try #require(regime.purposes[purpose]?.requirements)
        #expect(!requirements.isEmpty)
        for requirement in requirements {
            let decision = DecideAccess.decide(
                try situation.lacking(requirement.prerequisite), under: regime, policy: try Situation.open())
            #expect(decision.isRefused)
            // Without a patient nobody can be asking about themselves.
            let besides: [Reason.Code] =
                requirement.prerequisite == .namedPatient && purpose == .ownAccess ? [.prerequisite(.ownData)] : []
            #expect(decision.reasonsAgainst.map(\.code) == [.prerequisite(requirement.prerequisite)] + besides)
            #expect(decision.reasonsAgainst.first?.text == requirement.prerequisite.missing)
            #expect(decision.reasonsAgainst.first?.reference == requirement.reference)
            #expect(decision.obligations.isEmpty)
        }
    }

    @Test("A role that the law does not name is refused", arguments: Purpose.allCases)
    func role(purpose: Purpose) throws {
        let regime = try regime(for: purpose)
        var request = try Situation.of(purpose, under: regime).request
        let roles = try #require(regime.purposes[purpose]?.roles)
        let actor = request.actor
        for role in Actor.Role.allCases where !roles.contains(role) {
            request.actor = Actor(
                identity: actor.identity, name: actor.name, role: role, region: actor.region, provider: actor.provider,
                careUnit: nil, purposes: actor.purposes, selves: actor.selves)
            let decision = DecideAccess.decide(request, under: regime, policy: try Situation.open())
            #expect(decision.isRefused)
            #expect(decision.reasonsAgainst.contains { $0.code == .role })
        }
    }

    @Test(
        "Who decides is said for each purpose",
        arguments: [
            (Purpose.ownPatientCare, Decider.provider), (.anotherPatientsCare, .careProviderThatHolds),
            (.research, .ethicsAuthorityAndRegion), (.qualityRegister, .registerHolder), (.ehdsSecondaryUse, .accessBody),
            (.ownAccess, .patient), (.feasibility, .provider),
        ])
    func deciders(purpose: Purpose, decider: Decider) throws {
        #expect(try regime(for: purpose).purposes[purpose]?.decider == decider)
    }

    @Test func `Today another patient's care is refused with the sentence, and answered under the adopted proposal`() throws {
        let today = try AccessFiles.law().regime(on: Situation.day("2026-11-21"))
        var request = try Situation.of(.anotherPatientsCare, under: today).request
        request.date = try Situation.day("2026-11-21")
        let refused = DecideAccess.decide(request, under: today, policy: try Situation.open())
        #expect(refused.isRefused)
        let reason = try #require(refused.reasonsAgainst.first)
        #expect(refused.reasonsAgainst.count == 1)
        #expect(
            reason.text.sv.contains(
                "patientdatalagen, som behandlar vilka ändamål som personuppgifter får behandlas för inom hälso- och sjukvården, inte tillåter datadelning av hälsodata för sekundäranvändning till diagnostik"
            ))
        let adopted = try AccessFiles.adopted()
        #expect(DecideAccess.decide(request, under: adopted.regime(on: request.date), policy: try Situation.open()).isRefused)
        request.date = try Situation.day("2028-01-01")
        let answered = DecideAccess.decide(request, under: adopted.regime(on: request.date), policy: try Situation.open())
        #expect(answered.granularity == .count)
        #expect(answered.regime == "sweden-proposal-adopted-2028-01-01")
        #expect(answered.obligations == [.publishedBatchesOnly, .holderDecidesOnRecords])
    }

    @Test("The region cannot keep back what the law compels", arguments: Purpose.allCases)
    func closedPolicy(purpose: Purpose) throws {
        let regime = try regime(for: purpose)
        let situation = try Situation.of(purpose, under: regime)
        let closed = Policy.closed(region: situation.request.region, controller: situation.request.controller)
        let decision = DecideAccess.decide(situation.request, under: regime, policy: closed)
        let isAnswered =
            situation.request.recipient == .ownProvider || purpose == .ehdsSecondaryUse || purpose == .ownAccess
        #expect(decision.isRefused != isAnswered)
        if !isAnswered { #expect(decision.reasonsAgainst.map(\.code) == [.policy, .dataSets]) }
    }

    @Test(
        "The European Health Data Space opens on two dates",
        arguments: [
            ("2029-03-25", [.force], [.force]), ("2029-03-26", [], [.dataKind(.genomic)]),
            ("2031-03-25", [], [.dataKind(.genomic)]), ("2031-03-26", [], []),
        ] as [(String, [Reason.Code], [Reason.Code])])
    func healthDataSpace(day: String, clinical: [Reason.Code], genomic: [Reason.Code]) throws {
        let date = try Situation.day(day)
        let regime = try AccessFiles.law().regime(on: date)
        var request = try Situation.of(.ehdsSecondaryUse, under: regime).request
        request.date = date
        request.permit = AccessPermit(
            number: "P-1", from: try Situation.day("2027-01-01"), to: try Situation.day("2033-01-01"),
            dataKinds: [.clinical, .genomic])
        let policy = try Situation.open()
        request.question.dataKinds = [.clinical]
        #expect(DecideAccess.decide(request, under: regime, policy: policy).reasonsAgainst.map(\.code) == clinical)
        request.question.dataKinds = [.genomic, .clinical]
        #expect(DecideAccess.decide(request, under: regime, policy: policy).reasonsAgainst.map(\.code) == genomic)
    }

    @Test func `Carriers among the own provider's patients are for laboratory roles, each reading logged`() throws {
        let regime = try AccessFiles.law().regime(on: Situation.day("2026-11-21"))
        var request = try Situation.of(.ownProviderComparison, under: regime).request
        let laboratory = DecideAccess.decide(request, under: regime, policy: try Situation.open())
        #expect(laboratory.granularity == .record)
        #expect(laboratory.obligations == [.logForPatient])
        let actor = request.actor
        request.actor = Actor(
            identity: actor.identity, name: actor.name, role: .physician, region: actor.region, provider: actor.provider,
            careUnit: nil, purposes: actor.purposes)
        let physician = DecideAccess.decide(request, under: regime, policy: try Situation.open())
        #expect(physician.granularity == .count)
        #expect(physician.reasonsAgainst.map(\.code) == [.asked])
    }

    @Test func `Care asks other regions for anonymous frequencies only, and for records of its own patient only`() throws {
        let regime = try AccessFiles.law().regime(on: Situation.day("2026-11-21"))
        var request = try Situation.of(.ownPatientCare, under: regime).request
        request.question.patient = nil
        let own = DecideAccess.decide(request, under: regime, policy: try Situation.open())
        #expect(own.granularity == .aggregate)
        #expect(own.reasonsAgainst.map(\.code) == [.recordScope])
        request.region = try #require(RegionCode("01"))
        request.controller = try #require(OrganisationCode("SE01-KAROLINSKA"))
        request.question.asked = .aggregate
        let elsewhere = DecideAccess.decide(request, under: regime, policy: try Situation.open())
        #expect(elsewhere.granularity == .aggregate)
        #expect(elsewhere.obligations == [.suppressBelow(5), .publishedBatchesOnly])
    }

    @Test func `A feasibility enquiry leaves as one figure, small numbers hidden even at home`() throws {
        let regime = try AccessFiles.law().regime(on: Situation.day("2026-11-21"))
        let request = try Situation.of(.feasibility, under: regime).request
        let decision = DecideAccess.decide(request, under: regime, policy: try Situation.open())
        #expect(decision.obligations == [.suppressBelow(5), .publishedBatchesOnly, .figureOnly])
    }

    @Test(
        "A statement stops what the law says and nothing else",
        arguments: [
            (ConsentKind.blockInsideProvider, [.ownPatientCare, .ownProviderComparison]),
            (.blockTowardsOthers, [.ownPatientCare, .sharedDocumentation, .anotherPatientsCare]),
            (.qualityRegisterObjection, [.qualityRegister]), (.precisionDatabaseObjection, []),
            (.studyContactObjection, []), (.ehdsObjection, []), (.accessBetweenProviders, []), (.biobank, []),
            (.reachRelatives, []), (.generalStudy, []), (.study, []),
        ] as [(ConsentKind, [Purpose])])
    func statements(kind: ConsentKind, purposes: [Purpose]) throws {
        let regime = try AccessFiles.law().regime(on: Situation.day("2026-11-21"))
        let stopped = Purpose.allCases.filter { regime.kindsThatStop($0, for: .otherRegions).contains(kind) }
        #expect(stopped == purposes)
    }

    @Test func `A block towards others leaves the own provider's care alone`() throws {
        let regime = try AccessFiles.law().regime(on: Situation.day("2026-11-21"))
        #expect(regime.kindsThatStop(.ownPatientCare, for: .ownProvider) == [.blockInsideProvider])
    }

    @Test func `The eleven kinds are numbered as listed, and guardians never give blocks`() throws {
        let regime = try AccessFiles.law().regime(on: Situation.day("2026-11-21"))
        #expect(ConsentKind.allCases.compactMap { regime.consents[$0]?.number } == Array(1...11))
        #expect(regime.consents[.blockInsideProvider]?.guardianMayGive == false)
        #expect(regime.consents[.blockTowardsOthers]?.guardianMayGive == false)
        let proposed = ConsentKind.allCases.filter { regime.consents[$0]?.force == .proposed }
        #expect(proposed == [.studyContactObjection, .precisionDatabaseObjection, .generalStudy])
    }

    @Test func `Under the adopted proposal the objection stops another patient's care, and the general consent opens studies`()
        throws
    {
        let regime = try AccessFiles.adopted().regime(on: Situation.day("2028-06-01"))
        #expect(
            regime.kindsThatStop(.anotherPatientsCare, for: .otherRegions) == [.blockTowardsOthers, .precisionDatabaseObjection])
        #expect(regime.kindsThatOpen(.research) == [.study, .generalStudy])
        let state = try Situation.state([(.generalStudy, nil)], under: regime)
        #expect(state.agrees(toStudy: "any", under: regime))
    }

    @Test(
        "The regime of a day has one name",
        arguments: [
            ("2022-12-31", "sweden-2018-05-25"), ("2023-01-01", "sweden-2023-01-01"), ("2023-05-01", "sweden-2023-05-01"),
            ("2026-11-21", "sweden-2023-07-01"), ("2029-03-26", "sweden-2029-03-26"), ("2031-03-26", "sweden-2031-03-26"),
        ])
    func identifiers(day: String, identifier: String) throws {
        #expect(try AccessFiles.law().regime(on: Situation.day(day)).identifier == identifier)
    }
}
