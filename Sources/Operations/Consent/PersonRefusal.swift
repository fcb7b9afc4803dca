package import ClinicalModel
package import StructuredText

/// Why something about a person is not done. It never carries the person.
package struct PersonRefusal: Error, Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        /// What was written is neither an identity number nor a pseudonym.
        case notWritten(IdentityNumberError)
        case unknown
        /// A patient speaks about themselves only.
        case notOneself
        case noCareRelation
        /// The last day lies before the first.
        case periodBackwards
        /// The decision that an ending rests on is not named, is too long, or holds an identity number.
        case decisionMissing
        /// A destruction was not confirmed.
        case notConfirmed
    }

    package let code: Code

    package init(_ code: Code) { self.code = code }

    package var message: LocalizedText {
        switch code {
        case .notWritten(let error):
            switch error {
            case .shape:
                LocalizedText(
                    sv: "Detta är varken ett personnummer, ett samordningsnummer, regionens reservnummer eller en pseudonym.",
                    en: "This is neither an identity number, one of the region's reserve numbers, nor a pseudonym.")
            case .noSuchDay: LocalizedText(sv: "Numrets datum finns inte.", en: "The number's date does not exist.")
            case .inTheFuture: LocalizedText(sv: "Numrets datum har inte kommit än.", en: "The number's date lies in the future.")
            case .checkDigit: LocalizedText(sv: "Numrets kontrollsiffra stämmer inte.", en: "The number's check digit is wrong.")
            }
        case .unknown:
            LocalizedText(sv: "Regionen har inga uppgifter om personen.", en: "The region holds nothing about this person.")
        case .notOneself:
            LocalizedText(sv: "Beskedet skulle gälla någon annan.", en: "The statement would be about somebody else.")
        case .noCareRelation:
            LocalizedText(sv: "Du deltar inte i vården av den här personen.", en: "You take no part in this person's care.")
        case .periodBackwards:
            LocalizedText(sv: "Sista dagen ligger före den första.", en: "The last day lies before the first.")
        case .decisionMissing:
            LocalizedText(
                sv: "Beslutet som åtgärden vilar på är inte angivet så som det kan antecknas.",
                en: "The decision that this rests on is not named in a way that can be recorded.")
        case .notConfirmed:
            LocalizedText(sv: "Förstöringen är inte bekräftad.", en: "The destruction was not confirmed.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .notWritten(.shape):
            LocalizedText(
                sv: "Skriv tolv siffror, ÅÅÅÅMMDDNNNN, med eller utan bindestreck.",
                en: "Write twelve digits, YYYYMMDDNNNN, with or without a hyphen.")
        case .notWritten:
            LocalizedText(
                sv: "Jämför med remissen: två siffror kan ha bytt plats.",
                en: "Compare it with the referral: two digits may have changed places.")
        case .unknown:
            LocalizedText(
                sv: "Kontrollera numret. Personen kan finnas i en annan region: fråga där.",
                en: "Check the number. The person may be known in another region: ask there.")
        case .notOneself: LocalizedText(sv: "Lämna besked om dig själv.", en: "Speak about yourself.")
        case .noCareRelation:
            LocalizedText(
                sv: "Anteckna vårdrelationen först, om du har en.", en: "Put the care relation on record first, if there is one.")
        case .periodBackwards: LocalizedText(sv: "Ange dagarna i ordning.", en: "Give the days in order.")
        case .decisionMissing:
            LocalizedText(
                sv: "Ange beslutets beteckning, högst 200 tecken och utan identitetsnummer.",
                en: "Give the decision's reference, at most 200 characters and without identity numbers.")
        case .notConfirmed:
            LocalizedText(
                sv: "Bekräfta med beslutets beteckning en gång till.", en: "Confirm with the decision's reference once more.")
        }
    }
}
