internal import AccessModel
package import ClinicalModel
internal import GenomeModel
package import Questions
internal import StructuredText

/// The answer to a request in `testMode`: always the same, about a person who does not exist, in the first region. Nobody is asked, no data is
/// touched, nothing is logged as a question.
package struct BeaconTestData: Sendable {
    package let regions: [BeaconRegion]
    package let answer: Answer

    package init?(_ endpoint: BeaconEndpoint, _ inquiry: BeaconInquiry, among known: [RegionCode]) {
        guard let region = known.first(where: { inquiry.regions?.contains($0) ?? true }) else { return nil }
        let entry = BeaconTestData.entry(endpoint.returned, inquiry, region)
        let figures = BeaconTestData.figures
        let told: RegionAnswer =
            if case .frequency = inquiry.asks.first { .answered(region, frequency: figures) } else { .answered(region, count: 1) }
        regions = [
            BeaconRegion(answer: told, entries: entry.map { [$0] } ?? [], decision: nil, dataRelease: BeaconTestData.release)
        ]
        answer = Answer(
            regions: [told], basis: "Test mode: made up, from no person's data.", decides: "", regime: "",
            dataRelease: BeaconTestData.release, elapsedMilliseconds: 0)
    }

    private static let release = "test-mode"
    private static let figures = FrequencyFigures(
        alleleCount: 1, alleleNumber: 2, heterozygous: 1, homozygous: 0, hemizygous: 0, carriers: 1, covered: 1, people: 1)

    private static func entry(_ type: BeaconEntryType, _ inquiry: BeaconInquiry, _ region: RegionCode) -> Entry? {
        switch type {
        case .individual:
            return .individual(
                IndividualEntry(
                    identifier: "TEST-PERSON", region: region, sex: .unknown, birth: nil, homeRegion: nil, diagnoses: [],
                    phenotypes: [], treatments: []))
        case .biosample:
            return .biosample(
                BiosampleEntry(
                    identifier: "TEST-SPECIMEN", individual: "TEST-PERSON", region: region, kind: .other, bodySite: nil,
                    sampled: nil))
        case .run, .analysis:
            guard let laboratory = OrganisationCode("TEST"), let date = CivilDate(year: 2000, month: 1, day: 1) else {
                return nil
            }
            return .callSet(
                CallSetEntry(
                    identifier: "TEST-CALLS", individual: "TEST-PERSON", biosample: "TEST-SPECIMEN", region: region,
                    assay: "test@0", assayKind: .genome, assembly: inquiry.assembly, origin: .germline, area: .rare,
                    laboratory: laboratory, analysed: date))
        case .genomicVariant:
            guard let contig = Contig(rawValue: 1), let position = Position(1_000_000),
                let made = Variant(contig: contig, position: position, reference: "A", alternate: "G")
            else { return nil }
            return .variant(VariantEntry(variant: inquiry.variant ?? made, region: region, figures: figures))
        case .dataset, .cohort: return nil
        }
    }
}
