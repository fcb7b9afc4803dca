package import ReportModel

/// An interpretation as the records hold it, with the current findings that it was made for, in the order in which they were recorded.
package struct RecordedInterpretation: Hashable, Sendable {
    package let id: Int64
    package let history: InterpretationHistory
    package let findings: [RecordedFinding]

    package init(id: Int64, history: InterpretationHistory, findings: [RecordedFinding]) {
        self.id = id
        self.history = history
        self.findings = findings
    }
}
