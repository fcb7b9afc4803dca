package import GenomeModel

/// A frequency as a line of text: the names and their order are the same in JSON, TSV and the documentation.
package enum FrequencyText {
    package static let columns = [
        "variant", "ac", "an", "af", "het", "hom", "hemi", "reference", "failed", "noCall", "notCovered", "cohort",
    ]

    /// The header of a table, with its line end.
    package static let header = columns.joined(separator: "\t") + "\n"

    /// One row of a tab-separated table, with its line end; `af` empty where nothing could have been seen.
    package static func row(_ variant: String, _ frequency: Frequency) -> String {
        ([variant] + values(frequency).map { $0.isEmpty ? "" : $0 }).joined(separator: "\t") + "\n"
    }

    /// One JSON object on one line, with its line end; `af` null where nothing could have been seen.
    package static func json(_ variant: String, _ frequency: Frequency) -> String {
        // Notation and numbers have no character that JSON would escape.
        var line = "{\"variant\":\"\(variant)\""
        for (name, value) in zip(columns.dropFirst(), values(frequency)) {
            line += ",\"\(name)\":\(value.isEmpty ? "null" : value)"
        }
        return line + "}\n"
    }

    /// The values in the order of `columns` after the first.
    package static func values(_ frequency: Frequency) -> [String] {
        [
            "\(frequency.ac)", "\(frequency.an)", frequency.af.map { "\($0)" } ?? "", "\(frequency.het)",
            "\(frequency.hom)", "\(frequency.hemi)", "\(frequency.reference)", "\(frequency.failed)",
            "\(frequency.noCall)", "\(frequency.notCovered)", "\(frequency.cohort)",
        ]
    }
}
