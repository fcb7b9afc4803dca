/// Texts that people write in reports.
enum ReportText {
    /// Throws `ReportError` where the text is too long, or holds what looks like an identity number.
    static func check(_ text: String, _ place: String) throws(ReportError) {
        _ = try WrittenText.checked(text, mayBeEmpty: true) { ReportError(.text($0), place: place) }
    }
}
