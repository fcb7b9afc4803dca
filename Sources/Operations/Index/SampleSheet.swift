internal import Foundation
package import GenomeModel
internal import VariantStorage

/// Which call sets to take from which files: the table that `index add` and `index replace` read.
///
/// Tab-separated text with the header `callset vcf sample assay sex origin` (columns in any order); lines that are blank or
/// begin with `#` are passed over. Paths are relative to the sheet. Sample `-` is the file's only one.
package struct SampleSheet: Sendable {
    package struct Row: Hashable, Sendable {
        /// 1-based line in the sheet.
        package let line: Int
        package let callSet: String
        /// As it can be opened: joined to the sheet's directory unless absolute.
        package let path: String
        /// Nil for the file's only sample.
        package let sample: String?
        package let assay: String
        package let sex: Sex
        package let origin: Origin
    }

    package let rows: [Row]

    package static let columns = ["callset", "vcf", "sample", "assay", "sex", "origin"]

    /// Reads and checks a sheet. Throws the first fault with its line and column; an empty sheet is one.
    package static func read(_ path: String) throws -> SampleSheet {
        guard let data = FileManager.default.contents(atPath: path) else { throw SheetError(.missing, sheet: path) }
        guard let text = String(data: data, encoding: .utf8) else { throw SheetError(.notText, sheet: path) }
        return try SampleSheet(parsing: text, path: path)
    }

    package init(parsing text: String, path: String) throws(SheetError) {
        let directory = (path as NSString).deletingLastPathComponent
        var places: [String: Int]?
        var rows: [Row] = []
        var names = Set<String>()
        for (index, rawLine) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            // A sheet saved on Windows ends its lines in a character of its own.
            let line = rawLine.last == "\r\n" || rawLine.last == "\r" ? rawLine.dropLast() : rawLine
            guard !line.isEmpty, !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#") else { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            let number = index + 1
            guard let known = places else {
                guard Set(fields) == Set(SampleSheet.columns), fields.count == SampleSheet.columns.count else {
                    throw SheetError(.header, sheet: path, line: number)
                }
                places = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1, $0) })
                continue
            }
            guard fields.count == SampleSheet.columns.count else {
                throw SheetError(.columnCount, sheet: path, line: number)
            }
            func field(_ name: String) -> String { known[name].map { fields[$0] } ?? "" }
            for column in SampleSheet.columns where field(column).isEmpty {
                throw SheetError(.empty, sheet: path, line: number, column: column)
            }
            let callSet = field("callset")
            do throws(StorageError) {
                try StoredCallSet.checkName(callSet, place: path)
            } catch {
                throw SheetError(.badName, sheet: path, line: number, column: "callset")
            }
            guard names.insert(callSet).inserted else {
                throw SheetError(.repeated, sheet: path, line: number, column: "callset")
            }
            guard let sex = Sex(rawValue: field("sex")) else {
                throw SheetError(.unknownSex, sheet: path, line: number, column: "sex")
            }
            guard let origin = Origin(rawValue: field("origin")) else {
                throw SheetError(.unknownOrigin, sheet: path, line: number, column: "origin")
            }
            let file = field("vcf")
            rows.append(
                Row(
                    line: number, callSet: callSet,
                    path: file.hasPrefix("/") || directory.isEmpty ? file : directory + "/" + file,
                    sample: field("sample") == "-" ? nil : field("sample"), assay: field("assay"), sex: sex, origin: origin))
        }
        guard !rows.isEmpty else { throw SheetError(.noRows, sheet: path) }
        self.rows = rows
    }
}
