internal import ClinicalModel

/// Reads `quality.yaml`. Throws `AccessFileError` with line and remedy.
package enum LoadQualityThresholds {
    package static func run(path: String) throws(AccessFileError) -> QualityThresholds {
        try read(AccessFile.root(of: path))
    }

    package static func run(parsing text: String, file: String) throws(AccessFileError) -> QualityThresholds {
        try read(AccessFile.root(parsing: text, file: file))
    }

    private static func read(_ root: AccessFileNode) throws(AccessFileError) -> QualityThresholds {
        let byKind = try root.byName(AssayVersion.Kind.self) { (kind) throws(AccessFileError) in
            var thresholds: [QualityThresholds.Threshold] = []
            for (metric, value) in try kind.members() {
                let name = try metric.text()
                guard TextShape.metric.matches(name) else { throw metric.error(.unknownValue(name, known: ["mean-coverage"])) }
                let fields = try value.fields(["at-least", "at-most", "required"])
                let threshold = QualityThresholds.Threshold(
                    metric: name, atLeast: try decimal(fields.optional("at-least")),
                    atMost: try decimal(fields.optional("at-most")),
                    isRequired: try fields.optional("required")?.bool() ?? false)
                guard threshold.atLeast != nil || threshold.atMost != nil || threshold.isRequired else {
                    throw value.error(.missingKey("at-least"))
                }
                thresholds.append(threshold)
            }
            return thresholds
        }
        return QualityThresholds(byKind: byKind)
    }

    private static func decimal(_ node: AccessFileNode?) throws(AccessFileError) -> Double? {
        guard let node else { return nil }
        guard let value = Double(try node.text()), value.isFinite else { throw node.error(.badNumber) }
        return value
    }
}
