package import StructuredText

/// The order of words in a list: å, ä and ö last in Swedish, beside a and o in English. Case counts only between equals.
package enum SortingText {
    package static func isBefore(_ first: String, _ second: String, _ language: Language) -> Bool {
        let (a, b) = (key(first, language), key(second, language))
        return a == b ? first < second : a.lexicographicallyPrecedes(b)
    }

    private static func key(_ text: String, _ language: Language) -> [UInt32] {
        text.lowercased().unicodeScalars.map { scalar in
            switch (scalar, language) {
            case ("å", .sv): 0x7B
            case ("ä", .sv), ("æ", .sv): 0x7C
            case ("ö", .sv), ("ø", .sv): 0x7D
            case ("å", .en), ("ä", .en), ("à", _), ("á", _): 0x61
            case ("ö", .en), ("ó", _): 0x6F
            case ("é", _), ("è", _), ("ë", _), ("ê", _): 0x65
            case ("ü", _): language == .sv ? 0x79 : 0x75
            default: scalar.value
            }
        }
    }
}
