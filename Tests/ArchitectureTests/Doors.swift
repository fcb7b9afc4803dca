/// The house as `architecture.md` draws it, written down a second time so that neither the manifest nor an import
/// can change it in silence.
struct Doors {
    /// Own targets, and what each may import of ours.
    let own: [String: Set<String>]
    /// Modules of other people's packages and system libraries, and the targets that may import them.
    let external: [String: Set<String>]
    /// Modules of the toolchain that need a reason, and the targets that have one. Swift's own (`Synchronization`) are free.
    let toolchain: [String: Set<String>]

    static let samsyn = Doors(
        own: [
            "StructuredText": [],
            "GenomeModel": [],
            "ClinicalModel": ["StructuredText", "GenomeModel"],
            "AccessModel": ["StructuredText", "GenomeModel", "ClinicalModel"],
            "KnowledgeModel": ["StructuredText", "GenomeModel", "ClinicalModel"],
            "Questions": ["StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "ReportModel"],
            "ReportModel": ["StructuredText", "GenomeModel", "ClinicalModel", "AccessModel"],
            "Records": ["StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "ReportModel", "KnowledgeModel"],
            "VariantFormats": ["CHTSlib", "GenomeModel"],
            "VariantStorage": ["GenomeModel"],
            "Operations": [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "VariantFormats",
                "VariantStorage", "Records",
            ],
            "Identification": ["StructuredText", "GenomeModel", "ClinicalModel", "AccessModel"],
            "Interchange": [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
            ],
            "NodeNetwork": [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "Interchange", "Identification",
                "Operations",
            ],
            "HTTPAPI": [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "Interchange", "Identification",
                "Records",
                "Operations",
            ],
            "WebUI": [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "Interchange", "Identification",
                "Records", "Operations",
            ],
            "Server": [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "Interchange", "Identification",
                "Records", "Operations", "NodeNetwork", "HTTPAPI", "WebUI",
            ],
            "samsyn": [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "ReportModel", "KnowledgeModel",
                "VariantFormats",
                "VariantStorage", "Records", "Operations", "Server",
            ],
            // What Benchmarks/network holds a node against; nothing of the product may depend on it.
            "samsyn-bare-handler": [
                "StructuredText", "GenomeModel", "ClinicalModel", "AccessModel", "Questions", "Identification", "Operations",
                "HTTPAPI", "Server",
            ],
            // What several test targets share; nothing of the product may depend on it.
            "TestSupport": ["VariantStorage"],
        ],
        external: [
            "Crypto": ["GenomeModel", "Records", "Identification"],
            "GRDB": ["Records"],
            "Yams": ["Operations", "Server"],
            "JWTKit": ["Identification"],
            "AsyncHTTPClient": ["NodeNetwork", "Server"],
            "Mustache": ["WebUI"],
            "Hummingbird": ["HTTPAPI", "WebUI", "Server", "samsyn-bare-handler"],
            "HummingbirdCore": ["Server"],
            "HummingbirdTLS": ["Server"],
            "HTTPTypes": ["HTTPAPI", "WebUI", "Server"],
            "NIOCore": ["NodeNetwork", "HTTPAPI", "WebUI", "Server"],
            "NIOHTTP1": ["NodeNetwork", "Server"],
            "NIOHTTPTypes": ["Server"],
            "NIOHTTPTypesHTTP1": ["Server"],
            "NIOSSL": ["Server"],
            "NIOPosix": ["Server"],
            "ServiceLifecycle": ["Server"],
            "UnixSignals": ["Server"],
            "Logging": ["NodeNetwork", "HTTPAPI", "WebUI", "Server"],
            "CHTSlib": ["VariantFormats"],
            "ArgumentParser": ["samsyn"],
        ],
        toolchain: [
            "Foundation": ["Records", "Operations", "Identification", "NodeNetwork", "HTTPAPI", "WebUI", "Server", "samsyn"],
            "FoundationEssentials": ["Operations", "Identification", "NodeNetwork", "HTTPAPI", "WebUI", "Server", "samsyn"],
            "Dispatch": ["VariantFormats", "VariantStorage", "Operations", "samsyn"],
            "Glibc": ["VariantFormats", "VariantStorage", "Records", "Operations", "Server", "samsyn"],
            "Synchronization": [
                "GenomeModel", "Records", "VariantFormats", "VariantStorage", "Operations", "Identification", "Interchange",
                "NodeNetwork",
                "HTTPAPI", "WebUI", "Server", "samsyn",
            ],
        ])

    /// What the manifest declares beyond the doors, and what stands in the house without being drawn.
    func violations(in manifest: Manifest) -> [Violation] {
        var found: [Violation] = []
        for target in manifest.targets.values where target.kind == .target || target.kind == .executableTarget {
            guard let allowed = own[target.name] else {
                found.append(Violation("Package.swift", 0, "target \(target.name) is not drawn in the architecture"))
                continue
            }
            for dependency in target.dependencies.sorted()
            where !allowed.contains(dependency) && external[dependency]?.contains(target.name) != true {
                found.append(Violation("Package.swift", 0, "\(target.name) may not depend on \(dependency)"))
            }
        }
        return found
    }

    /// The imports of `file` that the manifest does not declare or the doors do not allow.
    func violations(in file: SourceFile, manifest: Manifest) -> [Violation] {
        guard let target = manifest.targets[file.target] else {
            return [Violation(file.path, 0, "lies in no target of the manifest")]
        }
        return file.imports.compactMap { module, line in
            if own[module] != nil || external[module] != nil {
                if !target.dependencies.contains(module) {
                    return Violation(file.path, line, "imports \(module), which \(target.name) does not declare")
                }
                let isOpen = own[target.name]?.contains(module) == true || external[module]?.contains(target.name) == true
                return isOpen ? nil : Violation(file.path, line, "\(target.name) may not import \(module)")
            }
            guard let targets = toolchain[module] else {
                return Violation(file.path, line, "imports \(module), to which there is no door")
            }
            return targets.contains(target.name)
                ? nil : Violation(file.path, line, "\(target.name) may not import \(module)")
        }
    }
}

/// One broken rule, at a place.
struct Violation: CustomStringConvertible, Hashable {
    let path: String
    /// From 1; 0 for the file as a whole.
    let line: Int
    let reason: String

    init(_ path: String, _ line: Int, _ reason: String) {
        self.path = path
        self.line = line
        self.reason = reason
    }

    var description: String { line == 0 ? "\(path): \(reason)" : "\(path):\(line): \(reason)" }
}
