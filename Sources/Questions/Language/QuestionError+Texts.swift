internal import ClinicalModel
package import StructuredText

extension QuestionError {
    /// What is wrong. It begins in lower case, as it follows the place.
    package var message: LocalizedText {
        let name = field?.rawValue
        let (svName, enName) = (name ?? "fältet", name ?? "the field")
        let (svWord, enWord) = (found.map { "”\($0)”" } ?? "detta", found.map { "\"\($0)\"" } ?? "this")
        return switch code {
        case .empty: LocalizedText(sv: "frågan är tom.", en: "the question is empty.")
        case .tooLong:
            LocalizedText(
                sv: "frågan är längre än \(Question.lengthLimit) tecken.",
                en: "the question is longer than \(Question.lengthLimit) characters.")
        case .tooDeep:
            LocalizedText(
                sv: "frågan är nästlad djupare än \(Question.depthLimit) nivåer.",
                en: "the question is nested more than \(Question.depthLimit) deep.")
        case .tooManyConditions:
            LocalizedText(
                sv: "frågan har fler än \(Question.conditionLimit) villkor.",
                en: "the question has more than \(Question.conditionLimit) conditions.")
        case .otherForm:
            LocalizedText(sv: "frågan är av det andra slaget: \(svWord).", en: "the question is of the other kind: \(enWord).")
        case .unexpectedCharacter:
            LocalizedText(
                sv: "ett tecken som språket inte använder här.", en: "a character that the language does not use here.")
        case .unclosedQuote:
            LocalizedText(sv: "citattecknet avslutas inte.", en: "the quotation mark is not closed.")
        case .unclosedParenthesis: LocalizedText(sv: "parentesen avslutas inte.", en: "the parenthesis is not closed.")
        case .unexpectedEnd: LocalizedText(sv: "frågan slutar för tidigt.", en: "the question ends too early.")
        case .expectedCriterion:
            LocalizedText(sv: "här väntas ett villkor, inte \(svWord).", en: "a condition is expected here, not \(enWord).")
        case .expectedConnective:
            LocalizedText(
                sv: "här väntas and, or eller slutet, inte \(svWord).",
                en: "and, or, or the end is expected here, not \(enWord).")
        case .expectedComparison:
            LocalizedText(sv: "efter \(svName) väntas en jämförelse.", en: "a comparison is expected after \(enName).")
        case .comparisonNotForField:
            LocalizedText(
                sv: "\(svName) kan inte jämföras på det sättet.", en: "\(enName) cannot be compared in this way.")
        case .expectedValue: LocalizedText(sv: "här väntas ett värde.", en: "a value is expected here.")
        case .expectedList:
            LocalizedText(sv: "här väntas en lista inom parentes.", en: "a list in parentheses is expected here.")
        case .unknownField:
            LocalizedText(sv: "det finns inget fält som heter \(svWord).", en: "there is no field \(enWord).")
        case .unknownValue:
            LocalizedText(sv: "\(svWord) är inte ett värde för \(svName).", en: "\(enWord) is not a value of \(enName).")
        case .unknownSystem:
            LocalizedText(
                sv: "\(svWord) är inte en kod med namnet på sitt kodsystem framför.",
                en: "\(enWord) is not a code with the name of its system before it.")
        case .notACode:
            LocalizedText(sv: "\(svWord) är inte en kod i sitt kodsystem.", en: "\(enWord) is not a code of its system.")
        case .systemNotForField:
            LocalizedText(
                sv: "\(svWord) hör till ett kodsystem som inte används för \(svName).",
                en: "\(enWord) is of a system that \(enName) is not coded in.")
        case .badSpan: LocalizedText(sv: "detta är inte ett intervall av koder.", en: "this is not a range of codes.")
        case .badAge:
            LocalizedText(
                sv: "detta är inte en ålder, eller så är intervallet tomt.", en: "this is not an age, or the range is empty.")
        case .badVariant:
            LocalizedText(
                sv: "här väntas en variant om högst \(QuestionLexer.variantLimit) tecken.",
                en: "a variant is expected here, with at most \(QuestionLexer.variantLimit) characters.")
        case .badPhrase:
            LocalizedText(
                sv: "detta är ingen beskrivning av varianter eller strukturvarianter.",
                en: "this does not describe variants or structural events.")
        case .notJSON:
            LocalizedText(sv: "texten är inte JSON.", en: syntax?.message ?? "the text is not JSON.")
        case .wrongType: LocalizedText(sv: "värdet är av fel typ.", en: "the value is of the wrong type.")
        case .notOneMember:
            LocalizedText(
                sv: "ett villkor är ett objekt med exakt en medlem.", en: "a criterion is an object with exactly one member.")
        case .unknownMember:
            LocalizedText(sv: "en fråga har ingen medlem \(svWord).", en: "a question has no member \(enWord).")
        }
    }

    /// What to do about it.
    package var remedy: LocalizedText {
        guard let suggestion else { return advice }
        return LocalizedText(sv: "Menade du \(suggestion)? " + advice.sv, en: "Did you mean \(suggestion)? " + advice.en)
    }

    private var advice: LocalizedText {
        switch code {
        case .empty: LocalizedText(sv: "Skriv all för alla.", en: "Write all for everyone.")
        case .tooLong, .tooManyConditions:
            LocalizedText(
                sv: "Fråga med den kod som de andra ligger under, eller dela upp frågan.",
                en: "Ask with the code that the others lie under, or ask in parts.")
        case .tooDeep:
            LocalizedText(
                sv: "Ta bort parenteser som inte ändrar något, eller dela upp frågan.",
                en: "Leave out parentheses that change nothing, or ask in parts.")
        case .otherForm:
            LocalizedText(
                sv: "Använd det andra kommandot, eller skriv frågan utan dess första ord.",
                en: "Use the other command, or write the question without its first word.")
        case .unexpectedCharacter:
            LocalizedText(
                sv: "Sätt ett värde med sådana tecken inom citattecken; för ”skilt från” skrivs not framför villkoret.",
                en: "Put a value with such a character in quotation marks; for \"differs from\" write not before the condition.")
        case .unclosedQuote:
            LocalizedText(
                sv: "Avsluta det med \"; inom citattecknen skrivs \" som \\\".",
                en: "Close it with \"; inside the quotation marks a \" is written \\\".")
        case .unclosedParenthesis: LocalizedText(sv: "Avsluta den med ).", en: "Close it with ).")
        case .unexpectedEnd, .expectedCriterion:
            LocalizedText(
                sv: "Skriv ett villkor som sex = female, eller all, carries VARIANT, not … eller en parentes.",
                en: "Write a condition such as sex = female, or all, carries VARIANT, not …, or a parenthesis.")
        case .expectedConnective:
            LocalizedText(sv: "Foga ihop villkor med and eller or.", en: "Join conditions with and or or.")
        case .expectedComparison, .comparisonNotForField: comparisons
        case .expectedValue:
            values ?? LocalizedText(sv: "Skriv ett värde efter jämförelsen.", en: "Write one value after the comparison.")
        case .expectedList:
            LocalizedText(sv: "Skriv värdena som (ett, två).", en: "Write the values as (one, two).")
        case .unknownField:
            LocalizedText(
                sv: "Fälten är \(QuestionError.fields) samt all och carries.",
                en: "The fields are \(QuestionError.fields), and all and carries.")
        case .unknownValue: values ?? LocalizedText(sv: "Kontrollera värdet.", en: "Check the value.")
        case .unknownSystem, .systemNotForField:
            values
                ?? LocalizedText(
                    sv: "Skriv koden med sitt kodsystem, till exempel ICD10:C50.",
                    en: "Write the code with its system, such as ICD10:C50.")
        case .notACode:
            LocalizedText(
                sv: "Kontrollera koden mot kodsystemet; exempel är ICD10:C50.9, HP:0001250, ORPHA:558 och ATC:L01EA01.",
                en: "Check the code against the system; examples are ICD10:C50.9, HP:0001250, ORPHA:558, ATC:L01EA01.")
        case .badSpan:
            LocalizedText(
                sv: "Skriv under och två lika långa koder ur ICD10 eller ICDO-T i ordning: ICD10:C00..C97.",
                en: "Write under and two codes of ICD10 or ICDO-T, equally long and in order: ICD10:C00..C97.")
        case .badAge:
            LocalizedText(
                sv: "Skriv hela år från 0 till \(AgeSpan.limit): age in 40..49, age >= 18, age < 18, age = 40.",
                en: "Write whole years from 0 to \(AgeSpan.limit): age in 40..49, age >= 18, age < 18, age = 40.")
        case .badVariant:
            LocalizedText(
                sv:
                    "Skriv den som 17-43093464-G-A, SPDI, HGVS g. eller VariantKey; inom citattecken om den har mellanslag eller parenteser.",
                en:
                    "Write it as 17-43093464-G-A, SPDI, HGVS g. or a VariantKey; in quotation marks where it has spaces or parentheses."
            )
        case .badPhrase:
            LocalizedText(
                sv:
                    "Skriv carries gene BRCA1 with impact HIGH (eller consequence, coding, protein), eller carries event DEL in 17:1000-5000 with length 50..1000.",
                en:
                    "Write carries gene BRCA1 with impact HIGH (or consequence, coding, protein), or carries event DEL in 17:1000-5000 with length 50..1000."
            )
        case .notJSON:
            LocalizedText(
                sv: "Kontrollera kommatecken, citattecken och klamrar på det här stället.",
                en: syntax?.remedy ?? "Check commas, quotation marks and brackets at this place.")
        case .wrongType: jsonShape
        case .notOneMember:
            LocalizedText(sv: "Foga ihop flera med {\"and\": [ … ]}.", en: "Join several with {\"and\": [ … ]}.")
        case .unknownMember:
            LocalizedText(
                sv: "Skriv {\"count\": villkor}, {\"frequency\": variant, \"where\": villkor} eller bara ett villkor.",
                en: "Write {\"count\": criterion}, {\"frequency\": variant, \"where\": criterion}, or a criterion alone.")
        }
    }

    private static let fields = CohortField.allCases.map(\.rawValue).joined(separator: ", ")

    private var comparisons: LocalizedText {
        guard let field else { return LocalizedText(sv: "Skriv =, in eller under.", en: "Write =, in or under.") }
        let name = field.rawValue
        if field == .age {
            return LocalizedText(
                sv: "Skriv age = 40, age in 40..49, age >= 18 eller age < 18.",
                en: "Write age = 40, age in 40..49, age >= 18 or age < 18.")
        }
        return field.takesCodes
            ? LocalizedText(
                sv: "Skriv \(name) = KOD, \(name) in (KOD, KOD) eller \(name) under KOD.",
                en: "Write \(name) = CODE, \(name) in (CODE, CODE) or \(name) under CODE.")
            : LocalizedText(
                sv: "Skriv \(name) = VÄRDE eller \(name) in (VÄRDE, VÄRDE).",
                en: "Write \(name) = VALUE or \(name) in (VALUE, VALUE).")
    }

    private var values: LocalizedText? {
        guard let field else { return nil }
        if field.takesCodes {
            let systems = CodeSystem.allCases.filter(field.systems.contains).map { $0.prefix + ":" }.joined(separator: ", ")
            return LocalizedText(
                sv: "Skriv \(systems.contains(",") ? "något av " : "")\(systems) och koden.",
                en: "Write \(systems.contains(",") ? "one of " : "")\(systems) and the code.")
        }
        let words = field.words.joined(separator: ", ")
        return words.isEmpty ? nil : LocalizedText(sv: "Skriv något av \(words).", en: "Write one of \(words).")
    }

    private var jsonShape: LocalizedText {
        guard let field else {
            let examples = "{\"sex\": \"female\"}, {\"and\": [ … ]}, {\"not\": { … }}"
            return LocalizedText(
                sv: "Skriv ett objekt som \(examples) eller {\"all\": true}.",
                en: "Write an object such as \(examples) or {\"all\": true}.")
        }
        let name = field.rawValue
        if field == .age {
            let example = "{\"age\": {\"from\": 40, \"through\": 49}}"
            return LocalizedText(
                sv: "Skriv \(example) med den ena eller båda gränserna.", en: "Write \(example) with one end or both.")
        }
        return field.takesCodes
            ? LocalizedText(
                sv: "Skriv {\"\(name)\": \"KOD\"}, en lista av koder, eller {\"\(name)\": {\"under\": \"KOD\"}}.",
                en: "Write {\"\(name)\": \"CODE\"}, a list of codes, or {\"\(name)\": {\"under\": \"CODE\"}}.")
            : LocalizedText(
                sv: "Skriv {\"\(name)\": \"VÄRDE\"} eller en lista av värden.",
                en: "Write {\"\(name)\": \"VALUE\"} or a list of values.")
    }
}
