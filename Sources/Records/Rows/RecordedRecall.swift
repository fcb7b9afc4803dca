package import ReportModel

/// The recall of one carrier, with its number.
package struct RecordedRecall: Hashable, Sendable {
    package let id: Int
    package let plan: Int
    package let task: RecallTask

    package init(id: Int, plan: Int, task: RecallTask) {
        self.id = id
        self.plan = plan
        self.task = task
    }
}
