internal import ClinicalModel
package import StructuredText

/// A manifest without its identity numbers: what may lie outside the sealed register.
package enum RedactedManifest {
    static let withheld = "withheld"

    /// The manifest with every `identityNumber` replaced, wherever it stands, and every other text that looks like one.
    package static func text(_ json: JSONValue) -> String { redact(json).indentedText }

    private static func redact(_ value: JSONValue) -> JSONValue {
        switch value.content {
        case .object(let members):
            JSONValue(
                .object(
                    members.map { member in
                        let isIdentity = member.name == "identityNumber"
                        return JSONValue.Member(
                            name: scrub(member.name), place: member.place,
                            value: isIdentity ? JSONValue(.string(withheld), at: member.value.place) : redact(member.value))
                    }), at: value.place)
        case .array(let values): JSONValue(.array(values.map(redact)), at: value.place)
        case .string(let text): JSONValue(.string(scrub(text)), at: value.place)
        // A number written without quotation marks is a number all the same.
        case .number(let text): scrub(text) == text ? value : JSONValue(.string(withheld), at: value.place)
        case .null, .bool: value
        }
    }

    private static func scrub(_ text: String) -> String { IdentityNumber.looksLikeOne(text) ? withheld : text }
}
