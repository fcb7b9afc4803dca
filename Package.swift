// swift-tools-version: 6.2
import PackageDescription

// Targets are rooms and dependencies the only doors: `Tests/ArchitectureTests` holds every import against this list.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "samsyn",
    products: [
        .executable(name: "samsyn", targets: ["samsyn"]),
        .library(name: "SamsynIndex", targets: ["GenomeModel", "VariantFormats", "VariantStorage"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CHTSlib", pkgConfig: "htslib", providers: [.apt(["libhts-dev"])]),
        .target(
            name: "GenomeModel",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(name: "StructuredText", swiftSettings: settings),
        .target(name: "ClinicalModel", dependencies: ["StructuredText", "GenomeModel"], swiftSettings: settings),
        .target(
            name: "AccessModel", dependencies: ["StructuredText", "GenomeModel", "ClinicalModel"], swiftSettings: settings),
        .target(
            name: "Questions", dependencies: ["StructuredText", "GenomeModel", "ClinicalModel", "AccessModel"],
            swiftSettings: settings),
        .target(
            name: "Records",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .target(name: "VariantFormats", dependencies: ["CHTSlib", "GenomeModel"], swiftSettings: settings),
        .target(name: "VariantStorage", dependencies: ["GenomeModel"], swiftSettings: settings),
        .target(
            name: "Operations",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "VariantFormats",
                "VariantStorage", "Records",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "samsyn",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "VariantFormats",
                "VariantStorage", "Records", "Operations",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["VariantStorage"], path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .testTarget(name: "GenomeModelTests", dependencies: ["GenomeModel"], swiftSettings: settings),
        .testTarget(name: "StructuredTextTests", dependencies: ["StructuredText"], swiftSettings: settings),
        .testTarget(name: "ClinicalModelTests", dependencies: ["ClinicalModel", "StructuredText"], swiftSettings: settings),
        .testTarget(
            name: "AccessModelTests", dependencies: ["AccessModel", "ClinicalModel", "StructuredText"],
            swiftSettings: settings),
        .testTarget(
            name: "QuestionsTests",
            dependencies: ["Questions", "AccessModel", "ClinicalModel", "GenomeModel", "StructuredText"],
            swiftSettings: settings),
        .testTarget(
            name: "RecordsTests",
            dependencies: [
                "Records", "AccessModel", "ClinicalModel", "GenomeModel", "StructuredText",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(name: "VariantFormatsTests", dependencies: ["VariantFormats", "GenomeModel"], swiftSettings: settings),
        .testTarget(
            name: "VariantStorageTests", dependencies: ["VariantStorage", "GenomeModel", "TestSupport"],
            exclude: ["SecondReader/second_reader.py"], swiftSettings: settings),
        .testTarget(
            name: "OperationsTests",
            dependencies: [
                "Operations", "Records", "Questions", "AccessModel", "ClinicalModel", "StructuredText", "VariantStorage",
                "VariantFormats", "GenomeModel", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(name: "CommandTests", dependencies: ["samsyn"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
