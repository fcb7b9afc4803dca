internal import Foundation
internal import Mustache

/// The templates of the pages, read once when the node starts.
package struct PageTemplates: Sendable {
    private let library: MustacheLibrary
    /// By the path below the folder, without the end: `network`, `parts/notice`.
    package let names: Set<String>

    /// Reads every `.mustache` file below the folder. Throws `WebFileError` with file and line for the first that has a fault.
    package init(folder: String) throws(WebFileError) {
        var templates: [String: MustacheTemplate] = [:]
        for file in WebFiles.list(folder, suffix: ".mustache") {
            let text = try WebFiles.text(folder + "/" + file)
            let name = String(file.dropLast(".mustache".count))
            do {
                // Values escape themselves, see PageValue; the framework's own escaping would do it twice.
                templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
            } catch let error as MustacheTemplate.ParserError {
                throw WebFileError(
                    .template, file: folder + "/" + file, line: error.context.lineNumber, reason: "\(error.error)")
            } catch {
                throw WebFileError(.template, file: folder + "/" + file, line: nil, reason: "\(error)")
            }
        }
        guard !templates.isEmpty else { throw WebFileError(.missing, file: folder, line: nil, reason: "no templates") }
        for (name, text) in try WebFiles.partials(folder) where templates[text] == nil {
            throw WebFileError(.template, file: folder + "/" + name, line: nil, reason: "there is no template \(text)")
        }
        library = MustacheLibrary(templates: templates)
        names = Set(templates.keys)
    }

    /// The page's text. Nil for a name that no template has.
    package func render(_ name: String, _ content: PageValue) -> String? {
        library.render(content, withTemplate: name)
    }
}
