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

    /// The result: what the file held.
    package func run() throws -> CallFileReport {
        let query = try QueryIndex(directory: directory, filter: filter)
        let (index, cohort) = (query.index, query.cohort)
        let annotation = CallFileAnnotation(
            assembly: index.assembly, reference: query.referenceSequence, info: CountFields.definitions(of: "of the index"),
            threads: threads)
        var frequencies: [CountFields.Counts?] = []
        return try annotation.run(input: input, output: output) { variants, text in
            frequencies.removeAll(keepingCapacity: true)
            var isKnown = false
            for place in 0..<variants.count {
                guard let key = variants.key(place) else {
                    frequencies.append(nil)
                    continue
                }
                isKnown = true
                let found = try index.frequency(
                    of: key, reference: variants.reference(place), alternate: variants.alternate(place), in: cohort)
                frequencies.append(
                    CountFields.Counts(ac: found.ac, an: found.an, het: found.het, hom: found.hom, hemi: found.hemi))
            }
            guard isKnown else { return }
            CountFields.write(frequencies, to: &text)
        }
    }
}
