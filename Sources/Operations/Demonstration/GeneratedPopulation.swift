package import ClinicalModel
internal import GenomeModel

/// Many believable people of one region as values, without files and without identity numbers: for measurements and tests.
///
/// The same for the same arguments. People have the diseases, ages and sexes of the demonstration; call sets have names and
/// circumstances but no variants. Cost: under a second for 10,000 people.
package struct GeneratedPopulation: Sendable {
    package private(set) var people: [Person] = []
    package private(set) var specimens: [Specimen] = []
    package private(set) var callSets: [CallSetRecord] = []
    package private(set) var diagnoses: [Diagnosis] = []
    package private(set) var phenotypes: [Phenotype] = []
    package private(set) var treatments: [Treatment] = []
    package let assays: [AssayVersion]
    package let organisations: [Organisation]

    /// `callSets` at least as many as `people`; each person has one, and those beyond are tumours' and others' second ones,
    /// given out in turn. Empty for a region without a university hospital, for fewer call
    /// sets than people, and for nobody.
    package init(seed: UInt64, region: RegionCode, people count: Int, callSets callSetCount: Int) {
        let organisations = DemonstrationOrganisations.of(region)
        guard let region = Region.of(region), organisations.count > 2, count > 0, callSetCount >= count else {
            (assays, self.organisations) = ([], [])
            return
        }
        self.organisations = organisations
        let (controller, laboratory, orderer) = (organisations[0].code, organisations[1].code, organisations[2].code)
        assays = [("rare-disease-panel", AssayVersion.Kind.panel), ("cancer-panel", .panel), ("genome", .genome)].map {
            name, kind in
            AssayVersion(
                name: name, version: "1", kind: kind, laboratory: laboratory, isAccredited: true, status: .inHouse,
                targets: kind == .genome ? nil : String(repeating: name.hasPrefix("r") ? "a" : "c", count: 64))
        }
        let profiles =
            DiseaseProfile.rare + DiseaseProfile.hereditary + DiseaseProfile.solid + DiseaseProfile.haematology
            + DiseaseProfile.childhood
        let weighted = profiles.flatMap { [DiseaseProfile](repeating: $0, count: $0.weight) }
        let neighbours = region.healthcareRegions.flatMap(Region.regions(in:)).map(\.code)
        var random = SeededNumbers(seed: seed, part: "population \(region.code)")
        for number in 0..<count {
            guard let profile = random.pick(weighted),
                let pseudonym = Pseudonym(
                    GeneratedPopulation.hexadecimal(random.next()) + GeneratedPopulation.hexadecimal(random.next()))
            else { continue }
            let analysed = RegionComposer.today.adding(days: -random.number(1...1500))
            let birth = analysed.adding(days: -365 * random.number(profile.ages) - random.number(60...364))
            let roll = random.number(0...99)
            let home = roll < 3 ? nil : roll < 18 ? random.pick(neighbours) : region.code
            people.append(
                Person(
                    pseudonym: pseudonym, sex: random.chance(profile.women) ? .female : .male,
                    birth: YearMonth(year: birth.year, month: birth.month), homeRegion: home,
                    municipalityGroup: home.flatMap { _ in random.pick(MunicipalityGroup.allCases) }))
            addFindings(of: profile, to: pseudonym, birth: birth, analysed: analysed, &random)
            // Number n has as many more as turns reach it.
            let own = callSetCount / count + (number < callSetCount % count ? 1 : 0)
            for turn in 0..<own {
                let isTumour = turn > 0 && profile.bodySite != nil
                let name = "P\(number)-\(turn)"
                specimens.append(
                    Specimen(
                        name: name + "-S", person: pseudonym, kind: isTumour ? .ffpe : .blood,
                        bodySite: isTumour ? profile.bodySite.flatMap { Code($0) } : nil, sampled: analysed.adding(days: -14),
                        tumourCellContent: isTumour ? Double(random.number(20...90)) / 100 : nil, biobankReference: nil))
                let assay = profile.area == .rare ? (turn == 0 ? assays[0] : assays[2]) : assays[1]
                callSets.append(
                    CallSetRecord(
                        name: name, person: pseudonym, specimen: name + "-S", assay: assay.indexName, assembly: .grch38,
                        origin: isTumour ? .tumour : .germline, area: profile.area, homeRegion: home, orderingProvider: orderer,
                        performingLaboratory: laboratory, controller: controller, analysed: analysed, caseName: "C\(number)"))
            }
        }
    }

    private mutating func addFindings(
        of profile: DiseaseProfile, to person: Pseudonym, birth: CivilDate, analysed: CivilDate, _ random: inout SeededNumbers
    ) {
        let isCarrier = profile.inheritedGene != nil && random.chance(0.6)
        for text in profile.codes {
            guard let code = Code(text) else { continue }
            diagnoses.append(
                Diagnosis(
                    person: person, code: code, systemVersion: DiseaseProfile.version(of: text),
                    status: isCarrier ? .carrierWithoutDisease : .affected,
                    onset: isCarrier ? nil : max(birth, analysed.adding(days: -random.number(30...900)))))
        }
        for (text, isPresent) in profile.present.map({ ($0, true) }) + profile.looked.map({ ($0, random.chance(0.4)) }) {
            guard let code = Code(text) else { continue }
            phenotypes.append(
                Phenotype(person: person, code: code, systemVersion: DiseaseProfile.version(of: text), isPresent: isPresent))
        }
        if let text = profile.drugs.first, let drug = Code(text) {
            treatments.append(
                Treatment(
                    person: person, drug: drug, line: 1, start: analysed.adding(days: 20), stop: nil, outcome: .notEvaluated))
        }
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
