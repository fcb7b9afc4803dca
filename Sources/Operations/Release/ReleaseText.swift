/// Texts that people write in requests.
enum ReleaseText {
    /// The text without spaces around it. Throws `ReleaseError` where it is missing, too long, or holds what looks like an identity number.
    static func checked(_ text: String, _ place: String, mayBeEmpty: Bool = false) throws(ReleaseError) -> String {
        try WrittenText.checked(text, mayBeEmpty: mayBeEmpty) { ReleaseError(.text($0), place: place) }
    }
}
