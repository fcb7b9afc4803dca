// swift-tools-version: 6.2
import PackageDescription

// Targets are rooms and dependencies the only doors: `Tests/ArchitectureTests` holds every import against this list.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

// Tests are compiled once and run once: VariantFormatsTests took 73 s of processor time as the program is compiled, and takes 24 s so.
let testSettings = settings + [.unsafeFlags(["-Onone", "-no-emit-module-separately-wmo"])]

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
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
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
            name: "KnowledgeModel", dependencies: ["StructuredText", "GenomeModel", "ClinicalModel"], swiftSettings: settings),
        .target(
            name: "Questions", dependencies: ["StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "ReportModel"],
            swiftSettings: settings),
        .target(
            name: "ReportModel", dependencies: ["StructuredText", "GenomeModel", "ClinicalModel", "AccessModel"],
            swiftSettings: settings),
        .target(
            name: "Records",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "ReportModel", "KnowledgeModel",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .target(name: "VariantFormats", dependencies: ["CHTSlib", "GenomeModel"], swiftSettings: settings),
        .target(name: "VariantStorage", dependencies: ["GenomeModel"], swiftSettings: settings),
        .target(
            name: "Operations",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "VariantFormats",
                "VariantStorage", "Records",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .target(
            name: "Identification",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
            ],
            swiftSettings: settings),
        .target(
            name: "Interchange",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
            ],
            swiftSettings: settings),
        .target(
            name: "NodeNetwork",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "Interchange", "Identification",
                "Operations",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "HTTPAPI",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "Interchange", "Identification",
                "Records", "Operations",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .target(
            name: "WebUI",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "Interchange", "Identification",
                "Records", "Operations",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings),
        .target(
            name: "Server",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "Interchange", "Identification",
                "Records", "Operations", "NodeNetwork", "HTTPAPI", "WebUI",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "samsyn",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "VariantFormats",
                "VariantStorage", "Records", "Operations", "Server",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        // What `Benchmarks/network` holds a node against.
        .executableTarget(
            name: "samsyn-bare-handler",
            dependencies: [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "Identification", "Operations",
                "HTTPAPI", "Server",
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            path: "Benchmarks/BareHandler", swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["VariantStorage"], path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: testSettings),
        .testTarget(name: "GenomeModelTests", dependencies: ["GenomeModel"], swiftSettings: testSettings),
        .testTarget(name: "StructuredTextTests", dependencies: ["StructuredText"], swiftSettings: testSettings),
        .testTarget(name: "ClinicalModelTests", dependencies: ["ClinicalModel", "StructuredText"], swiftSettings: testSettings),
        .testTarget(
            name: "AccessModelTests", dependencies: ["AccessModel", "ClinicalModel", "StructuredText"],
            swiftSettings: testSettings),
        .testTarget(
            name: "KnowledgeModelTests", dependencies: ["KnowledgeModel", "ClinicalModel", "GenomeModel", "StructuredText"],
            exclude: ["Fixtures"], swiftSettings: testSettings),
        .testTarget(
            name: "QuestionsTests",
            dependencies: ["Questions", "ReportModel", "AccessModel", "ClinicalModel", "GenomeModel", "StructuredText"],
            swiftSettings: testSettings),
        .testTarget(
            name: "ReportModelTests",
            dependencies: ["ReportModel", "AccessModel", "ClinicalModel", "GenomeModel", "StructuredText"],
            swiftSettings: testSettings),
        .testTarget(
            name: "RecordsTests",
            dependencies: [
                "Records", "ReportModel", "KnowledgeModel", "AccessModel", "ClinicalModel", "GenomeModel", "StructuredText",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"], swiftSettings: testSettings),
        .testTarget(name: "VariantFormatsTests", dependencies: ["VariantFormats", "GenomeModel"], swiftSettings: testSettings),
        .testTarget(
            name: "VariantStorageTests", dependencies: ["VariantStorage", "GenomeModel", "TestSupport"],
            exclude: ["SecondReader/second_reader.py"], swiftSettings: testSettings),
        .testTarget(
            name: "OperationsTests",
            dependencies: [
                "Operations", "Records", "Questions", "ReportModel", "KnowledgeModel", "AccessModel", "ClinicalModel",
                "StructuredText", "VariantStorage", "Interchange",
                "VariantFormats", "GenomeModel", "TestSupport",
            ],
            swiftSettings: testSettings),
        .testTarget(
            name: "IdentificationTests",
            dependencies: [
                "Identification", "AccessModel", "ClinicalModel", "GenomeModel", "StructuredText", "TestSupport",
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: testSettings),
        .testTarget(
            name: "InterchangeTests",
            dependencies: [
                "Interchange", "Questions", "ReportModel", "KnowledgeModel", "AccessModel", "ClinicalModel", "GenomeModel",
                "StructuredText", "TestSupport",
            ],
            exclude: ["validate_beacon.py", "validate_report.py"], swiftSettings: testSettings),
        .testTarget(
            name: "NodeNetworkTests",
            dependencies: [
                "NodeNetwork", "Interchange", "Identification", "Operations", "Questions", "ReportModel", "KnowledgeModel",
                "AccessModel", "ClinicalModel",
                "GenomeModel", "StructuredText", "TestSupport", "HTTPAPI",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: testSettings),
        .testTarget(
            name: "WebUITests",
            dependencies: [
                "WebUI", "Interchange", "Identification", "Operations", "Records", "Questions", "ReportModel", "KnowledgeModel",
                "AccessModel", "ClinicalModel",
                "GenomeModel", "StructuredText", "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: testSettings),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Server", "HTTPAPI", "WebUI", "NodeNetwork", "Interchange", "Identification", "Operations", "Records",
                "Questions", "ReportModel", "KnowledgeModel",
                "AccessModel", "ClinicalModel", "VariantFormats", "GenomeModel", "StructuredText", "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: testSettings),
        .testTarget(name: "CommandTests", dependencies: ["samsyn"], swiftSettings: testSettings),
    ],
    swiftLanguageModes: [.v6]
)
