internal import AccessModel

/// Texts that people write in reports.
enum ReportText {
    /// Throws `ReportError` where the text is too long, or holds what looks like an identity number.
    static func check(_ text: String, _ place: String) throws(ReportError) {
        do throws(EnquiryError) {
            _ = try EnquiryText.checked(text, place, mayBeEmpty: true)
        } catch {
            throw ReportError(error.code == .tooLong ? .tooLong : .identityNumber, place: place)
        }
    }
}
