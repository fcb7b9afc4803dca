internal import AccessModel

/// Texts that people write in requests.
enum ReleaseText {
    /// The text without spaces around it. Throws `ReleaseError` where it is missing, too long, or holds what looks like an identity number.
    static func checked(_ text: String, _ place: String, mayBeEmpty: Bool = false) throws(ReleaseError) -> String {
        do throws(EnquiryError) {
            return try EnquiryText.checked(text, place, mayBeEmpty: mayBeEmpty)
        } catch {
            switch error.code {
            case .missing: throw ReleaseError(.missing, place: place)
            case .tooLong: throw ReleaseError(.tooLong, place: place)
            default: throw ReleaseError(.identityNumber, place: place)
            }
        }
    }
}
