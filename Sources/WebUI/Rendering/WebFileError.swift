/// What is wrong with a template or an asset that comes with the program.
package struct WebFileError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable { case missing, notText = "not-text", template }

    package let code: Code
    package let file: String
    package let line: Int?
    package let reason: String

    package init(_ code: Code, file: String, line: Int?, reason: String) {
        self.code = code
        self.file = file
        self.line = line
        self.reason = reason
    }

    package var description: String {
        let place = file + (line.map { ", line \($0)" } ?? "")
        return switch code {
        case .missing:
            "\(place): nothing is there. Install the program's web folder, or set SAMSYN_SHARE to the folder that has it."
        case .notText: "\(place): cannot be read as text. Install the program's web folder anew."
        case .template: "\(place): the template is faulty (\(reason)). Install the program's web folder anew."
        }
    }
}
