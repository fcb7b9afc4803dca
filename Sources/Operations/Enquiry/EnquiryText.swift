internal import StructuredText

/// Texts that people write in enquiries and in answers to them.
enum EnquiryText {
    /// The text without spaces around it. Throws where it is missing, too long, or holds what looks like an identity number.
    static func checked(
        _ text: String, _ place: String, mayBeEmpty: Bool = false, longest: Int = WrittenText.longest
    ) throws(EnquiryError) -> String {
        try WrittenText.checked(text, mayBeEmpty: mayBeEmpty, longest: longest) { EnquiryError(.text($0), place: place) }
    }

    /// The text of a member, empty where there is none.
    static func read(_ json: JSONValue, _ name: String) throws(EnquiryError) -> String {
        guard let value = json[name], !value.isNull else { return "" }
        guard let text = value.string else { throw EnquiryError(.wrongType, place: name) }
        return text
    }
}
