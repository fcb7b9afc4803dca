internal import ClinicalModel
internal import GenomeModel
internal import VariantFormats

/// Makes up the submissions of one region, in order. The same for the same seed and region, whatever the other regions hold,
/// but for the identity numbers, which are drawn from one stock.
struct RegionComposer {
    let region: Region
    let sources: DemonstrationSources
    let common: Variant
    let shared: KnownVariant
    let organisations: [Organisation]
    var random: SeededNumbers
    /// Handed from region to region.
    var numbers: TestIdentityNumbers
    private(set) var drafts: [SubmissionDraft] = []
    /// The name of the next draft, where that is not its number.
    var nextName: String?

    /// The day on which everything in the demonstration is finished.
    static let today = CivilDate(daysSince1970: 20_392)

    init(
        region: Region, sources: DemonstrationSources, common: Variant, shared: KnownVariant, seed: UInt64,
        numbers: TestIdentityNumbers
    ) {
        self.region = region
        self.sources = sources
        self.common = common
        self.shared = shared
        organisations = DemonstrationOrganisations.of(region.code)
        self.numbers = numbers
        random = SeededNumbers(seed: seed, part: "region \(region.code)")
    }

    mutating func append(_ draft: SubmissionDraft) { drafts.append(draft) }

    mutating func change(_ index: Int, _ change: (inout SubmissionDraft) -> Void) { change(&drafts[index]) }

    /// `UME`: where the university hospital lies.
    static func prefix(_ code: RegionCode) -> String {
        switch code.number {
        case 1: "STO"
        case 3: "UPP"
        case 5: "LIN"
        case 12: "LUN"
        case 14: "GOT"
        case 18: "ORE"
        case 24: "UME"
        default: "REG"
        }
    }

    /// The code of the region's organisation with that ending: `GMC` is the laboratory.
    private func organisation(_ suffix: String) -> String {
        organisations.map(\.code.text).first { $0.hasSuffix("-" + suffix) } ?? ""
    }

    var laboratory: String { organisation("GMC") }

    /// A draft with the next number, for somebody of `home`.
    mutating func draft(_ area: Area, assay: SubmissionDraft.Assay, home: RegionCode?, department: String) -> SubmissionDraft {
        let number = String(drafts.count + 1)
        let numbered =
            RegionComposer.prefix(region.code) + "25-" + String(repeating: "0", count: max(0, 4 - number.count)) + number
        let name = nextName ?? numbered
        nextName = nil
        // Who lives in another region was referred by way of the county hospital.
        let orderer = organisation(home == nil || home == region.code ? department : "LAN")
        return SubmissionDraft(caseName: name, laboratory: laboratory, orderer: orderer, area: area, assay: assay)
    }

    mutating func home() -> RegionCode? {
        let roll = random.number(0...99)
        if roll < 3 { return nil }
        let neighbours = region.healthcareRegions.flatMap(Region.regions(in:)).map(\.code).filter { $0 != region.code }
        return roll < 18 ? random.pick(neighbours) ?? region.code : region.code
    }

    /// Made up after the shape of the country: large cities lie in three regions.
    private mutating func municipalityGroup(_ home: RegionCode?) -> MunicipalityGroup? {
        guard let home else { return nil }
        let (large, medium) =
            switch home.number {
            case 1: (75, 15)
            case 12, 14: (35, 40)
            default: (0, 60)
            }
        let roll = random.number(0...99)
        return roll < large ? .largeCity : roll < large + medium ? .mediumTown : .smallTownOrRural
    }

    mutating func profile(_ profiles: [DiseaseProfile], sex: Sex? = nil) -> DiseaseProfile? {
        let possible = profiles.filter { $0.women < 1 || sex != .male }.filter { $0.women > 0 || sex != .female }
        return random.pick(possible.flatMap { [DiseaseProfile](repeating: $0, count: $0.weight) })
    }

    mutating func sex(_ profile: DiseaseProfile) -> Sex { random.chance(profile.women) ? .female : .male }

    mutating func analysed() -> CivilDate { RegionComposer.today.adding(days: -random.number(20...560)) }

    /// Somebody whose number says the sex and an age within `ages` on `date`, where the stock has one.
    mutating func person(
        _ id: String, _ sex: Sex, ages: ClosedRange<Int>, on date: CivilDate, home: RegionCode?
    ) throws -> DraftPerson {
        let years = (date.year - ages.upperBound - 1)...(date.year - ages.lowerBound - 1)
        guard let number = numbers.draw(sex, born: years, &random),
            let birth = CivilDate("\(number.prefix(4))-\(number.dropFirst(4).prefix(2))-\(number.dropFirst(6).prefix(2))")
        else { throw DemonstrationError(.outOfNumbers) }
        let isCoordination = home == nil || random.chance(0.01)
        return DraftPerson(
            id: id, identityNumber: isCoordination ? TestIdentityNumbers.coordinationNumber(from: number) : number, sex: sex,
            birth: birth, homeRegion: home, municipalityGroup: municipalityGroup(home))
    }

    /// Gives a person what belongs to a disease.
    mutating func affect(_ person: inout DraftPerson, with profile: DiseaseProfile, sampled: CivilDate) {
        let onset = max(person.birth, sampled.adding(days: -random.number(30...900)))
        person.diagnoses = profile.codes.map { DraftPerson.Finding(code: $0, onset: onset) }
        person.phenotypes = profile.present.map { ($0, true) } + profile.looked.map { ($0, random.chance(0.4)) }
        var start = sampled.adding(days: random.number(14...40))
        for (index, drug) in profile.drugs.enumerated() where index == 0 || random.chance(0.5) {
            let stop = start.adding(days: random.number(60...200))
            let isOver = stop < RegionComposer.today
            person.treatments.append(
                DraftPerson.Treatment(
                    drug: drug, line: index + 1, start: start, stop: isOver ? stop : nil,
                    outcome: isOver
                        ? random.pick([.completeResponse, .partialResponse, .stableDisease, .progressiveDisease]) ?? .notEvaluated
                        : .notEvaluated))
            start = stop.adding(days: 21)
            if start >= RegionComposer.today { break }
        }
    }

    /// What a laboratory measures of a run that is good enough, rounded to thousandths.
    mutating func metrics(coverage: Double) -> [(name: String, value: Double, unit: String)] {
        func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
        return [
            ("mean-coverage", rounded(random.normal(mean: coverage, deviation: coverage / 14)), "1"),
            ("share-over-20x", rounded(0.975 + random.share() * 0.02), "1"),
            ("contamination", rounded(0.001 + random.share() * 0.008), "1"),
            ("mapped-share", rounded(0.985 + random.share() * 0.012), "1"),
        ]
    }

    /// A file under a name of its own, compressed.
    func callFile(_ name: String, _ text: [UInt8]) throws -> SubmissionDraft.File {
        guard let bytes = CompressedText.bgzf(text) else { throw DemonstrationError(.notWritable, name) }
        return SubmissionDraft.File(name: name, role: "variants", bytes: bytes)
    }

    func targets(_ assay: SubmissionDraft.Assay) throws -> [SubmissionDraft.File] {
        guard let path = assay.targets else { return [] }
        return [SubmissionDraft.File(name: SubmissionDraft.plainName(path), role: "targets", bytes: try sources.file(path))]
    }
}
