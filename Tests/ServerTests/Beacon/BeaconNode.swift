import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import HTTPAPI
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identification
import NIOCore
import Operations
import Questions
import StructuredText
import Synchronization
import Testing

/// A node whose regions answer what a test says.
struct BeaconNode {
    /// What a region does with every question.
    enum Says: Sendable {
        case count(Int)
        case band(Int)
        case suppressed
        case refused(Granularity)
        case late
        case unreachable
    }

    /// What the regions were asked, in the order in which they were.
    final class Log: Sendable {
        private let asked = Mutex<[AskedQuestion]>([])
        private let chosen = Mutex<[EntrySelection]>([])

        func note(_ question: AskedQuestion, _ selection: EntrySelection? = nil) {
            asked.withLock { $0.append(question) }
            if let selection { chosen.withLock { $0.append(selection) } }
        }

        var questions: [AskedQuestion] { asked.withLock { $0 } }
        var selections: [EntrySelection] { chosen.withLock { $0 } }
    }

    let log = Log()
    let node: RunningNode
    let routes: BeaconRoutes

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let regulations = Result { () throws -> Regulations in
        let codes = try ["HP:0000118", "HP:0001250", "HP:0001251"].map { try #require(Code($0)) }
        let hierarchy = try CodeHierarchy(
            system: .hpo, version: "test", terms: codes, alternatives: [], parents: [(1, 0), (2, 0)])
        let law = try LoadLaw.read(root.appendingPathComponent("law/sweden.yaml").path)
        return Regulations(law: law, hierarchies: CodeHierarchies([hierarchy]))
    }

    init(_ says: [String: Says], limits: RequestLimits = RequestLimits()) throws {
        let log = log
        let sources = try says.map { name, says in
            let region = try #require(RegionCode(name))
            let entries = try Self.entries(region)
            return RegionSource(
                region: region,
                ask: { asked in
                    log.note(asked)
                    return RegionReply(
                        answer: try await Self.answer(region, says, asked), decision: Self.decision(says, asked),
                        dataRelease: "r1")
                },
                figures: { _, _ in throw RegionLate() },
                entries: { asked, selection in
                    log.note(asked, selection)
                    let answer = try await Self.answer(region, says, asked)
                    guard case .entries(let kind) = asked.matter, answer.state == .answered, let count = answer.count else {
                        return RegionEntries(
                            answer: answer, entries: [], decision: Self.decision(says, asked), dataRelease: nil)
                    }
                    var held = entries[kind] ?? []
                    if case .events = selection.variants { held = try Self.events(region) }
                    return RegionEntries(
                        answer: answer, entries: count == 0 ? [] : held, decision: Self.decision(says, asked), dataRelease: "r1")
                })
        }
        node = RunningNode(
            name: "test", partitions: [:], regulations: try Self.regulations.get(), sources: sources, isDevelopment: true)
        let contig = try #require(Contig(name: "17"))
        let (first, last) = (try #require(Position(43_044_295)), try #require(Position(43_125_364)))
        let interval = try #require(Interval(contig: contig, first: first, last: last))
        routes = BeaconRoutes(
            node: node, tokens: Self.tokens,
            genes: GeneLoci([GeneLocus(symbol: "BRCA1", identifier: "HGNC:1100", interval: interval)]), version: "1.2.3",
            limits: limits)
    }

    // MARK: What regions say

    private static func answer(_ region: RegionCode, _ says: Says, _ asked: AskedQuestion) async throws -> RegionAnswer {
        switch says {
        case .count(let count):
            if case .frequency = asked.question.kind, asked.matter == .answer {
                return .answered(
                    region,
                    frequency: FrequencyFigures(
                        alleleCount: count, alleleNumber: 200, heterozygous: count, homozygous: 0, hemizygous: 0,
                        carriers: count, covered: 100, people: 100))
            }
            return .answered(region, count: count)
        case .band(let last): return .suppressed(region, band: 1...last)
        case .suppressed: return .suppressed(region)
        case .refused(let allowed):
            guard asked.granularity > allowed else { return .answered(region, count: 7) }
            return .refused(region, reason: LocalizedText(sv: "Lagen säger nej.", en: "The law says no."))
        case .late: throw RegionLate()
        case .unreachable: throw CocoaError(.fileNoSuchFile)
        }
    }

    private static func decision(_ says: Says, _ asked: AskedQuestion) -> Decision? {
        let granularity: Granularity
        switch says {
        case .count, .band, .suppressed: granularity = asked.granularity
        case .refused(let allowed): granularity = min(allowed, asked.granularity)
        case .late, .unreachable: return nil
        }
        return Decision(
            granularity: granularity,
            basis: LegalBasis(text: LocalizedText(sv: "Lag", en: "Law"), reference: "PDL 4 kap. 1 §"),
            decides: LocalizedText(sv: "Regionen", en: "The region"), decider: .provider, regime: "test", policy: "test",
            recipient: .ownProvider, obligations: [], source: .everything, reasons: [])
    }

    private static func entries(_ region: RegionCode) throws -> [EntryKind: [Entry]] {
        let laboratory = try #require(OrganisationCode("SE-LAB"))
        let date = try #require(CivilDate("2026-02-10"))
        let codes = try ["ICD10:C50.9", "ORPHA:558", "HP:0001250", "HP:0001251", "ATC:L01"].map { try #require(Code($0)) }
        let individuals = Sex.allCases.map { sex in
            Entry.individual(
                IndividualEntry(
                    identifier: "P-\(sex.rawValue)", region: region, sex: sex, birth: YearMonth("1985-05"), homeRegion: region,
                    diagnoses: [
                        IndividualEntry.Diagnosed(code: codes[0], isAffected: true, onset: date),
                        IndividualEntry.Diagnosed(code: codes[1], isAffected: false, onset: nil),
                    ],
                    phenotypes: [
                        IndividualEntry.Sign(code: codes[2], isPresent: true),
                        IndividualEntry.Sign(code: codes[3], isPresent: false),
                    ], treatments: [codes[4]]))
        }
        let biosamples = Specimen.Kind.allCases.map { kind in
            Entry.biosample(
                BiosampleEntry(
                    identifier: "B-\(kind.rawValue)", individual: "P-1", region: region, kind: kind,
                    bodySite: kind == .skin ? Code("SCT:39937001") : nil, sampled: kind == .other ? nil : date))
        }
        let callSets = AssayVersion.Kind.allCases.map { kind in
            Entry.callSet(
                CallSetEntry(
                    identifier: "C-\(kind.rawValue)", individual: "P-1", biosample: "B-1", region: region, assay: "a@1",
                    assayKind: kind, assembly: .grch38, origin: .germline, area: .rare, laboratory: laboratory, analysed: date))
        }
        let variants = try ["17-43093464-G-A", "17-43093470-GA-G", "17-43093480-G-GTT", "17-43093490-GT-AC"].enumerated().map {
            place, text in
            Entry.variant(
                VariantEntry(
                    variant: try VariantNotation.parse(text, assembly: .grch38), region: region,
                    figures: FrequencyFigures(
                        alleleCount: place, alleleNumber: place == 3 ? 0 : 200, heterozygous: place, homozygous: 0,
                        hemizygous: 0, carriers: place, covered: 100, people: 100),
                    annotations: place == 0 ? [annotation] : []))
        }
        return [
            .individuals: individuals, .biosamples: biosamples, .runs: callSets, .analyses: callSets,
            .genomicVariations: variants,
        ]
    }

    /// Two transcripts, of which one has a term that the Sequence Ontology does not know.
    private static let annotation = VariantAnnotation(
        version: AnnotationVersion(tool: .vep, version: "113.0", database: "113_GRCh38", assembly: .grch38),
        consequences: [
            TranscriptConsequence(
                feature: TranscriptFeature(geneSymbol: "BRCA1", identifier: "ENST00000357654", marks: .maneSelect),
                terms: ["stop_gained", "splice_region_variant"].map { ConsequenceTerm(rawValue: $0) }, impact: .high,
                hgvsCoding: "ENST00000357654.9:c.5251C>T", hgvsProtein: "ENSP00000350283.3:p.Arg1751Ter"),
            TranscriptConsequence(
                feature: TranscriptFeature(identifier: "ENSR00000094000"), terms: [ConsequenceTerm(rawValue: "a_term_to_come")],
                impact: .modifier),
        ])

    /// One event of each kind.
    private static func events(_ region: RegionCode) throws -> [Entry] {
        let contig = try #require(Contig(name: "17"))
        let (first, last) = (try #require(Position(43_044_295)), try #require(Position(43_125_364)))
        let (one, other) = (Breakpoint(contig, first), Breakpoint(contig, last))
        let events = try StructuralKind.allCases.map { kind in
            let made =
                switch kind {
                case .insertion: StructuralEvent(insertionAt: one, length: nil)
                case .singleBreakend: StructuralEvent(single: Breakend(one, keeping: .left))
                case .adjacency:
                    StructuralEvent(
                        joining: Breakend(one, keeping: .left), Breakend(other, keeping: .right),
                        genes: FusionGenes("BRCA1", nil))
                default: StructuralEvent(kind, from: one, to: other)
                }
            return try #require(made)
        }
        return events.enumerated().map { place, event in
            .event(
                EventEntry(
                    event: event, region: region,
                    figures: FrequencyFigures(
                        alleleCount: place, alleleNumber: place == 0 ? 0 : 200, heterozygous: place, homozygous: 0, hemizygous: 0,
                        carriers: place, covered: 100, people: 100)))
        }
    }

    // MARK: Who asks

    private static let tokens = TokenVerifier { token throws(TokenError) in
        guard token == "good", let region = RegionCode("24") else { throw TokenError(.signature) }
        return Credential(
            actor: Actor(
                identity: "one", name: "One", role: .clinicalGeneticist, region: region, provider: OrganisationCode("SE24-NUS"),
                careUnit: nil, purposes: Set(Purpose.allCases)), purpose: nil, issuer: "test",
            expires: Timestamp(milliseconds: .max / 2), isDevelopment: true)
    }

    // MARK: Requests

    struct Reply: Sendable {
        let status: Int
        let json: JSONValue
        let text: String
    }

    /// Runs the routes and lets `body` ask them.
    func run<Value>(_ body: @Sendable (Client) async throws -> Value) async throws -> Value {
        let router = Router(context: APIContext.self)
        routes.add(to: router)
        return try await Application(router: router).test(.router) { try await body(Client(client: $0)) }
    }

    struct Client: Sendable {
        let client: any TestClientProtocol

        func get(_ path: String, token: String? = "good", purpose: String? = "own-patient-care") async throws -> Reply {
            try await send(path, .get, nil, token, purpose)
        }

        func post(
            _ path: String, _ body: String, token: String? = "good", purpose: String? = "own-patient-care"
        ) async throws -> Reply {
            try await send(path, .post, body, token, purpose)
        }

        private func send(
            _ path: String, _ method: HTTPRequest.Method, _ body: String?, _ token: String?, _ purpose: String?
        ) async throws -> Reply {
            var headers = HTTPFields()
            if let token { headers[.authorization] = "Bearer \(token)" }
            let field = try #require(HTTPField.Name("Samsyn-Purpose"))
            if let purpose { headers[field] = purpose }
            let response = try await client.execute(
                uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
            let text = String(decoding: response.body.readableBytesView, as: UTF8.self)
            return Reply(status: response.status.code, json: try JSONReader.read(text), text: text)
        }
    }
}
