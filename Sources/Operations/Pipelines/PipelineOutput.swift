package import GenomeModel
package import ReportModel

/// The pipelines whose folders are understood.
package enum Pipeline: String, Sendable, CaseIterable {
    case gms560, balsamic, raredisease
}

/// What a pipeline's folder comes to: the call file with its samples, what was found beside the calls, and what is not there.
package struct PipelineOutput: Sendable {
    package struct Sample: Hashable, Sendable {
        /// The column of the call file.
        package let column: String
        package let origin: Origin
        /// Under which name the description has it.
        package let described: String
    }

    /// Below the folder.
    package let callFile: String
    package let samples: [Sample]
    package let findings: [Finding]
    /// Which version of the pipeline it was, where the folder says so, and what was looked for and is not there.
    package let remarks: [String]
}
