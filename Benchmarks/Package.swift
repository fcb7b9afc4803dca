// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that measuring needs nothing that the product does not offer to everybody: `SamsynIndex`.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "samsyn-benchmarks",
    dependencies: [
        .package(name: "samsyn", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .target(
            name: "GeneratedCallSets", dependencies: [.product(name: "SamsynIndex", package: "samsyn")],
            swiftSettings: settings),
        .executableTarget(
            name: "samsyn-generate",
            dependencies: [
                "GeneratedCallSets", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "samsyn-bench",
            dependencies: [
                "GeneratedCallSets", .product(name: "SamsynIndex", package: "samsyn"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "GeneratedCallSetsTests",
            dependencies: ["GeneratedCallSets", .product(name: "SamsynIndex", package: "samsyn")],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
