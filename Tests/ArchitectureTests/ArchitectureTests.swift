import Testing

@Suite("The architecture")
struct ArchitectureTests {
    @Test("The manifest declares no door that the architecture does not draw")
    func manifestFollowsTheArchitecture() throws {
        let manifest = try Repository.manifest()
        #expect(manifest.targets["GenomeModel"]?.kind == .target)
        #expect(manifest.targets["samsyn"]?.dependencies.contains("ArgumentParser") == true)
        expectNone(Doors.samsyn.violations(in: manifest))
    }

    @Test("Every import goes through a declared and allowed door")
    func importsFollowTheManifest() throws {
        let manifest = try Repository.manifest()
        let files = try Repository.swiftFiles(under: "Sources")
        #expect(files.count > 10)
        #expect(!files.flatMap(\.imports).isEmpty)
        expectNone(files.flatMap { Doors.samsyn.violations(in: $0, manifest: manifest) })
    }

    @Test("No two files of a target share a name, and none is a drawer")
    func namesSayWhatIsInside() throws {
        let files = try Repository.swiftFiles(under: "Sources")
        expectNone(files.flatMap(HouseRules.emptyNames))
        let twice = Dictionary(grouping: files, by: { $0.target + "/" + $0.name }).filter { $0.value.count > 1 }
        #expect(twice.keys.sorted() == [])
    }

    @Test("The sources hold no unfinished work and no abrupt ends")
    func sourcesAreFinished() throws {
        try expectNone(Repository.swiftFiles(under: "Sources").flatMap(HouseRules.unfinishedOrAbrupt))
    }

    @Test("Unsafe memory stays in the folders for it")
    func unsafeMemoryStaysPut() throws {
        try expectNone(Repository.swiftFiles(under: "Sources").flatMap(HouseRules.strayUnsafe))
    }

    @Test(
        "No file names a path of one machine",
        arguments: [
            "Sources", "Tests", "Benchmarks", "Examples", "scripts", "docs", ".ci", "Makefile", "README.md", "Package.swift",
        ])
    func noMachinePaths(folder: String) throws {
        try expectNone(Repository.texts(under: folder).flatMap(HouseRules.machinePaths))
    }

    private func expectNone(_ violations: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
        let list = violations.map(\.description).joined(separator: "\n")
        #expect(violations.isEmpty, "\(list)", sourceLocation: sourceLocation)
    }
}
