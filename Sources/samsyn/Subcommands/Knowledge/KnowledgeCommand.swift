import AccessModel
import ArgumentParser
import KnowledgeModel
import Operations
import Records
import Server
import StructuredText

struct KnowledgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "knowledge", abstract: "What the node knows from ClinVar, CIViC, gene lists and guidelines, in versions.",
        discussion: """
              samsyn knowledge import     --config node.yaml --as genetiker clinvar/GRCh38 clinvar.vcf.gz
              samsyn knowledge difference --config node.yaml --as genetiker 3f2a9c01
              samsyn knowledge adopt      --config node.yaml --as genetiker 3f2a9c01 --seen 0123456789abcdef
              samsyn knowledge list       --config node.yaml --as genetiker

            Series: clinvar/GRCh37, clinvar/GRCh38, civic/evidence, civic/assertions, gene-list/NAME, guideline/NAME. A version is named by the first
            eight or more digits of its file's SHA-256.
            """,
        subcommands: [
            ImportKnowledgeCommand.self, KnowledgeDifferenceCommand.self, AdoptKnowledgeCommand.self,
            DiscardKnowledgeCommand.self, ListKnowledgeCommand.self,
        ])
}

/// The node whose knowledge it is, and who does it.
struct KnowledgeArguments: ParsableArguments {
    @OptionGroup var node: NodeArguments
    @Option(help: "The language of texts: sv or en.") var lang: LanguageArgument = .fromEnvironment

    var language: Language { lang == .sv ? .sv : .en }

    /// `citing`: with the issued reports of the node's regions, whose partitions are opened for it.
    func desk(citing isCiting: Bool = false) async throws -> KnowledgeDesk {
        let configuration = try node.read()
        let resources = try node.resources(configuration)
        let partitions = isCiting ? try await OpenPartitions(configuration: configuration).run() : [:]
        return try OpenKnowledge(
            state: configuration.state, codes: resources.codes,
            hierarchies: try LoadCodes(directory: resources.codes).run(), citing: partitions.values.map(CitingRegion.init)
        ).run()
    }
}

/// Who does it, out of the file of actors.
struct KnowledgeActorArguments: ParsableArguments {
    @Option(name: .customLong("as"), help: "Who does it.") var name: String
    @Option(help: "The file of actors, instead of personas.yaml in the data directory.", completion: .file(extensions: ["yaml"]))
    var personas: String?

    func actor(_ node: NodeArguments) throws -> Actor {
        let data = try node.read().data
        let file = try personas ?? SharedFiles.path("personas.yaml", data)
        guard let actor = try LoadPersonas.read(file)[name] else {
            throw ValidationError("\(file) has no actor \(name). Take one of its names.")
        }
        return actor
    }
}

struct ImportKnowledgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a publisher's file. Nothing that anybody sees changes before it is adopted.")

    @OptionGroup var arguments: KnowledgeArguments
    @OptionGroup var who: KnowledgeActorArguments
    @Option(help: "The release, where the file does not say it.") var release: String?
    @Option(help: "The terms, where the source has no usual ones.") var licence: String?
    @Option(name: .customLong("sha256"), help: "The publisher's checksum.") var digest: String?
    @Argument(help: "The series, such as clinvar/GRCh38.") var series: String
    @Argument(help: "The file, plain or compressed.", completion: .file()) var file: String

    func run() async throws {
        try await reportingFailure {
            let desk = try await arguments.desk()
            let version = try await ImportKnowledge(
                desk: desk, actor: try who.actor(arguments.node), purpose: .laboratoryOperation
            ).run(
                ImportKnowledge.Draft(
                    series: try KnowledgeDesk.series(series), path: file, release: release, licence: licence, digest: digest),
                now: .now())
            for fault in try desk.database.faults(of: version.identifier).prefix(20) { Terminal.complain("\(fault)") }
            let counts = version.counts
            Terminal.answer(
                "\(version.identifier) \(version.release): \(counts.items) items of \(counts.rows) rows, \(counts.diagnostics) remarks.\n"
            )
        }
    }
}

struct KnowledgeDifferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "difference", abstract: "What a version would change, and which issued reports that touches.",
        discussion: "The last line has the digits that adopt asks for: whoever adopts has seen this difference and these reports."
    )

    @OptionGroup var arguments: KnowledgeArguments
    @OptionGroup var who: KnowledgeActorArguments
    @Option(help: "How many changes to show.") var limit = 50
    @Option(help: "Only these: added, changed or gone.") var kind: KnowledgeChanges.Kind?
    @Argument(help: "The version.") var version: String

    func run() async throws {
        try await reportingFailure {
            let desk = try await arguments.desk(citing: true)
            let entry = try desk.entry(version)
            let view = try ShowKnowledgeDifference(
                desk: desk, actor: try who.actor(arguments.node), purpose: .laboratoryOperation
            ).run(entry.version.identifier)
            Terminal.answer(try KnowledgeText.text(view, kind: kind, limit: limit, arguments.language))
        }
    }
}

struct AdoptKnowledgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Make a version the one that findings are matched with.")

    @OptionGroup var arguments: KnowledgeArguments
    @OptionGroup var who: KnowledgeActorArguments
    @Option(help: "The digits that the difference ended with.") var seen: String
    @Argument(help: "The version.") var version: String

    func run() async throws {
        try await reportingFailure {
            let desk = try await arguments.desk(citing: true)
            let identifier = try desk.entry(version).version.identifier
            let receipt = try await AdoptKnowledge(
                desk: desk, actor: try who.actor(arguments.node), purpose: .laboratoryOperation
            ).run(identifier, seen: seen, now: .now())
            Terminal.answer(
                "\(identifier) is current. Reports touched: \(receipt.affectedReports), to look at: \(receipt.reportsToReview).\n"
            )
        }
    }
}

struct DiscardKnowledgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "discard", abstract: "Put a staged version aside.")

    @OptionGroup var arguments: KnowledgeArguments
    @OptionGroup var who: KnowledgeActorArguments
    @Argument(help: "The version.") var version: String

    func run() async throws {
        try await reportingFailure {
            let desk = try await arguments.desk()
            let identifier = try desk.entry(version).version.identifier
            try AdoptKnowledge(desk: desk, actor: try who.actor(arguments.node), purpose: .laboratoryOperation)
                .discard(identifier, now: .now())
            Terminal.answer("\(identifier) is discarded.\n")
        }
    }
}

struct ListKnowledgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Every series with its versions.")

    @OptionGroup var arguments: KnowledgeArguments
    @OptionGroup var who: KnowledgeActorArguments

    func run() async throws {
        try await reportingFailure {
            let desk = try await arguments.desk()
            let shelves = try ListKnowledge(
                desk: desk, actor: try who.actor(arguments.node), purpose: .laboratoryOperation
            ).run()
            Terminal.answer(KnowledgeText.list(shelves, arguments.language))
        }
    }
}

extension KnowledgeChanges.Kind: ExpressibleByArgument {}
