internal import AccessModel
internal import Foundation
package import ReportModel
internal import StructuredText

/// Reads the templates of a folder, each a YAML file. The first fault is thrown with its place.
package struct LoadTemplates: Sendable {
    package let directory: String

    package init(directory: String) { self.directory = directory }

    /// By identifier, then by version. Throws `AccessFileError`, also where two files hold one version.
    package func run() throws(AccessFileError) -> [ReportTemplate] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw AccessFileError(.missing, file: directory)
        }
        var templates: [ReportTemplate] = []
        for name in names.sorted() where name.hasSuffix(".yaml") {
            let path = directory + "/" + name
            let template = try LoadTemplates.read(path)
            guard !templates.contains(where: { $0.name == template.name }) else {
                throw AccessFileError(.valueTwice(template.name), file: path)
            }
            templates.append(template)
        }
        return templates.sorted { ($0.identifier, $0.version) < ($1.identifier, $1.version) }
    }

    package static func read(_ path: String) throws(AccessFileError) -> ReportTemplate {
        try template(AccessFile.root(of: path))
    }

    /// The same from a text, where `file` is what errors call it.
    package static func parse(_ text: String, file: String) throws(AccessFileError) -> ReportTemplate {
        try template(AccessFile.root(parsing: text, file: file))
    }

    private static func template(_ root: AccessFileNode) throws(AccessFileError) -> ReportTemplate {
        try root.form(remedy: "See docs/reports.md for the form of a template.")
    }
}
