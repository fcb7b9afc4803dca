import ArgumentParser
import Foundation
import GeneratedCallSets
import GenomeModel

@main
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samsyn-generate",
        abstract: "Made-up call sets with a realistic frequency spectrum, the same for the same seed.",
        subcommands: [Files.self, Describe.self])
}

struct PopulationOptions: ParsableArguments {
    @Option(help: "Another seed is another population.")
    var seed: UInt64 = 1

    @Option(help: "Contigs, as a list of names or ranges of autosomes: 20-22, or 1,5,7-9.")
    var contigs = "20-22"

    @Option(help: "Bases from site to site. 11: 360,000 variants a person on 20-22; 14: 5 million on 1-22.")
    var spacing: UInt32 = 11

    func population() throws -> GeneratedPopulation {
        var chosen: [Contig] = []
        for part in contigs.split(separator: ",") {
            let ends = part.split(separator: "-").compactMap { UInt8($0) }
            guard let first = ends.first, let last = ends.last, 1 <= first, first <= last, last <= 22 else {
                throw ValidationError("'\(part)' is no autosome and no range of them.")
            }
            chosen += (first...last).compactMap { Contig(rawValue: $0) }
        }
        return GeneratedPopulation(seed: seed, contigs: chosen.sorted(), spacing: spacing)
    }
}

struct Files: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes persons FIRST ..< FIRST + COUNT as DIR/person-N.vcf.gz with a sheet, through bgzip.")

    @OptionGroup var options: PopulationOptions
    @Option var first = 0
    @Option var count = 1
    @Option(help: "Threads of bgzip.") var threads = 2
    @Option(help: "The assay that the sheet names.") var assay = "genome"
    @Argument var directory: String

    func run() throws {
        let population = try options.population()
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        var sheet = "callset\tvcf\tsample\tassay\tsex\torigin\n"
        var text = CallSetText()
        for person in first..<(first + count) {
            let name = "person-\(person).vcf.gz"
            let output = try BgzipPipe(path: directory + "/" + name, threads: threads)
            try text.write(person: person, of: population) { try output.write($0) }
            try output.close()
            sheet += "person-\(person)\t\(name)\t-\t\(assay)\t\(person % 2 == 0 ? "female" : "male")\tgermline\n"
        }
        try sheet.write(toFile: "\(directory)/sheet-\(first)-\(count).tsv", atomically: true, encoding: .utf8)
    }
}

struct Describe: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what a population looks like: variants a person, distinct variants, singletons, kinds.")

    @OptionGroup var options: PopulationOptions
    @Option var people = 300

    func run() throws {
        var summary = PopulationSummary()
        try options.population().forEachSite(people: people) { site, carriers in summary.count(site, carriers) }
        print(summary.text(people: people))
    }
}
