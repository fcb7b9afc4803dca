internal import HTTPTypes
package import Hummingbird
internal import Identification
internal import NIOCore
internal import Operations
internal import StructuredText

/// A form that somebody has sent, with its token proved.
package struct PageForm: Sendable {
    /// In the order sent, the token left out.
    package let fields: [(name: String, value: String)]

    package init(fields: [(name: String, value: String)]) { self.fields = fields.filter { $0.name != PageForm.tokenName } }

    /// The hidden field of every form.
    package static let tokenName = "_csrf"
    /// Bytes of a form without files.
    package static let limit = 1 << 20

    /// Reads the body of a form without files. Throws `PageDetour.signIn` where nobody is signed in, `.foreignForm` where the session's token
    /// is missing or another's, and `ProblemFacts` for what is no form or too large.
    package static func read(_ request: Request, _ context: PageContext, limit: Int = limit) async throws -> PageForm {
        let visitor = try context.signedIn()
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased() ?? ""
        guard type == "application/x-www-form-urlencoded" else {
            throw PageForm.fault(415, "content-type", context)
        }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw PageForm.fault(413, "body-too-large", context)
        }
        guard let text = String(validating: buffer.readableBytesView, as: UTF8.self), let fields = FormText.fields(text) else {
            throw PageForm.fault(400, "form-malformed", context)
        }
        let tokens = fields.filter { $0.name == tokenName }
        guard tokens.count == 1, visitor.session.formToken.matches(tokens[0].value) else { throw PageDetour.foreignForm }
        return PageForm(fields: fields)
    }

    /// The one value of a name; nil where it is absent, empty or there twice.
    package func text(_ name: String) -> String? {
        let found = texts(name)
        return found.count == 1 && !found[0].isEmpty ? found[0] : nil
    }

    /// Every value of a name: of boxes that were ticked.
    package func texts(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    static func fault(_ status: Int, _ code: String, _ context: PageContext) -> ProblemFacts {
        let title: LocalizedText
        let remedy: LocalizedText
        switch code {
        case "body-too-large":
            title = LocalizedText(sv: "Formuläret är för stort.", en: "The form is too large.")
            remedy = LocalizedText(sv: "Skicka mindre på en gång.", en: "Send less at once.")
        case "content-type":
            title = LocalizedText(sv: "Det som skickades är inget formulär.", en: "What was sent is no form.")
            remedy = LocalizedText(sv: "Använd sidans formulär.", en: "Use the page's form.")
        default:
            title = LocalizedText(sv: "Formuläret kom fram skadat.", en: "The form arrived damaged.")
            remedy = LocalizedText(sv: "Ladda om sidan och försök igen.", en: "Reload the page and try again.")
        }
        return ProblemFacts(status, code, title, remedy: remedy, context.language)
    }
}
