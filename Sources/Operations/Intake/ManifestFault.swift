package import StructuredText

/// One thing that is wrong with a manifest. It never carries the value: that may be personal.
package struct ManifestFault: Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        case notJSON(JSONSyntaxError)
        case wrongFormat, missing, unknownName, wrongType, wrongValue, outOfRange, tooMany, repeated, notAllowedHere
        case unknownReference
        /// A name that would lead out of the folder.
        case strayFileName
        /// An identity number where only a name may stand.
        case identityInName
        case stopBeforeStart
        case needed(for: String)
    }

    package let code: Code
    /// Where in the document, as a path: `people[0].diagnoses[2].code`.
    package let path: String
    package let place: SourcePlace
    /// What would have been right, for a reader of either language: names and numbers, no sentence.
    package let expected: String

    package init(_ code: Code, path: String, place: SourcePlace, expected: String = "") {
        self.code = code
        self.path = path
        self.place = place
        self.expected = expected
    }

    package var message: LocalizedText {
        switch code {
        case .notJSON(let error):
            LocalizedText(
                sv: "Manifestet är inte giltig JSON (RFC 8259): \(ManifestFault.swedish(error)).",
                en: "The manifest is not JSON (RFC 8259): \(error.message)")
        case .wrongFormat:
            LocalizedText(sv: "Formatet är inte \(expected).", en: "The format is not \(expected).")
        case .missing: LocalizedText(sv: "Uppgiften saknas.", en: "The value is missing.")
        case .unknownName:
            LocalizedText(sv: "Namnet finns inte i schemat.", en: "The schema has no such name.")
        case .wrongType: LocalizedText(sv: "Uppgiften har fel typ.", en: "The value has the wrong type.")
        case .wrongValue:
            LocalizedText(sv: "Värdet är inte ett av de tillåtna.", en: "The value is none of those allowed.")
        case .outOfRange: LocalizedText(sv: "Talet ligger utanför gränserna.", en: "The number is out of range.")
        case .tooMany: LocalizedText(sv: "Listan är för lång.", en: "The list is too long.")
        case .repeated: LocalizedText(sv: "Namnet är använt två gånger.", en: "The name is used twice.")
        case .notAllowedHere:
            LocalizedText(
                sv: "Uppgiften hör inte till den här sortens insändning.",
                en: "The value does not belong to this kind of submission.")
        case .unknownReference:
            LocalizedText(
                sv: "Namnet pekar på något som inte finns i manifestet.", en: "The name points to nothing in the manifest.")
        case .strayFileName:
            LocalizedText(
                sv: "Filnamnet leder ut ur mappen eller är inte ett rent namn.",
                en: "The file name leads out of the folder or is not a plain name.")
        case .identityInName:
            LocalizedText(
                sv: "Ett namn är ett personnummer eller samordningsnummer; sådana får bara stå i identityNumber.",
                en: "A name is a personal identity number; those may stand only in identityNumber.")
        case .stopBeforeStart:
            LocalizedText(sv: "Slutdatum ligger före startdatum.", en: "The stop date lies before the start date.")
        case .needed(let purpose):
            LocalizedText(sv: "Uppgiften krävs när \(purpose).", en: "The value is required where \(purpose).")
        }
    }

    private static func swedish(_ error: JSONSyntaxError) -> String {
        switch error.code {
        case .notUTF8: "texten är inte UTF-8"
        case .unexpectedCharacter: "ett tecken som inte får stå här"
        case .unexpectedEnd: "texten slutar mitt i ett värde"
        case .badNumber: "inte ett tal som JSON skriver det"
        case .badEscape: "en okänd kod efter \\"
        case .controlCharacter: "ett styrtecken inne i en text"
        case .duplicateName: "ett namn står två gånger i samma objekt"
        case .tooDeep: "för många nivåer"
        case .trailingText: "text efter slutet"
        case .tooLarge: "för stor"
        }
    }

    package var remedy: LocalizedText {
        let hint =
            expected.isEmpty
            ? LocalizedText(sv: "", en: "") : LocalizedText(sv: " Väntat: \(expected).", en: " Expected: \(expected).")
        return switch code {
        case .notJSON(let error):
            LocalizedText(
                sv:
                    "Rätta texten på platsen; \(error.code == .notUTF8 ? "spara filen som UTF-8" : "se efter komman, citattecken och klamrar").",
                en: error.remedy)
        case .identityInName:
            LocalizedText(
                sv: "Ge prov och analyser namn som inte innehåller identitetsnummer.",
                en: "Give specimens and call sets names without identity numbers.")
        default:
            LocalizedText(
                sv: "Rätta manifestet efter schemat (schemas/submission.schema.json) och sänd in igen." + hint.sv,
                en: "Mend the manifest after the schema (schemas/submission.schema.json) and submit again." + hint.en)
        }
    }
}
