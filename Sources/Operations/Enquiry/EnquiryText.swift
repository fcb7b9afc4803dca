internal import ClinicalModel
internal import StructuredText

/// Texts that people write in enquiries and in answers to them.
enum EnquiryText {
    /// Unicode scalars.
    static let longest = 4000

    /// The text without spaces around it. Throws where it is missing, too long, or holds what looks like an identity number.
    static func checked(_ text: String, _ place: String, mayBeEmpty: Bool = false) throws(EnquiryError) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count <= longest else { throw EnquiryError(.tooLong, place: place) }
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
        let end = scalars[start...].lastIndex { !isBlank($0) }.map(scalars.index(after:)) ?? start
        let trimmed = String(scalars[start..<end])
        guard mayBeEmpty || !trimmed.isEmpty else { throw EnquiryError(.missing, place: place) }
        guard !IdentityNumber.looksLikeOne(trimmed) else { throw EnquiryError(.identityNumber, place: place) }
        return trimmed
    }

    /// The text of a member, empty where there is none.
    static func read(_ json: JSONValue, _ name: String) throws(EnquiryError) -> String {
        guard let value = json[name], !value.isNull else { return "" }
        guard let text = value.string else { throw EnquiryError(.wrongType, place: name) }
        return text
    }
}
