import ArgumentParser
import GenomeModel
import Operations
import VariantStorage

/// Which call sets a question is put to; all of them where nothing is said.
struct CohortArguments: ParsableArguments {
    @Option(help: "Ask only the call sets named in this file, one a line.", completion: .file()) var cohort: String?
    @Option(help: "Ask only call sets of this assay.") var assay: String?
    @Option(help: "Ask only call sets of this sex: female, male or unknown.") var sex: Sex?
    @Option(help: "Ask only germline or only tumour call sets.") var origin: Origin?

    func filter() throws -> CohortFilter {
        let names = try cohort.map { Set(try LineFile(path: $0).entries.map(\.text)) }
        return CohortFilter(origin: origin, assay: assay, sex: sex, names: names)
    }
}
