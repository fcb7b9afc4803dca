import AccessModel
import ClinicalModel
import GenomeModel
import StructuredText
import Testing

/// For every purpose a request that lacks nothing, and the ways in which it can come to lack something.
struct Situation {
    var request: AccessRequest
    let expected: Granularity

    static let patient = "0123456789abcdef0123456789abcdef"
    static let somebodyElse = "fedcba9876543210fedcba9876543210"

    static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    static func state(_ kinds: [(ConsentKind, String?)], under regime: Regime) throws -> ConsentState {
        ConsentState(
            try kinds.map { kind, study in
                ConsentEvent(
                    kind: kind, study: study, isGiven: true, from: try day("2020-01-01"), giver: .patient,
                    recorded: Timestamp(milliseconds: 0))
            }, under: regime, on: try day("2035-01-01"))
    }

    static func project() throws -> Project {
        Project(
            number: "2025-01234-01", title: "A study", from: try day("2026-01-01"), to: try day("2029-12-31"),
            regions: [try #require(RegionCode("24"))], dataKinds: [.clinical, .genomic], people: ["asker"],
            requiresConsent: true)
    }

    /// Everything the policy could let out.
    static func open() throws -> Policy {
        Policy(
            region: try #require(RegionCode("24")), controller: try #require(OrganisationCode("SE24-NUS")), version: 1,
            validFrom: try day("2000-01-01"), publishers: ["a", "b"],
            rows: Dictionary(
                uniqueKeysWithValues: Purpose.allCases.map { purpose in
                    (purpose, Dictionary(uniqueKeysWithValues: Recipient.allCases.map { ($0, Granularity.record) }))
                }),
            suppressBelow: 5, bandFor: [],
            dataSets: [
                ReleasedDataSet(
                    name: "all", title: LocalizedText(sv: "Allt", en: "Everything"), areas: Set(Area.allCases),
                    origins: [.germline],
                    assayKinds: Set(AssayVersion.Kind.allCases))
            ],
            released: Dictionary(uniqueKeysWithValues: Purpose.allCases.map { ($0, ["all"]) }))
    }

    /// The day on which `of(purpose)` is asked: today, or when a later law is in force.
    static func date(of purpose: Purpose) throws -> CivilDate {
        switch purpose {
        case .anotherPatientsCare: try day("2028-06-01")
        case .ehdsSecondaryUse: try day("2031-04-01")
        default: try day("2026-11-21")
        }
    }

    static func of(_ purpose: Purpose, under regime: Regime) throws -> Situation {
        let plan: (role: Actor.Role, region: String?, provider: String?, asked: Granularity)
        switch purpose {
        case .ownPatientCare: plan = (.clinicalGeneticist, "24", "SE24-NUS", .record)
        case .sharedDocumentation: plan = (.physician, "12", "SE12-SUS", .record)
        case .anotherPatientsCare: plan = (.clinicalGeneticist, "12", "SE12-SUS", .count)
        case .ownProviderComparison: plan = (.bioinformatician, "24", "SE24-NUS", .record)
        case .feasibility: plan = (.researcher, "03", "SE03-UU", .count)
        case .research: plan = (.researcher, "03", "SE03-UU", .record)
        case .qualityRegister: plan = (.registerHolder, nil, nil, .record)
        case .qualityFollowUp: plan = (.dataSteward, "24", "SE24-NUS", .aggregate)
        case .statistics: plan = (.statistician, nil, nil, .aggregate)
        case .ehdsSecondaryUse: plan = (.accessBody, nil, nil, .record)
        case .ownAccess: plan = (.patient, "24", nil, .record)
        case .laboratoryOperation: plan = (.laboratoryScientist, "24", "SE24-NUS", .record)
        case .classificationSharing: plan = (.system, "12", nil, .aggregate)
        }
        let region = try #require(RegionCode("24"))
        let pseudonym = try #require(Pseudonym(patient))
        let actor = Actor(
            identity: "asker", name: "Asker", role: plan.role, region: plan.region.flatMap { RegionCode($0) },
            provider: plan.provider.flatMap { OrganisationCode($0) }, careUnit: nil, purposes: [purpose],
            selves: plan.role == .patient ? [region: pseudonym] : [:])
        let isAboutPatient = [.ownPatientCare, .sharedDocumentation, .ownAccess, .research].contains(purpose)
        let request = AccessRequest(
            actor: actor, purpose: purpose, date: try date(of: purpose),
            question: QuestionSummary(
                asked: plan.asked, patient: isAboutPatient ? pseudonym : nil, isFrozen: true, plannedStudy: "A planned study"),
            region: region, controller: try #require(OrganisationCode("SE24-NUS")), project: try project(),
            register: QualityRegister(name: "R", holder: "asker"),
            permit: AccessPermit(
                number: "P-1", from: try day("2030-01-01"), to: try day("2033-01-01"), dataKinds: [.clinical, .genomic]),
            hasCareRelation: true,
            consents: try state([(.accessBetweenProviders, nil), (.study, "2025-01234-01")], under: regime))
        return Situation(request: request, expected: plan.asked)
    }

    /// The same request without what `prerequisite` asks for, and nothing else changed.
    func lacking(_ prerequisite: Prerequisite) throws -> AccessRequest {
        var request = request
        let actor = request.actor
        func with(role: Actor.Role? = nil, provider: OrganisationCode? = nil, purposes: Set<Purpose>? = nil) -> Actor {
            Actor(
                identity: actor.identity, name: actor.name, role: role ?? actor.role, region: actor.region,
                provider: provider ?? actor.provider, careUnit: nil, purposes: purposes ?? actor.purposes, selves: actor.selves)
        }
        func with(
            from: String = "2026-01-01", region: String = "24", kinds: Set<DataKind> = [.clinical, .genomic],
            people: Set<String> = ["asker"]
        ) throws -> Project {
            Project(
                number: "2025-01234-01", title: "A study", from: try Self.day(from), to: try Self.day("2029-12-31"),
                regions: [try #require(RegionCode(region))], dataKinds: kinds, people: people, requiresConsent: true)
        }
        switch prerequisite {
        case .commission: request.actor = with(purposes: [])
        case .careRelation: request.hasCareRelation = false
        case .namedPatient: request.question.patient = nil
        case .ownProvider: request.actor = with(provider: OrganisationCode("SE24-OTHER"))
        case .patientConsentToAccess, .studyConsent: request.consents = .silent
        case .laboratoryRole: request.actor = with(role: .nurse)
        case .specialisedCareRole: request.actor = with(role: .nurse)
        case .frozenCriteria: request.question.isFrozen = false
        case .plannedStudy: request.question.plannedStudy = nil
        case .ethicsApproval: request.project = nil
        case .approvalPeriod: request.project = try with(from: "2027-01-01")
        case .approvalRegion: request.project = try with(region: "12")
        case .approvalDataKinds: request.project = try with(kinds: [.clinical])
        case .approvalPeople: request.project = try with(people: ["somebody-else"])
        case .registerHolderIsCPUA: request.register = QualityRegister(name: "R", holder: "somebody-else")
        case .accessBodyPermit: request.permit = nil
        case .permitPeriod:
            request.permit = AccessPermit(
                number: "P-1", from: try Self.day("2032-01-01"), to: try Self.day("2033-01-01"), dataKinds: [.clinical, .genomic])
        case .permitDataKinds:
            request.permit = AccessPermit(
                number: "P-1", from: try Self.day("2030-01-01"), to: try Self.day("2033-01-01"), dataKinds: [.clinical])
        case .ownData: request.question.patient = Pseudonym(Self.somebodyElse)
        }
        return request
    }
}
