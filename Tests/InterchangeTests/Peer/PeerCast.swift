import AccessModel
import ClinicalModel
import GenomeModel
import Interchange
import Questions
import StructuredText
import TestSupport

/// Questions, decisions and replies made up at random: every shape that the models have.
struct PeerCast {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    static let regions = ["01", "03", "05", "12", "14", "18", "24"].compactMap { RegionCode($0) }

    mutating func number(_ range: ClosedRange<Int> = 0...100_000) -> Int { Int.random(in: range, using: &random) }

    mutating func maybe<Value>(_ make: (inout PeerCast) -> Value) -> Value? { random.chance(0.5) ? make(&self) : nil }

    mutating func text() -> String {
        random.pick(["åäö", "a \"b\" \\c", "line\nbreak", "", "🧬 \u{1}", "plain"]) + String(number())
    }

    /// In the order given: a set has another order each time, and the same seed would not draw the same.
    mutating func list<Value>(_ all: [Value]) -> [Value] { all.filter { _ in random.chance(0.5) } }

    mutating func some<Value: Hashable>(_ all: [Value]) -> Set<Value> { Set(list(all)) }

    mutating func date() -> CivilDate { CivilDate(daysSince1970: number(15_000...22_000)) }

    mutating func localized() -> LocalizedText { LocalizedText(sv: text(), en: text()) }

    mutating func organisation() -> OrganisationCode? { OrganisationCode("SE\(number())-K.a_b") }

    mutating func actor() -> Actor {
        var selves: [RegionCode: Pseudonym] = [:]
        for region in list(Self.regions) { selves[region] = Pseudonym(random.letters(32, of: Array("0123456789abcdef"))) }
        return Actor(
            identity: text(), name: text(), role: random.pick(Actor.Role.allCases),
            region: maybe { $0.random.pick(Self.regions) },
            provider: organisation(), careUnit: maybe { $0.organisation() } ?? nil, purposes: some(Purpose.allCases),
            projects: some(["2025-01", "2026-02"]), selves: selves)
    }

    mutating func question() -> Question {
        let conditions: [Condition] = [
            .sex([.female]), .region([Self.regions[0], Self.regions[1]]), .carries("17-43093464-G-A"),
            AgeSpan(from: 3, through: 40).map(Condition.age) ?? .sex([.male]),
            Code("ICD10:C50.1").map { .diagnosis(.among([$0])) } ?? .sex([.male]), .origin([.tumour]),
        ]
        let criterion: Criterion =
            switch number(0...3) {
            case 0: .everyone
            case 1: .condition(random.pick(conditions))
            case 2: .and([.condition(random.pick(conditions)), .not(.condition(random.pick(conditions)))])
            default: .or([.condition(random.pick(conditions)), .condition(random.pick(conditions))])
            }
        return Question(random.chance(0.5) ? .count : .frequency("1-1000000-A-G"), criterion)
    }

    mutating func asked(_ matter: AskedQuestion.Matter) -> AskedQuestion {
        var asked = AskedQuestion(
            actor: actor(), purpose: random.pick(Purpose.allCases), date: date(), question: question(), process: text())
        asked.matter = matter
        asked.counted = random.pick(AskedQuestion.Counted.allCases)
        asked.assembly = random.pick(Assembly.allCases)
        asked.project = maybe { $0.text() }
        asked.register = maybe { QualityRegister(name: $0.text(), holder: $0.text()) }
        asked.permit = maybe {
            AccessPermit(number: $0.text(), from: $0.date(), to: $0.date(), dataKinds: $0.some(DataKind.allCases))
        }
        asked.hasCareRelation = random.chance(0.5)
        asked.plannedStudy = maybe { $0.text() }
        asked.identifier = random.letters(32, of: Array("0123456789abcdef"))
        asked.regions = Self.regions
        return asked
    }

    mutating func variant() -> Variant? {
        let contig = random.pick(Contig.all)
        guard let position = Position(number(1...16_000)) else { return nil }
        return Variant(
            contig: contig, position: position, reference: random.letters(random.chance(0.8) ? 1 : number(1...60)) + "A",
            alternate: random.letters(random.chance(0.8) ? 1 : number(1...60)) + "C")
    }

    mutating func selection() -> EntrySelection {
        var selection = EntrySelection()
        selection.identifier = maybe { $0.text() }
        selection.individual = maybe { $0.text() }
        selection.biosample = maybe { $0.text() }
        selection.skip = number()
        selection.limit = number(10...1000)
        switch number(0...5) {
        case 0: selection.variants = .alleles((0..<5).compactMap { _ in variant() })
        case 1:
            if let first = Position(number(1...500)), let last = Position(number(500...900)),
                let interval = Interval(contig: .x, first: first, last: last)
            {
                selection.variants = .overlapping(interval, reference: maybe { $0.random.letters(3) }, alternate: nil)
            }
        case 2: selection.variants = .bracket(contig: .mt, first: 0...5, last: UInt32(number(6...9))...12)
        case 3: selection.variants = .consequence(consequenceQuery(), in: maybe { $0.interval() } ?? nil)
        case 4: selection.variants = eventSelection().map { .events($0) }
        default: break
        }
        return selection
    }

    mutating func relayed() throws -> RelayedQuestion {
        let patience = number(1...60_000)
        switch number(0...2) {
        case 0: return try RelayedQuestion(asked(.answer), .answer, patience: patience)
        case 1:
            let variants = (0..<number(0...40)).compactMap { _ in variant() }
            return try RelayedQuestion(asked(.figures), .figures(variants), patience: patience)
        default:
            return try RelayedQuestion(
                asked(.entries(random.pick(EntryKind.allCases))), .entries(selection()), patience: patience)
        }
    }

    // MARK: Replies

    mutating func decision(refused: Bool) -> Decision {
        let obligations: [Obligation] = [
            .suppressBelow(5), .bandBelow(7), .publishedBatchesOnly, .pseudonymise(forProject: nil),
            .pseudonymise(forProject: "2025-01"), .logForPatient, .figureOnly, .consentingOnly(study: "s"),
            .holderDecidesOnRecords, .secureEnvironment,
        ]
        let codes: [Reason.Code] =
            [
                .unknownPurpose, .force, .role, .recipient, .recordScope, .policy, .dataSets, .companyProject, .asked,
                .dataKind(.genomic), .dataKind(.clinical),
            ] + Prerequisite.allCases.map { .prerequisite($0) } + ConsentKind.allCases.map { .statement($0) }
        let sets = (0..<number(1...3)).map { _ in
            ReleasedDataSet(
                name: text(), title: localized(), areas: some(Area.allCases), origins: some(Origin.allCases),
                assayKinds: some(AssayVersion.Kind.allCases))
        }
        return Decision(
            granularity: refused ? .refused : random.pick([.boolean, .count, .aggregate, .record]),
            basis: LegalBasis(text: localized(), reference: text()), decides: localized(),
            decider: random.pick(Decider.allCases), regime: text(), policy: text(),
            recipient: random.pick(Recipient.allCases), obligations: list(obligations),
            source: random.chance(0.5) ? .everything : .dataSets(sets),
            reasons: list(codes).map { code in Reason(isFor: random.chance(0.5), code, localized(), text()) })
    }

    mutating func figures(people: Int? = nil) -> FrequencyFigures {
        let people = people ?? number()
        let covered = number(0...people)
        let alleles = number(0...2 * covered)
        return FrequencyFigures(
            alleleCount: number(0...alleles), alleleNumber: alleles, heterozygous: number(), homozygous: number(),
            hemizygous: number(), carriers: number(0...covered), covered: covered, people: people)
    }

    /// A state as a region can be in, with a decision where it has made one.
    mutating func answer(_ region: RegionCode, to asked: AskedQuestion) -> (RegionAnswer, Decision?) {
        switch number(0...5) {
        case 0: return (.suppressed(region), decision(refused: false))
        case 1: return (.suppressed(region, band: 1...number(2...9)), decision(refused: false))
        case 2: return (.refused(region, reason: localized()), decision(refused: true))
        case 3: return (.late(region), nil)
        case 4: return (.unreachable(region, reason: localized()), nil)
        default:
            if asked.matter == .figures { return (.answered(region), decision(refused: false)) }
            if asked.matter == .answer, case .frequency = asked.question.kind {
                return (.answered(region, frequency: figures()), decision(refused: false))
            }
            return (.answered(region, count: number()), decision(refused: false))
        }
    }

    mutating func columns(_ rows: Int) -> FigureColumns {
        var columns = FigureColumns()
        columns.people = number(0...1_000)
        for _ in 0..<rows {
            let disclosure: FrequencyDisclosure =
                switch number(0...3) {
                case 0: .suppressed(.few)
                case 1: .band(1...4)
                default: .exact(figures(people: columns.people))
                }
            columns.append(disclosure)
        }
        return columns
    }

    mutating func entry(_ kind: EntryKind, _ region: RegionCode, _ assembly: Assembly) -> Entry? {
        func code(_ text: String) -> [Code] { Code(text).map { [$0] } ?? [] }
        switch kind {
        case .individuals:
            return .individual(
                IndividualEntry(
                    identifier: text(), region: region, sex: random.pick(Sex.allCases),
                    birth: YearMonth(year: number(1920...2020), month: number(1...12)),
                    homeRegion: maybe { $0.random.pick(Self.regions) },
                    diagnoses: code("ICD10:C50.9").map {
                        .init(code: $0, isAffected: random.chance(0.5), onset: maybe { $0.date() })
                    },
                    phenotypes: code("HP:0001250").map { .init(code: $0, isPresent: random.chance(0.5)) },
                    treatments: code("ATC:L01EA01")))
        case .biosamples:
            return .biosample(
                BiosampleEntry(
                    identifier: text(), individual: text(), region: region, kind: random.pick(Specimen.Kind.allCases),
                    bodySite: code("SCT:254837009").first, sampled: maybe { $0.date() }))
        case .runs, .analyses:
            return organisation().map { laboratory in
                .callSet(
                    CallSetEntry(
                        identifier: text(), individual: text(), biosample: text(), region: region, assay: text(),
                        assayKind: random.pick(AssayVersion.Kind.allCases), assembly: random.pick(Assembly.allCases),
                        origin: random.pick(Origin.allCases), area: random.pick(Area.allCases), laboratory: laboratory,
                        analysed: date()))
            }
        case .genomicVariations:
            if random.chance(0.5) {
                return event().map { .event(EventEntry(event: $0, region: region, figures: figures())) }
            }
            let annotations = (0..<number(0...2)).map { _ in annotation(assembly) }
            return variant().map {
                .variant(VariantEntry(variant: $0, region: region, figures: figures(), annotations: annotations))
            }
        }
    }
}
