/// Why a text is no identity number. It never carries the text.
package enum IdentityNumberError: Error, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case shape
    case noSuchDay
    case inTheFuture
    case checkDigit

    package var message: String {
        switch self {
        case .shape:
            "the identity number has the form of neither a personnummer, a samordningsnummer nor a reserve number of the region."
        case .noSuchDay: "the identity number's date does not exist."
        case .inTheFuture: "the identity number's date lies in the future."
        case .checkDigit: "the identity number's check digit is wrong."
        }
    }

    package var remedy: String {
        switch self {
        case .shape:
            "Write twelve digits (YYYYMMDDNNNN, with or without a hyphen before the last four), or add the region's reserve number format to its configuration."
        case .noSuchDay, .inTheFuture, .checkDigit: "Compare it with the referral: two digits may have changed places."
        }
    }

    package var description: String { message + " " + remedy }
}
