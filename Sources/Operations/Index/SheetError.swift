/// What is wrong with a sample sheet, and where. Holds no name of a call set or sample.
package struct SheetError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Hashable, Sendable {
        case missing, notText, header, columnCount, empty, badName, repeated, unknownSex, unknownOrigin, noRows
        case unknownAssay, alreadyIndexed, notIndexed, fileMissing
    }

    package let code: Code
    package let sheet: String
    /// 1-based.
    package let line: Int?
    package let column: String?

    package init(_ code: Code, sheet: String, line: Int? = nil, column: String? = nil) {
        self.code = code
        self.sheet = sheet
        self.line = line
        self.column = column
    }

    package var description: String {
        var place = sheet
        if let line { place += ", line \(line)" }
        if let column { place += ", column \(column)" }
        return "\(place): \(sentence)"
    }

    private var sentence: String {
        switch code {
        case .missing: "the sheet cannot be read. Check the path."
        case .notText: "the sheet is not UTF-8 text. Save it as tab-separated text."
        case .header: "the header must name the columns callset, vcf, sample, assay, sex and origin, separated by tabs."
        case .columnCount: "the row must have six columns, separated by tabs."
        case .empty: "the column is empty. Write - for the only sample of a file."
        case .badName: "a name must have 1 to 255 bytes and no control characters."
        case .repeated: "the call set was named in an earlier row. Give each call set one row."
        case .unknownSex: "the sex must be female, male or unknown."
        case .unknownOrigin: "the origin must be germline or tumour."
        case .noRows: "the sheet names no call sets."
        case .unknownAssay:
            "the assay is not defined in this index. Define it first: samsyn index assay DIR NAME (--targets BED | --genome)"
        case .alreadyIndexed: "the call set is already in the index. Use samsyn index replace for a re-analysis."
        case .notIndexed: "the call set is not in the index, so there is nothing to replace. Use samsyn index add."
        case .fileMissing: "the file does not exist. Paths are relative to the sheet."
        }
    }
}
