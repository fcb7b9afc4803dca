internal import Foundation
internal import StructuredText
internal import Yams

/// A YAML file on its way in: opened, checked for size and text, and parsed with the places of everything in it.
package enum AccessFile {
    /// In bytes. The law of today takes about 30 KiB.
    package static let sizeLimit = 1 << 20

    package static func root(of path: String) throws(AccessFileError) -> AccessFileNode {
        guard let data = FileManager.default.contents(atPath: path) else { throw AccessFileError(.missing, file: path) }
        guard data.count <= sizeLimit else { throw AccessFileError(.tooLarge, file: path) }
        guard let text = String(data: data, encoding: .utf8) else { throw AccessFileError(.notText, file: path) }
        return try root(parsing: text, file: path)
    }

    package static func root(parsing text: String, file: String) throws(AccessFileError) -> AccessFileNode {
        let composed: Node?
        do {
            composed = try compose(yaml: text)
        } catch let error as YamlError {
            throw AccessFile.error(error, file: file)
        } catch {
            throw AccessFileError(.syntax("it cannot be read"), file: file)
        }
        guard let composed else { throw AccessFileError(.empty, file: file) }
        return AccessFileNode(composed, file: file)
    }

    private static func error(_ error: YamlError, file: String) -> AccessFileError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return AccessFileError(.syntax(problem), file: file, at: SourcePlace(line: mark.line, column: mark.column))
        case .duplicatedKeysInMapping(let keys, let context):
            return AccessFileError(
                .duplicateKey(keys.first ?? ""), file: file,
                at: SourcePlace(line: context.mark.line, column: context.mark.column))
        default: return AccessFileError(.syntax("it cannot be read"), file: file)
        }
    }
}
