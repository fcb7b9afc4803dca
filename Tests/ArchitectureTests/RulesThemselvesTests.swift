import Testing

/// Each rule is shown something that breaks it: a rule that cannot fail holds nothing.
@Suite("The rules themselves")
struct RulesThemselvesTests {
    private let manifest = Manifest(
        text: """
            let package = Package(
                name: "made-up",
                targets: [
                    // .target(name: "Commented"),
                    .systemLibrary(name: "CHTSlib", pkgConfig: "htslib"),
                    .target(name: "GenomeModel", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
                    .target(
                        name: "VariantStorage",
                        dependencies: ["GenomeModel", "CHTSlib"], swiftSettings: settings),
                    .executableTarget(
                        name: "samsyn",
                        dependencies: ["Operations", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
                    .target(name: "Drawer"),
                ]
            )
            """)

    @Test("The manifest is read: kinds, targets and products")
    func manifestIsRead() {
        #expect(manifest.targets.keys.sorted() == ["CHTSlib", "Drawer", "GenomeModel", "VariantStorage", "samsyn"])
        #expect(manifest.targets["GenomeModel"]?.dependencies == ["Crypto"])
        #expect(manifest.targets["VariantStorage"]?.dependencies == ["GenomeModel", "CHTSlib"])
        #expect(manifest.targets["samsyn"]?.dependencies == ["Operations", "ArgumentParser"])
        #expect(manifest.targets["samsyn"]?.kind == .executableTarget)
    }

    @Test("A door of the manifest that is not drawn is found, and a target that is not drawn")
    func undrawnDoors() {
        let found = Set(Doors.samsyn.violations(in: manifest).map(\.reason))
        #expect(
            found == ["VariantStorage may not depend on CHTSlib", "target Drawer is not drawn in the architecture"])
    }

    @Test(
        "An import without a door is found, however it is written",
        arguments: [
            ("import CHTSlib", "VariantStorage may not import CHTSlib"),
            ("internal import struct CHTSlib.bcf1_t", "VariantStorage may not import CHTSlib"),
            ("@testable import VariantFormats", "imports VariantFormats, which VariantStorage does not declare"),
            ("@preconcurrency public import Crypto", "imports Crypto, which VariantStorage does not declare"),
            ("import Foundation", "VariantStorage may not import Foundation"),
            ("import SQLite3", "imports SQLite3, to which there is no door"),
        ])
    func importWithoutADoor(line: String, reason: String) {
        let file = SourceFile(path: "Sources/VariantStorage/Made.swift", text: "import GenomeModel\n" + line + "\n")
        #expect(
            Doors.samsyn.violations(in: file, manifest: manifest) == [Violation("Sources/VariantStorage/Made.swift", 2, reason)])
    }

    @Test("What only looks like an import is none", arguments: ["// import CHTSlib", "let important = 1", "/// import GRDB"])
    func noImport(line: String) {
        #expect(SourceFile(path: "Sources/VariantStorage/Made.swift", text: line).imports.isEmpty)
    }

    @Test(
        "Drawers are found by name, words that merely contain them are not",
        arguments: [
            ("Sources/samsyn/StringUtils.swift", true), ("Sources/samsyn/Helpers/Text.swift", true),
            ("Sources/samsyn/IndexManager.swift", true), ("Sources/samsyn/ReaderImpl.swift", true),
            ("Sources/samsyn/Utility.swift", false), ("Sources/samsyn/Implication.swift", false),
        ])
    func drawers(path: String, isDrawer: Bool) {
        #expect(HouseRules.emptyNames(SourceFile(path: path, text: "")).isEmpty != isDrawer)
    }

    @Test(
        "Unfinished work and abrupt ends are found",
        arguments: ["// TO" + "DO: later", "let x = try" + "! f()", "fatal" + "Error(\"no\")", "/// FIX" + "ME"])
    func unfinished(line: String) {
        #expect(HouseRules.unfinishedOrAbrupt(SourceFile(path: "Sources/samsyn/Made.swift", text: line)).count == 1)
    }

    @Test(
        "Bare pointers are found outside their places, borrowed buffers in targets that have no business with them",
        arguments: [
            ("Sources/Operations/Made.swift", [2, 3]), ("Sources/VariantStorage/Reading/Made.swift", [2]),
            ("Sources/VariantStorage/Format/Made.swift", []),
        ])
    func unsafeMemory(path: String, lines: [Int]) {
        let text = "// UnsafePointer\nfunc f(_ bytes: UnsafeRawPointer) {}\nfunc g(_ bytes: UnsafeRawBufferPointer) {}\n"
        #expect(HouseRules.strayUnsafe(SourceFile(path: path, text: text)).map(\.line) == lines)
    }

    @Test("A path of one machine is found, a relative one is not")
    func machinePaths() {
        let text = "see /ho" + "me/anna/x\nsee a/ho" + "me/b\nat \"/wo" + "rk/y\"\n"
        #expect(HouseRules.machinePaths(SourceFile(path: "README.md", text: text)).map(\.line) == [1, 3])
    }
}
