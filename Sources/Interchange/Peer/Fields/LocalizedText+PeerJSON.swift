internal import StructuredText

extension LocalizedText {
    /// Both languages: whoever reads the answer chooses.
    var peerJSON: JSONValue { ["sv": JSONValue(.string(sv)), "en": JSONValue(.string(en))] }
}

extension JSONValue {
    /// A list of words, in the order of the alphabet where the order means nothing.
    static func words(_ words: some Sequence<String>) -> JSONValue { JSONValue(words.sorted()) }
}
