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
    ],
    targets: [
        .systemLibrary(name: "CHTSlib", pkgConfig: "htslib", providers: [.apt(["libhts-dev"])]),
        .target(
            name: "GenomeModel",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(name: "VariantFormats", dependencies: ["CHTSlib", "GenomeModel"], swiftSettings: settings),
        .target(name: "VariantStorage", dependencies: ["GenomeModel"], swiftSettings: settings),
        .target(
            name: "Operations", dependencies: ["GenomeModel", "VariantFormats", "VariantStorage"], swiftSettings: settings),
        .executableTarget(
            name: "samsyn",
            dependencies: [
                "GenomeModel", "VariantFormats", "VariantStorage", "Operations",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .testTarget(name: "GenomeModelTests", dependencies: ["GenomeModel"], swiftSettings: settings),
        .testTarget(name: "VariantFormatsTests", dependencies: ["VariantFormats", "GenomeModel"], swiftSettings: settings),
        .testTarget(
            name: "VariantStorageTests", dependencies: ["VariantStorage", "GenomeModel"],
            exclude: ["SecondReader/second_reader.py"], swiftSettings: settings),
        .testTarget(
            name: "OperationsTests",
            dependencies: ["Operations", "VariantStorage", "VariantFormats", "GenomeModel"],
            swiftSettings: settings),
        .testTarget(name: "CommandTests", dependencies: ["samsyn"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
