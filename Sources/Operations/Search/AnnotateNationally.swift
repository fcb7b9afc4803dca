internal import AccessModel
internal import ClinicalModel
internal import Foundation
package import GenomeModel
package import Questions
package import VariantFormats

/// Writes the counts of every region that answers into a VCF or BCF file: for every ALT how often it is seen in the country.
///
/// INFO `SAMSYN_AC`, `_AN`, `_AF`, `_HET`, `_HOM` and `_HEMI`, summed over the regions that told them, `SAMSYN_WITHHELD` with how many
/// regions said nothing of the variant, and `Obs`, `Hom` and `Hem` as loqusdb writes them, so that Scout reads the file unchanged. A line
/// `##samsyn_region` for each region says how it answered. Where no region told anything of an ALT, its values are missing.
///
/// The file is read twice, so that memory stays bounded: the first reading asks the regions in batches, and keeps the sums in a file of 28
/// bytes a variant beside the output; the second writes. Each region's ledger has an entry for each batch.
package struct AnnotateNationally: Sendable {
    /// As many as go to a region in one question: 100,000 variants are two.
    package static let batch = 65_536

    package let regions: AskRegions
    package let asked: AskedQuestion
    package let input: String
    package let output: String
    package var reference: ReferenceSequence?
    /// Bytes of text that a stored byte may become; nil for files that one has made oneself.
    package var expansionLimit: Int?
    /// Bytes of text that the whole file may become; nil for files that one has made oneself.
    package var textLimit: Int?

    /// `asked.question` describes whom to count; its matter is set to figures.
    package init(regions: AskRegions, asked: AskedQuestion, input: String, output: String) {
        self.regions = regions
        var asked = asked
        asked.matter = .figures
        self.asked = asked
        self.input = input
        self.output = output
    }

    /// What the file held, and every region's state: the worst of its states where the batches differ.
    package func run() async throws -> (report: CallFileReport, regions: [RegionAnswer]) {
        let folder = output + ".samsyn-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sums = folder + "/sums"
        guard FileManager.default.createFile(atPath: sums, contents: nil), let file = FileHandle(forWritingAtPath: sums) else {
            throw CocoaError(.fileWriteUnknown)
        }
        var states: [RegionAnswer] = []
        let batches = VariantBatches(
            input: input, assembly: asked.assembly, reference: reference, size: Self.batch, expansionLimit: expansionLimit,
            textLimit: textLimit)
        defer { batches.stop() }
        while let variants = try await batches.next() {
            let (answer, figures) = try await regions.figures(asked, of: variants)
            states = AnnotateNationally.worst(states, answer.regions)
            try file.write(contentsOf: NationalSums(figures, count: variants.count).bytes)
        }
        if states.isEmpty { states = try await regions.figures(asked, of: []).answer.regions }
        try file.close()
        var reader = NationalSums.Reader(bytes: try Data(contentsOf: URL(fileURLWithPath: sums), options: .alwaysMapped))
        var annotation = CallFileAnnotation(
            assembly: asked.assembly, reference: reference,
            info: CountFields.definitions(of: "of the regions that answered") + [NationalSums.withheld])
        annotation.expansionLimit = expansionLimit
        annotation.textLimit = textLimit
        annotation.headerLines = states.map { "##samsyn_region=<ID=\($0.region),State=\($0.state.rawValue)>" }
        let report = try annotation.run(input: input, output: output) { variants, text in
            var rows: [NationalSums.Row?] = []
            for place in 0..<variants.count { rows.append(variants.variant(place) == nil ? nil : reader.next()) }
            guard rows.contains(where: { $0 != nil }) else { return }
            CountFields.write(rows.map { $0?.counts }, to: &text)
            text.begin(NationalSums.withheld.id)
            for (place, row) in rows.enumerated() {
                if place > 0 { text.appendComma() }
                if let row { text.append(row.withheld) } else { text.appendMissing() }
            }
        }
        return (report, states)
    }

    /// Answered is best; what a region withheld, refused or missed in any batch is what is said of it.
    private static func worst(_ old: [RegionAnswer], _ new: [RegionAnswer]) -> [RegionAnswer] {
        guard !old.isEmpty else { return new }
        let known = Dictionary(uniqueKeysWithValues: new.map { ($0.region, $0) })
        return old.map { before in before.state == .answered ? known[before.region] ?? before : before }
    }
}

/// Sums over the regions that told something, variant by variant.
struct NationalSums {
    struct Row {
        /// Nil where no region told anything.
        let counts: CountFields.Counts?
        /// Regions that told nothing.
        let withheld: Int
    }

    static let withheld = InfoDefinition(
        id: "SAMSYN_WITHHELD", number: "A", type: .integer,
        description: "Regions that told nothing of the variant: withheld to protect individuals, refused, late or unreachable")

    private static let rowBytes = 28
    private(set) var bytes = Data()

    init(_ regions: [RegionFigures], count: Int) {
        bytes.reserveCapacity(count * NationalSums.rowBytes)
        for row in 0..<count {
            var sum = FrequencyFigures.zero
            var withheld = 0
            for region in regions {
                if let columns = region.columns, row < columns.count, let figures = columns.figures(row) {
                    sum = sum + figures
                } else {
                    withheld += 1
                }
            }
            let told = withheld < regions.count
            for value in [
                sum.alleleCount, sum.alleleNumber, sum.heterozygous, sum.homozygous, sum.hemizygous, withheld, told ? 1 : 0,
            ] {
                let number = UInt32(clamping: value)
                for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
            }
        }
    }

    /// Reads rows one after another.
    struct Reader {
        private let bytes: Data
        private var place = 0

        init(bytes: Data) { self.bytes = bytes }

        mutating func next() -> Row? {
            guard place + NationalSums.rowBytes <= bytes.count else { return nil }
            let values = (0..<7).map { index in
                (0..<4).reversed().reduce(0) { $0 << 8 | Int(bytes[bytes.startIndex + place + 4 * index + $1]) }
            }
            place += NationalSums.rowBytes
            return Row(
                counts: values[6] == 0
                    ? nil : CountFields.Counts(ac: values[0], an: values[1], het: values[2], hom: values[3], hemi: values[4]),
                withheld: values[5])
        }
    }
}
