import ArgumentParser
import Foundation
import GeneratedCallSets
import GenomeModel
import VariantStorage

/// Measures the index from inside: what the command line would blur. Each measure is a line `name <tab> value`.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samsyn-bench",
        abstract: "Builds indexes of generated call sets and measures them in this process.",
        subcommands: [Build.self, BuildTogether.self, Answer.self, Structural.self, StructuralAnswer.self, LoadAnnotation.self])
}

/// What all of them share: where the index is, and who is in it.
struct BenchOptions: ParsableArguments {
    @Option var seed: UInt64 = 1
    @Option(help: "Call sets of chromosomes 20 to 22.") var people = 300
    @Argument(help: "The index.") var directory: String

    var population: GeneratedPopulation {
        GeneratedPopulation(seed: seed, contigs: Contig.all.filter { (20...22).contains($0.rawValue) })
    }

    func callSets(_ people: Range<Int>, assay: UInt32) -> [StoredCallSet] {
        people.map { StoredCallSet(name: "person-\($0)", sex: $0.isMultiple(of: 2) ? .female : .male, assay: assay) }
    }

    /// An empty index with the assay `genome`.
    func create() throws -> (writer: IndexWriter, index: VariantIndex, assay: UInt32) {
        try IndexWriter.create(directory: directory, assembly: .grch38, reference: nil)
        let writer = try IndexWriter(directory: directory)
        try writer.defineAssay("genome", targets: .genome)
        let index = try writer.read()
        guard let assay = index.assay(named: "genome") else { throw ValidationError("The assay is not there.") }
        return (writer, index, assay.number)
    }
}
