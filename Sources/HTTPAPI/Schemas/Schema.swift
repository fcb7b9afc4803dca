/// What a JSON value has to look like: written into the description of the API, and held against what arrives.
package indirect enum Schema: Sendable {
    case any
    /// Bytes that are no JSON.
    case binary
    /// Text. The pattern has to match the whole of it.
    case text(TextRule = TextRule())
    /// One of these texts.
    case words([String])
    case integer(ClosedRange<Int>)
    case number
    case boolean
    case list(Schema, limit: Int? = nil)
    /// An object of these members and, unless it is open, no others.
    case object([Member], isOpen: Bool = false)
    case either([Schema])
    case nullable(Schema)
    /// Described once under this name and referred to from everywhere else.
    case named(String, Schema)
    case described(String, Schema)

    package struct TextRule: Sendable {
        /// A regular expression without anchors, of the part that ECMA 262 and Swift share.
        package var pattern: String?
        package var format: String?
        /// In Unicode scalars.
        package var lengths: ClosedRange<Int> = 0...10_000
        package var example: String?

        package init(
            pattern: String? = nil, format: String? = nil, lengths: ClosedRange<Int> = 0...10_000, example: String? = nil
        ) {
            self.pattern = pattern
            self.format = format
            self.lengths = lengths
            self.example = example
        }
    }

    package struct Member: Sendable {
        package let name: String
        package let schema: Schema
        package let isRequired: Bool

        package init(_ name: String, _ schema: Schema, isRequired: Bool = true) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    /// The words of an enumeration, in its own order.
    package static func words<Words: CaseIterable & RawRepresentable>(_ type: Words.Type) -> Schema
    where Words.RawValue == String {
        .words(type.allCases.map(\.rawValue))
    }

    /// The schema without its names and descriptions.
    package var bare: Schema {
        switch self {
        case .named(_, let schema), .described(_, let schema): schema.bare
        default: self
        }
    }
}
