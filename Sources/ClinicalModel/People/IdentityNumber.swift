/// A number by which Swedish care knows a person. It is shown nowhere: its description tells only what kind it is.
package struct IdentityNumber: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable, CaseIterable {
        /// Given at birth or immigration by the tax agency.
        case personnummer
        /// For people who are not registered in the country: 60 is added to the day of birth.
        case samordningsnummer
        /// A region's own, where neither of the others is known.
        case reservnummer
    }

    package let kind: Kind
    /// Twelve digits for the national numbers; as the region writes it for a reserve number.
    package let digits: String

    /// Nil for a reserve number, which does not say.
    package let birthDate: CivilDate?
    /// By the ninth digit of a national number, odd for men.
    package let sexDigitIsOdd: Bool?

    package var description: String { kind.rawValue }

    init(kind: Kind, digits: String, birthDate: CivilDate?, sexDigitIsOdd: Bool?) {
        self.kind = kind
        self.digits = digits
        self.birthDate = birthDate
        self.sexDigitIsOdd = sexDigitIsOdd
    }
}
