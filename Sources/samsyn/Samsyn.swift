import ArgumentParser

@main
struct Samsyn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samsyn",
        abstract: "A shared view: each region keeps its own, and one question is answered by all.",
        discussion: """
            Begin with a region's own part:
              samsyn partition init --data data --region 24
              samsyn intake submit  --data data --region 24 Examples/submissions/panel/manifest.json

            Or with an index alone:
              samsyn index create my.index --assembly GRCh38
            """,
        subcommands: [
            PartitionCommand.self, IntakeCommand.self, PersonCommand.self, CohortCommand.self, AccessCommand.self,
            LedgerCommand.self, ServeCommand.self, NodeCommand.self, TokenCommand.self, KnowledgeCommand.self,
            PipelineCommand.self,
            DemonstrationCommand.self, DemonstrationCasesCommand.self,
            IndexCommand.self,
        ])
}

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "A variant index: call sets in, exact frequencies out.",
        discussion: """
            An index is a directory. It holds one assembly, and germline and tumour call sets apart.

              samsyn index create my.index --assembly GRCh38
              samsyn index assay  my.index wgs --genome
              samsyn index add    my.index sheet.tsv
              samsyn index query  my.index 17-43093464-G-A

            Exit codes: 0 done, 64 wrong use, 65 data that cannot be used, 66 a missing file, 70 the machine failed,
            75 another process is writing to the index.
            """,
        subcommands: [
            CreateCommand.self, AssayCommand.self, AddCommand.self, ReplaceCommand.self, RemoveCommand.self,
            QueryCommand.self, CarriersCommand.self, AnnotateCommand.self, ExportCommand.self, MergeCommand.self,
            VerifyCommand.self, StatsCommand.self,
        ])
}
