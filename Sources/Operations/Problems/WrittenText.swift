internal import ClinicalModel
package import StructuredText

/// Texts that people write in enquiries, requests, findings and reports: kept for as long as a record, and often read by others.
enum WrittenText {
    /// Unicode scalars.
    static let longest = 4000

    /// The text without spaces around it. Throws what `refusal` makes of the fault where the text is missing, too long, or holds what looks
    /// like an identity number.
    static func checked<Refusal: Error>(
        _ text: String, mayBeEmpty: Bool = false, longest: Int = longest, or refusal: (WrittenTextFault) -> Refusal
    ) throws(Refusal) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count <= longest else { throw refusal(.tooLong(longest: longest)) }
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
        let end = scalars[start...].lastIndex { !isBlank($0) }.map(scalars.index(after:)) ?? start
        let trimmed = String(scalars[start..<end])
        guard mayBeEmpty || !trimmed.isEmpty else { throw refusal(.missing) }
        guard !IdentityNumber.looksLikeOne(trimmed) else { throw refusal(.identityNumber) }
        return trimmed
    }
}

/// What is wrong with a text that somebody wrote.
package enum WrittenTextFault: Hashable, Sendable {
    case missing
    /// In Unicode scalars.
    case tooLong(longest: Int)
    case identityNumber

    /// For programs.
    package var word: String {
        switch self {
        case .missing: "missing"
        case .tooLong: "too-long"
        case .identityNumber: "identity-number"
        }
    }

    package var message: LocalizedText {
        switch self {
        case .missing: LocalizedText(sv: "Uppgiften saknas.", en: "This is missing.")
        case .tooLong(let longest):
            LocalizedText(
                sv: "Texten är längre än \(longest) tecken.", en: "The text is longer than \(longest) characters.")
        case .identityNumber:
            LocalizedText(
                sv: "Texten innehåller något som ser ut som ett personnummer.",
                en: "The text holds something that looks like an identity number.")
        }
    }

    /// `whose` says why no identity number is needed there, and is the rest of a sentence after "Remove it:".
    func remedy(_ whose: LocalizedText) -> LocalizedText {
        switch self {
        case .missing: LocalizedText(sv: "Skriv det.", en: "Write it.")
        case .tooLong: LocalizedText(sv: "Korta den.", en: "Shorten it.")
        case .identityNumber: LocalizedText(sv: "Ta bort det: \(whose.sv)", en: "Remove it: \(whose.en)")
        }
    }
}
