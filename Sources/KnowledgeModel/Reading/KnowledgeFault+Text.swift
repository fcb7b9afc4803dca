package import StructuredText

extension KnowledgeFault {
    /// What is wrong, in one sentence.
    package var message: LocalizedText {
        let (sv, en) = sentence
        return LocalizedText(sv: sv, en: en)
    }

    private var sentence: (sv: String, en: String) {
        switch code {
        case .empty: ("Filen är tom.", "The file is empty.")
        case .notUTF8: ("Texten är inte UTF-8.", "The text is not UTF-8.")
        case .truncated: ("Filen slutar mitt i en rad.", "The file ends in the middle of a line.")
        case .notVCF: ("Filen är inte VCF.", "The file is not VCF.")
        case .noAssembly: ("Filen säger inte vilket referensgenom den gäller.", "The file does not say which assembly it is of.")
        case .wrongAssembly: ("Filen gäller \(value).", "The file is of \(value).")
        case .noHeader: ("Raden med kolumnnamn saknas.", "The line of column names is missing.")
        case .missingColumn: ("Kolumnen \(field) saknas.", "The column \(field) is missing.")
        case .repeatedColumn: ("Kolumnen \(field) finns två gånger.", "The column \(field) is there twice.")
        case .wrongFieldCount: ("Raden har \(value) fält.", "The line has \(value) fields.")
        case .notJSON: ("Raden är inte JSON: \(value)", "The line is not JSON: \(value)")
        case .notAnObject: ("Raden är inte ett JSON-objekt.", "The line is not a JSON object.")
        case .missingValue: ("\(field) är tomt.", "\(field) is empty.")
        case .badNumber: ("\(field) är inget tal: \(value)", "\(field) is not a number: \(value)")
        case .unknownValue: ("\(field) har ett okänt värde: \(value)", "\(field) has an unknown value: \(value)")
        case .repeatedItem: ("Posten \(value) finns redan i filen.", "The item \(value) is in the file already.")
        case .unknownContig: ("\(value) är ingen kromosom i referensgenomet.", "\(value) is no chromosome of the assembly.")
        case .badPosition: ("Positionen är inget tal från 1: \(value)", "The position is not a number from 1: \(value)")
        case .pastContigEnd:
            ("Positionen \(value) ligger bortom kromosomens slut.", "Position \(value) lies past the end of the chromosome.")
        case .badAllele: ("\(field) är inte baser: \(value)", "\(field) is not bases: \(value)")
        case .noAlternate: ("Posten har ingen alternativ allel.", "The record has no alternate allele.")
        case .contradiction: ("\(field) säger emot raden: \(value)", "\(field) contradicts the line: \(value)")
        case .unknownTerm: ("\(field) har en okänd term: \(value)", "\(field) has an unknown term: \(value)")
        case .unreadableProfile:
            ("Den molekylära profilen förstås inte: \(value)", "The molecular profile is not understood: \(value)")
        }
    }

    /// What to do about it.
    package var remedy: LocalizedText {
        switch code {
        case .empty, .truncated:
            LocalizedText(sv: "Hämta filen igen från utgivaren.", en: "Fetch the file again from its publisher.")
        case .notUTF8: LocalizedText(sv: "Spara filen som UTF-8.", en: "Save the file as UTF-8.")
        case .notVCF: LocalizedText(sv: "Välj utgivarens VCF-fil.", en: "Choose the publisher's VCF file.")
        case .noAssembly, .wrongAssembly:
            LocalizedText(
                sv: "Välj filen för samma referensgenom som importen.",
                en: "Choose the file of the assembly that the import is for.")
        case .noHeader, .missingColumn, .repeatedColumn:
            LocalizedText(
                sv: "Låt första raden ha utgivarens kolumnnamn.", en: "Let the first line have the publisher's column names.")
        case .wrongFieldCount, .notJSON, .notAnObject, .missingValue, .badNumber, .badPosition, .pastContigEnd, .badAllele,
            .contradiction, .repeatedItem:
            LocalizedText(
                sv: "Posten utelämnas. Jämför raden med utgivarens fil.",
                en: "The item is left out. Compare the line with the publisher's file.")
        case .unknownContig, .noAlternate:
            LocalizedText(
                sv: "Posten utelämnas: den kan inte matchas mot ett fynd.", en: "The item is left out: no finding could match it."
            )
        case .unknownValue:
            LocalizedText(
                sv: "Posten utelämnas. Utgivaren kan ha infört ett nytt värde: uppdatera plattformen.",
                en: "The item is left out. The publisher may have a new value: update the platform.")
        case .unknownTerm, .unreadableProfile:
            LocalizedText(
                sv: "Posten behålls med sin text men matchas inte på det som inte förstås.",
                en: "The item is kept with its text but not matched by what is not understood.")
        }
    }
}

extension KnowledgeFault: CustomStringConvertible {
    package var description: String {
        (place.map { "\($0): " } ?? "") + "\(message.en) \(remedy.en) (\(code.rawValue))"
    }
}
