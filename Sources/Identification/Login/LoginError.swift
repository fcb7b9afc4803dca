package import StructuredText

/// Why somebody was not signed in. It repeats nothing of what was sent.
package struct LoginError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        /// There is no identity provider of that name here.
        case unknownProvider = "unknown-provider"
        /// The sign-in was not begun here, has been finished already, or took too long.
        case state
        /// It was begun in another browser.
        case otherBrowser = "other-browser"
        /// The identity provider refused, or the person broke it off.
        case refused
        /// The answer names another identity provider than the one that was asked.
        case issuer
        /// The identity provider does not answer, or not as OpenID Connect has it.
        case provider
        /// Its token does not hold.
        case token
        /// The token was made for another sign-in.
        case nonce
    }

    package let code: Code
    /// For the log: the token's fault or the provider's error code.
    package let detail: String?

    package init(_ code: Code, detail: String? = nil) {
        self.code = code
        self.detail = detail
    }

    package var message: LocalizedText {
        switch code {
        case .unknownProvider:
            LocalizedText(sv: "Den inloggningstjänsten finns inte här.", en: "There is no such identity provider here.")
        case .state:
            LocalizedText(
                sv: "Inloggningen är avslutad redan, eller tog för lång tid.",
                en: "The sign-in has been finished already, or took too long.")
        case .otherBrowser:
            LocalizedText(
                sv: "Inloggningen påbörjades i en annan webbläsare.", en: "The sign-in was begun in another browser.")
        case .refused:
            LocalizedText(sv: "Inloggningstjänsten släppte inte in dig.", en: "The identity provider did not let you in.")
        case .issuer:
            LocalizedText(
                sv: "Svaret kom från en annan inloggningstjänst än den som tillfrågades.",
                en: "The answer came from another identity provider than the one that was asked.")
        case .provider:
            LocalizedText(
                sv: "Inloggningstjänsten svarar inte som den ska.", en: "The identity provider does not answer as it should.")
        case .token:
            LocalizedText(
                sv: "Inloggningstjänstens intyg godtas inte här.", en: "The identity provider's token is not accepted here.")
        case .nonce:
            LocalizedText(
                sv: "Intyget hör till en annan inloggning.", en: "The token belongs to another sign-in.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .provider:
            LocalizedText(sv: "Försök igen om en minut.", en: "Try again in a minute.")
        case .token:
            LocalizedText(
                sv: "Välj rätt uppdrag när du loggar in. Hjälper inte det, kontakta den som driver noden.",
                en: "Choose the right commission when you sign in. If that does not help, tell whoever runs the node.")
        default: LocalizedText(sv: "Logga in på nytt.", en: "Sign in anew.")
        }
    }

    package var description: String { code.rawValue + (detail.map { " (\($0))" } ?? "") }
}
