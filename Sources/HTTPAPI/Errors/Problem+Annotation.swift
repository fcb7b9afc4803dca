internal import HTTPTypes
package import Operations
internal import Questions
package import StructuredText

extension Problem {
    package init(_ error: AnnotationError, _ language: Language) {
        switch error {
        case .tooLarge:
            self.init(
                .contentTooLarge, "body-too-large", "The file is larger than the node takes.",
                remedy: "Send at most \(AnnotationUpload.limit) bytes, compressed (bgzip).")
        case .file(let fault):
            self.init(.unprocessableContent, "file-" + Problem.named(fault.code), fault.message, remedy: fault.remedy)
            if let line = fault.line { details.append(("line", JSONValue(line))) }
            if let field = fault.field { details.append(("field", JSONValue(.string(field)))) }
        case .refused(let regions):
            self.init(
                .forbidden, "all-regions-refused", "Every region refused to answer.",
                remedy: "POST /api/v1/decisions/explain says on what terms it would be answered.")
            details = [("regions", JSONValue(regions.map { $0.json(in: language) }))]
        }
    }
}
