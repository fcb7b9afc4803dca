internal import GenomeModel
package import VariantFormats
package import VariantStorage

/// Writes an index's frequencies into a VCF: for every ALT how often it is seen.
///
/// INFO `SAMSYN_AC`, `_AN`, `_AF`, `_HET`, `_HOM` and `_HEMI`, one value an ALT, and `Obs`, `Hom` and `Hem` as loqusdb
/// writes them (passing carriers; the latter two left out where zero), so that Scout reads the file unchanged.
/// Everything else of the file is kept; tags of these names are replaced. ALTs that the index does not hold by nature
/// (symbolic, breakends, other contigs) get a missing value.
package struct AnnotateFile {
    package let directory: String
    package let input: String
    package let output: String
    package var filter = CohortFilter()
    package var threads = 2

    package init(directory: String, input: String, output: String) {
        self.directory = directory
        self.input = input
        self.output = output
    }

    private static let counts: [(id: String, meaning: String)] = [
        ("SAMSYN_AC", "Alleles seen in passing calls of the index"),
        ("SAMSYN_AN", "Alleles that could have been seen: call sets whose assay covers the variant, by ploidy"),
        ("SAMSYN_HET", "Heterozygous call sets"), ("SAMSYN_HOM", "Homozygous call sets"),
        ("SAMSYN_HEMI", "Hemizygous call sets"),
    ]

    /// The result: what the file held.
    package func run() throws -> CallFileReport {
        let query = try QueryIndex(directory: directory, filter: filter)
        let (index, cohort) = (query.index, query.cohort)
        var info = AnnotateFile.counts.map {
            InfoDefinition(id: $0.id, number: "A", type: .integer, description: $0.meaning)
        }
        info.insert(
            InfoDefinition(id: "SAMSYN_AF", number: "A", type: .float, description: "SAMSYN_AC / SAMSYN_AN"), at: 2)
        info.append(
            InfoDefinition(id: "Obs", number: "A", type: .integer, description: "The number of observations for the variant"))
        info.append(InfoDefinition(id: "Hom", number: "A", type: .integer, description: "The number of observed homozygotes"))
        info.append(InfoDefinition(id: "Hem", number: "A", type: .integer, description: "The number of observed hemizygotes"))
        let annotation = CallFileAnnotation(
            assembly: index.assembly, reference: query.referenceSequence, info: info, threads: threads)
        var frequencies: [Frequency?] = []
        return try annotation.run(input: input, output: output) { variants, text in
            frequencies.removeAll(keepingCapacity: true)
            var isKnown = false
            for place in 0..<variants.count {
                guard let key = variants.key(place) else {
                    frequencies.append(nil)
                    continue
                }
                isKnown = true
                frequencies.append(
                    try index.frequency(
                        of: key, reference: variants.reference(place), alternate: variants.alternate(place), in: cohort))
            }
            guard isKnown else { return }
            AnnotateFile.write(frequencies, to: &text)
        }
    }

    private static func write(_ frequencies: [Frequency?], to text: inout InfoText) {
        func list(_ id: String, _ value: (Frequency) -> Int) {
            text.begin(id)
            for (place, frequency) in frequencies.enumerated() {
                if place > 0 { text.appendComma() }
                if let frequency { text.append(value(frequency)) } else { text.appendMissing() }
            }
        }
        list("SAMSYN_AC") { $0.ac }
        list("SAMSYN_AN") { $0.an }
        text.begin("SAMSYN_AF")
        for (place, frequency) in frequencies.enumerated() {
            if place > 0 { text.appendComma() }
            if let af = frequency?.af { text.append(af) } else { text.appendMissing() }
        }
        list("SAMSYN_HET") { $0.het }
        list("SAMSYN_HOM") { $0.hom }
        list("SAMSYN_HEMI") { $0.hemi }
        list("Obs") { $0.het + $0.hom + $0.hemi }
        if frequencies.contains(where: { ($0?.hom ?? 0) > 0 }) { list("Hom") { $0.hom } }
        if frequencies.contains(where: { ($0?.hemi ?? 0) > 0 }) { list("Hem") { $0.hemi } }
    }
}
