package import ClinicalModel
internal import Foundation
internal import GenomeModel
internal import StructuredText

/// Writes the submissions of seven regions, made up from a seed, and the plan that says what is in them.
///
/// Under `directory`: `submissions/<region>/<NNN>-<case>/manifest.json` with its files beside, and `plan.json`. The same seed,
/// size and `Examples/` give the same bytes with the same build of htslib. Nobody in it is real: see `docs/demonstration.md`.
package struct MakeDemonstration {
    private let directory: String
    private let seed: UInt64
    private let share: String
    private let people: Int

    /// The regions with a university hospital.
    package static let regions = ["01", "03", "05", "12", "14", "18", "24"].compactMap { RegionCode($0) }

    /// `share` is the root of the repository; `people` the cases of the ordinary kinds in each region, 1–200.
    package init(directory: String, seed: UInt64, share: String, people: Int = 40) {
        self.directory = directory
        self.seed = seed
        self.share = share
        self.people = people
    }

    /// Refuses a directory that holds submissions.
    @discardableResult
    package func run() throws -> DemonstrationPlan {
        guard (1...200).contains(people) else { throw DemonstrationError(.badSize) }
        let root = URL(fileURLWithPath: directory)
        let submissions = root.appendingPathComponent("submissions")
        guard !FileManager.default.fileExists(atPath: submissions.path) else {
            throw DemonstrationError(.directoryNotEmpty, submissions.path)
        }
        let sources = try DemonstrationSources(share: share)
        let cases = try LoadDemonstrationCases(share: share).run()
        guard let shared = KnownVariant.shared, let common = MakeDemonstration.commonVariant(sources) else {
            throw DemonstrationError(.fileIncomplete, share)
        }
        var numbers = TestIdentityNumbers(text: sources.identityNumbers)
        var regions: [PlannedRegion] = []
        var roles: [PlannedRole] = []
        for (index, code) in MakeDemonstration.regions.enumerated() {
            guard let region = Region.of(code) else { continue }
            var composer = RegionComposer(
                region: region, sources: sources, common: common, shared: shared, seed: seed, numbers: numbers)
            try composer.compose(
                people: people, finns: MakeDemonstration.finns(sources, index),
                published: MakeDemonstration.published(sources, index))
            try composer.compose(cases)
            numbers = composer.numbers
            let books = DemonstrationBooks(composer)
            for (draft, folder) in zip(composer.drafts, books.folders) {
                try MakeDemonstration.write(draft, to: root.appendingPathComponent(folder))
            }
            regions.append(books.region)
            roles += books.roles
        }
        let plan = DemonstrationPlan(
            seed: seed, regions: regions, sharedVariant: MakeDemonstration.notation(shared.variant),
            commonVariant: MakeDemonstration.notation(common), roles: roles.sorted { $0.name < $1.name },
            cases: cases.map(PlannedCase.init))
        try MakeDemonstration.write(Array(plan.json.indentedText.utf8), to: root.appendingPathComponent("plan.json"))
        return plan
    }

    /// The first that about half of all people carry and that panel and exome have alike.
    private static func commonVariant(_ sources: DemonstrationSources) -> Variant? {
        let exome = Set(sources.exome.sites.map(\.variant))
        return sources.rarePanel.sites.first {
            (0.25...0.35).contains($0.frequency) && $0.variant.contig.rawValue <= 22 && $0.variant.reference.utf8.count == 1
                && $0.variant.alternate.utf8.count == 1 && exome.contains($0.variant)
        }?.variant
    }

    private static func part(_ people: [DemonstrationSources.RealPerson], _ index: Int) -> [DemonstrationSources.RealPerson] {
        people.enumerated().filter { $0.offset % regions.count == index }.map(\.element)
    }

    /// The one who was analysed twice comes first in the last region, Västerbotten, so that the smallest demonstration has him too.
    private static func finns(_ sources: DemonstrationSources, _ index: Int) -> [DemonstrationSources.RealPerson] {
        let twice = sources.finns.filter { $0.sample == "HG00187" }
        return (index == regions.count - 1 ? twice : []) + part(sources.finns.filter { $0.sample != "HG00187" }, index)
    }

    /// The published case with the shared variant goes to the second region, Uppsala, and first.
    private static func published(_ sources: DemonstrationSources, _ index: Int) -> [DemonstrationSources.RealPerson] {
        let special = sources.published.filter { $0.sample.hasPrefix("FGFR3__PMID_26740388") }
        let others = sources.published.filter { one in !special.contains { $0.sample == one.sample } }
        return (index == 1 ? special : []) + part(others, index)
    }

    static func notation(_ variant: Variant) -> String {
        "\(variant.contig.name)-\(variant.position.value)-\(variant.reference)-\(variant.alternate)"
    }

    private static func write(_ draft: SubmissionDraft, to folder: URL) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw DemonstrationError(.notWritable, folder.path)
        }
        for file in draft.files { try write(file.bytes, to: folder.appendingPathComponent(file.name)) }
        try write(Array(draft.manifest.indentedText.utf8), to: folder.appendingPathComponent("manifest.json"))
    }

    private static func write(_ bytes: [UInt8], to file: URL) throws {
        do { try Data(bytes).write(to: file) } catch { throw DemonstrationError(.notWritable, file.path) }
    }
}
