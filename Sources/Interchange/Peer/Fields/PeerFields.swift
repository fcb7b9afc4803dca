internal import ClinicalModel
internal import StructuredText

/// The members of one object of a message, read by name within bounds. Members that nobody asks for are ignored: a newer release
/// may have written them, and lists under `must` those that may not be.
struct PeerFields {
    let json: JSONValue
    /// Where the object stands, for errors: `asked.actor`.
    let path: String

    init(_ json: JSONValue, at path: String) throws(PeerMessageError) {
        guard json.members != nil else { throw PeerMessageError(.wrongType, at: path) }
        self.json = json
        self.path = path
    }

    func place(_ name: String) -> String { path.isEmpty ? name : path + "." + name }

    func fault(_ code: PeerMessageError.Code, _ name: String) -> PeerMessageError {
        PeerMessageError(code, at: place(name))
    }

    /// Nil where it is absent or null.
    func optional(_ name: String) -> JSONValue? { json[name].flatMap { $0.isNull ? nil : $0 } }

    func required(_ name: String) throws(PeerMessageError) -> JSONValue {
        guard let value = optional(name) else { throw fault(.missing, name) }
        return value
    }

    // MARK: Plain values

    /// `limit` is in bytes.
    func text(_ name: String, limit: Int = 256) throws(PeerMessageError) -> String {
        let value = try required(name)
        guard let text = value.string else { throw fault(.wrongType, name) }
        guard text.utf8.count <= limit else { throw fault(.outOfBounds, name) }
        return text
    }

    func optionalText(_ name: String, limit: Int = 256) throws(PeerMessageError) -> String? {
        optional(name) == nil ? nil : try text(name, limit: limit)
    }

    func flag(_ name: String) throws(PeerMessageError) -> Bool {
        guard let flag = try required(name).bool else { throw fault(.wrongType, name) }
        return flag
    }

    /// A whole number written without sign of plus, fraction, exponent or leading zeros: the one way to write it.
    func number(_ name: String, in bounds: ClosedRange<Int> = 0...Int(UInt32.max)) throws(PeerMessageError) -> Int {
        let value = try required(name)
        guard let number = value.integer else { throw fault(.wrongType, name) }
        guard bounds.contains(number) else { throw fault(.outOfBounds, name) }
        return number
    }

    // MARK: Values of the models

    /// A text of a fixed form, such as a date.
    func value<Value>(
        _ name: String, limit: Int = 256, _ read: (String) -> Value?
    ) throws(PeerMessageError) -> Value {
        guard let value = read(try text(name, limit: limit)) else { throw fault(.outOfBounds, name) }
        return value
    }

    func optionalValue<Value>(
        _ name: String, limit: Int = 256, _ read: (String) -> Value?
    ) throws(PeerMessageError) -> Value? {
        optional(name) == nil ? nil : try value(name, limit: limit, read)
    }

    /// A word out of a list that grows with the releases.
    func word<Word: RawRepresentable>(_ name: String) throws(PeerMessageError) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try text(name)) else { throw fault(.notUnderstood, name) }
        return word
    }

    func words<Word: RawRepresentable>(_ name: String) throws(PeerMessageError) -> [Word] where Word.RawValue == String {
        var words: [Word] = []
        for text in try texts(name) {
            guard let word = Word(rawValue: text) else { throw fault(.notUnderstood, name) }
            words.append(word)
        }
        return words
    }

    func localized(_ name: String) throws(PeerMessageError) -> LocalizedText {
        let fields = try object(name)
        return LocalizedText(sv: try fields.text("sv", limit: 4096), en: try fields.text("en", limit: 4096))
    }

    // MARK: Objects and lists

    func object(_ name: String) throws(PeerMessageError) -> PeerFields {
        try PeerFields(try required(name), at: place(name))
    }

    func optionalObject(_ name: String) throws(PeerMessageError) -> PeerFields? {
        optional(name) == nil ? nil : try object(name)
    }

    func list(_ name: String, limit: Int = 1000) throws(PeerMessageError) -> [JSONValue] {
        guard let values = try required(name).array else { throw fault(.wrongType, name) }
        guard values.count <= limit else { throw fault(.outOfBounds, name) }
        return values
    }

    func objects(_ name: String, limit: Int = 1000) throws(PeerMessageError) -> [PeerFields] {
        var objects: [PeerFields] = []
        for value in try list(name, limit: limit) { objects.append(try PeerFields(value, at: place(name))) }
        return objects
    }

    func texts(_ name: String, limit: Int = 1000) throws(PeerMessageError) -> [String] {
        var texts: [String] = []
        for value in try list(name, limit: limit) {
            guard let text = value.string else { throw fault(.wrongType, name) }
            guard text.utf8.count <= 256 else { throw fault(.outOfBounds, name) }
            texts.append(text)
        }
        return texts
    }

    func values<Value>(_ name: String, _ read: (String) -> Value?) throws(PeerMessageError) -> [Value] {
        var values: [Value] = []
        for text in try texts(name) {
            guard let value = read(text) else { throw fault(.outOfBounds, name) }
            values.append(value)
        }
        return values
    }

    /// A message in bytes, as far as it is an object of a version that this release reads and needs nothing that it does not know.
    static func message(_ bytes: [UInt8], knowing known: Set<String> = []) throws(PeerMessageError) -> PeerFields {
        let json: JSONValue
        do throws(JSONSyntaxError) {
            json = try JSONReader.read(bytes)
        } catch {
            throw PeerMessageError(.malformed, at: "message")
        }
        let fields = try PeerFields(json, at: "")
        guard PeerProtocol.versions.contains(try fields.number("protocol")) else { throw fields.fault(.version, "protocol") }
        if fields.optional("must") != nil {
            for name in try fields.texts("must") where !known.contains(name) { throw fields.fault(.notUnderstood, "must") }
        }
        return fields
    }
}
