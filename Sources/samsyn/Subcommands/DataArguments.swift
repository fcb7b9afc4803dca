import AccessModel
import ArgumentParser
import ClinicalModel
import Foundation
import Operations
import Records
import StructuredText

/// Where the platform's data lies, and where the region's key comes from.
struct DataArguments: ParsableArguments {
    @Option(name: .customLong("data"), help: "The data directory.", completion: .directory) var directory: String
    @Option(help: "A file with the region's key; readable by its owner alone.", completion: .file()) var keyFile: String?
    @Option(help: "A command that prints the region's key: for key services.") var keyCommand: String?
    @Option(help: "The language of texts: sv or en.") var lang: LanguageArgument = .fromEnvironment

    var language: Language { lang == .sv ? .sv : .en }

    /// Given, in the environment, or the file that `partition init` made where none was given.
    func key(_ region: RegionCode) throws -> RegionKey {
        if let keyFile { return try RegionKeySource.file(keyFile).read() }
        if let keyCommand { return try RegionKeySource.command(keyCommand).read() }
        if ProcessInfo.processInfo.environment["SAMSYN_REGION_KEY"] != nil {
            return try RegionKeySource.environment("SAMSYN_REGION_KEY").read()
        }
        return try RegionKeySource.file(developmentKey(region)).read()
    }

    func developmentKey(_ region: RegionCode) -> String { "\(directory)/keys/\(region).key" }

    func open(_ region: RegionCode) async throws -> Partition {
        let layout = PartitionLayout(data: directory, region: region)
        // Before the key: who mistypes the directory should not be sent to look for one.
        guard FileManager.default.fileExists(atPath: layout.records) else {
            throw PartitionError(.missing, place: layout.directory)
        }
        let partition = try await Partition.open(layout, key: try key(region))
        for note in partition.takeNotes() { Terminal.complain("samsyn: " + note) }
        return partition
    }

    /// The regions that have a partition here.
    func regions() -> [RegionCode] {
        RegionCode.all.filter {
            FileManager.default.fileExists(atPath: PartitionLayout(data: directory, region: $0).records)
        }
    }
}

enum LanguageArgument: String, ExpressibleByArgument, CaseIterable {
    case sv, en

    static var fromEnvironment: LanguageArgument {
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("sv") ? .sv : .en
    }
}

/// One region's partition.
struct RegionArguments: ParsableArguments {
    @OptionGroup var data: DataArguments
    @Option(help: "The region's county code, such as 24.") var region: RegionCode

    func open() async throws -> Partition { try await data.open(region) }
    var layout: PartitionLayout { PartitionLayout(data: data.directory, region: region) }
}

/// The law, the codes and the people that the program is used by.
struct RegulationArguments: ParsableArguments {
    @Option(help: "The law, instead of the one in the data directory.", completion: .file(extensions: ["yaml"])) var law: String?
    @Option(help: "The file of actors, instead of personas.yaml in the data directory.", completion: .file(extensions: ["yaml"]))
    var personas: String?

    func lawBook(_ data: DataArguments) throws -> LawBook {
        try LoadLaw.read(try law ?? SharedFiles.path("law/sweden.yaml", data.directory))
    }

    func regulations(_ data: DataArguments) throws -> Regulations {
        Regulations(
            law: try lawBook(data), hierarchies: try LoadCodes(directory: try SharedFiles.path("codes", data.directory)).run())
    }

    func actor(_ name: String, _ data: DataArguments) throws -> Actor {
        let file = try personas ?? SharedFiles.path("personas.yaml", data.directory)
        guard let actor = try LoadPersonas.read(file)[name] else {
            throw ValidationError("\(file) has no actor \(name). Take one of its names.")
        }
        return actor
    }
}

extension RegionCode: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public var defaultValueDescription: String { description }
    public static var allValueStrings: [String] { RegionCode.all.map(\.description) }
}

extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public var defaultValueDescription: String { description }
}

extension Purpose: ExpressibleByArgument {}
extension ConsentKind: ExpressibleByArgument {}
extension SearchScope: ExpressibleByArgument {}
extension Ending.Act: ExpressibleByArgument {}

extension CivilDate {
    static var today: CivilDate { Timestamp.now().date }
}
