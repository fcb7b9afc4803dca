internal import AccessModel
internal import ClinicalModel
internal import Hummingbird
internal import StructuredText

/// A question put to two regimes: nobody's, about nobody, so that anybody may try it.
struct LawQuestion: Hashable, Sendable {
    /// What the asker has besides role and purpose.
    enum Circumstance: String, Sendable, CaseIterable {
        case careRelation = "care-relation"
        /// About one patient, who has said nothing.
        case onePatient = "one-patient"
        /// The patient has agreed to access by other care providers.
        case patientConsent = "patient-consent"
        /// The patient has objected to a precision-medicine database.
        case objection
        /// Criteria are frozen, and a study is planned.
        case plannedStudy = "planned-study"
        /// An approved project that covers the asker, the region and the data, and asks for consent.
        case project
        /// A permit of the access body.
        case permit
        case genomicData = "genomic-data"
    }

    /// Where the asker stands; only those that a person of care or research can take.
    static let places: [Recipient] = [.ownProvider, .ownRegion, .ownHealthcareRegion, .otherRegions, .authority]

    var purpose = Purpose.anotherPatientsCare
    var role = Actor.Role.clinicalGeneticist
    var place = Recipient.otherRegions
    var asked = Granularity.record
    /// As in J-02: a child D with a care relation, records of others like them asked for.
    var circumstances: Set<Circumstance> = [.careRelation, .genomicData]

    init() {}

    init(_ request: Request) {
        guard request.queryText("purpose") != nil else { return }
        purpose = request.queryText("purpose").flatMap(Purpose.init(rawValue:)) ?? purpose
        role = request.queryText("role").flatMap(Actor.Role.init(rawValue:)) ?? role
        place =
            request.queryText("place").flatMap(Recipient.init(rawValue:)).flatMap { LawQuestion.places.contains($0) ? $0 : nil }
            ?? place
        asked = request.queryText("asked").flatMap(Granularity.init(rawValue:)).flatMap { $0 > .refused ? $0 : nil } ?? asked
        circumstances = Set(request.queryTexts("has").compactMap(Circumstance.init(rawValue:)))
    }

    /// The decision under a regime, with a policy that lets out all that the law does: what differs is the law.
    func decision(under regime: Regime, on date: CivilDate) -> Decision? {
        guard let regions = homes, let controller = OrganisationCode("controller") else { return nil }
        let (home, region) = regions
        let actor = Actor(
            identity: "example", name: "", role: role, region: home,
            provider: place == .ownProvider ? controller : OrganisationCode("other"), careUnit: nil,
            purposes: Set(Purpose.allCases))
        let kinds: Set<DataKind> = circumstances.contains(.genomicData) ? [.clinical, .genomic] : [.clinical]
        let isAboutOne = circumstances.contains(.onePatient) || purpose == .ownAccess
        let patient = isAboutOne ? Pseudonym(String(repeating: "0", count: 32)) : nil
        let number = "2026-00000-01"
        let project = Project(
            number: number, title: "", from: date, to: date, regions: [region], dataKinds: kinds, people: ["example"],
            requiresConsent: true)
        let request = AccessRequest(
            actor: purpose == .ownAccess ? actor.known(as: patient.map { [region: $0] } ?? [:]) : actor, purpose: purpose,
            date: date,
            question: QuestionSummary(
                asked: asked, patient: patient, dataKinds: kinds, isFrozen: circumstances.contains(.plannedStudy),
                plannedStudy: circumstances.contains(.plannedStudy) ? "study" : nil), region: region, controller: controller,
            project: circumstances.contains(.project) ? project : nil,
            register: role == .registerHolder ? QualityRegister(name: "register", holder: "example") : nil,
            permit: circumstances.contains(.permit)
                ? AccessPermit(number: "permit", from: date, to: date, dataKinds: kinds) : nil,
            hasCareRelation: circumstances.contains(.careRelation),
            consents: ConsentState(statements(on: date), under: regime, on: date))
        return DecideAccess.decide(request, under: regime, policy: .open(region: region, controller: controller, regime))
    }

    private func statements(on date: CivilDate) -> [ConsentEvent] {
        var said: [(ConsentKind, String?)] = []
        if circumstances.contains(.patientConsent) { said.append((.accessBetweenProviders, nil)) }
        if circumstances.contains(.objection) { said.append((.precisionDatabaseObjection, nil)) }
        return said.map { kind, study in
            ConsentEvent(
                kind: kind, study: study, isGiven: true, from: date, giver: .patient, recorded: Timestamp(startOf: date))
        }
    }

    /// A region for the asker and one for the data, as the place says: Västerbotten asks, or is asked.
    private var homes: (home: RegionCode?, region: RegionCode)? {
        guard let north = RegionCode("24"), let neighbour = RegionCode("25"), let south = RegionCode("12") else { return nil }
        return switch place {
        case .ownHealthcareRegion: (neighbour, north)
        case .otherRegions: (south, north)
        case .authority: (nil, north)
        default: (north, north)
        }
    }
}
