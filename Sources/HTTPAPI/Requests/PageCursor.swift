internal import Foundation
internal import HTTPTypes
internal import StructuredText

/// A place in a list, opaque to whoever holds it: only this node reads it.
package struct PageCursor: Hashable, Sendable {
    /// The key of the last entry that was given.
    package let after: String

    package init(after: String) { self.after = after }

    package var text: String {
        Data(after.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Throws a `Problem` for a text that no cursor has.
    package init(_ text: String) throws {
        let padded = text.replacing("-", with: "+").replacing("_", with: "/")
        let whole = padded + String(repeating: "=", count: (4 - padded.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: whole), let after = String(data: data, encoding: .utf8) else {
            throw Problem(
                .badRequest, "cursor-malformed",
                LocalizedText(sv: "Det är ingen markör i den här listan.", en: "This is no cursor of this list."),
                remedy: LocalizedText(
                    sv: "Ta markören ur svaret före, eller utelämna den.",
                    en: "Take the cursor from the answer before, or leave it out."))
        }
        self.after = after
    }

    static let parameters: [Parameter] = [
        .query("limit", .integer(1...500), "How many at most; 100 where it is left out."),
        .query(
            "cursor", .text(.init(pattern: "[A-Za-z0-9_-]{1,400}", lengths: 1...400)),
            "Where the page before ended: next of its answer."),
    ]
}
