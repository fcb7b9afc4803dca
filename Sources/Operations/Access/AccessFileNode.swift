internal import AccessModel
package import ClinicalModel
package import StructuredText
internal import Yams

/// A value of a YAML file with its place, and the readings of it that such files use. Every reading that does not fit is an error
/// with the place of the value.
package struct AccessFileNode {
    let node: Node
    package let file: String

    init(_ node: Node, file: String) {
        self.node = node
        self.file = file
    }

    package var place: SourcePlace? { node.mark.map { SourcePlace(line: $0.line, column: $0.column) } }

    package func error(_ code: AccessFileError.Code) -> AccessFileError { AccessFileError(code, file: file, at: place) }

    /// The members of a mapping in the order written.
    package func members() throws(AccessFileError) -> [(key: AccessFileNode, value: AccessFileNode)] {
        guard case .mapping(let mapping) = node else { throw error(.wrongType(expected: "a mapping (key: value)")) }
        return mapping.map { (AccessFileNode($0.key, file: file), AccessFileNode($0.value, file: file)) }
    }

    /// The members of a mapping whose keys are all among `known`.
    package func fields(_ known: [String]) throws(AccessFileError) -> AccessFileFields {
        var values: [String: AccessFileNode] = [:]
        for (key, value) in try members() {
            let name = try key.text()
            guard known.contains(name) else { throw key.error(.unknownKey(name, known: known)) }
            values[name] = value
        }
        return AccessFileFields(values: values, whole: self)
    }

    package func list() throws(AccessFileError) -> [AccessFileNode] {
        guard case .sequence(let sequence) = node else { throw error(.wrongType(expected: "a list")) }
        return sequence.map { AccessFileNode($0, file: file) }
    }

    /// A scalar that is not empty, without white space around it.
    package func text() throws(AccessFileError) -> String {
        guard case .scalar(let scalar) = node else { throw error(.wrongType(expected: "a text")) }
        let words = scalar.string.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { throw error(.emptyText) }
        return words.joined(separator: " ")
    }

    func date() throws(AccessFileError) -> CivilDate {
        let text = try text()
        guard let date = CivilDate(text) else { throw error(.badDate(text)) }
        return date
    }

    func force() throws(AccessFileError) -> InForce { try text() == "proposed" ? .proposed : .from(date()) }

    package func number() throws(AccessFileError) -> Int {
        guard let number = Int(try text()), number > 0 else { throw error(.badNumber) }
        return number
    }

    package func bool() throws(AccessFileError) -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        case let other: throw error(.unknownValue(other, known: ["true", "false"]))
        }
    }

    package func region() throws(AccessFileError) -> RegionCode {
        guard let code = RegionCode(try text()) else { throw error(.badRegion) }
        return code
    }

    package func organisation() throws(AccessFileError) -> OrganisationCode {
        guard let code = OrganisationCode(try text()) else { throw error(.badCode) }
        return code
    }

    /// One of the values of a closed list.
    package func one<Value: RawRepresentable & CaseIterable>(of type: Value.Type) throws(AccessFileError) -> Value
    where Value.RawValue == String {
        let text = try text()
        guard let value = Value(rawValue: text) else {
            throw error(.unknownValue(text, known: Value.allCases.map(\.rawValue)))
        }
        return value
    }

    /// A list of values of a closed list, none twice.
    package func several<Value: RawRepresentable & CaseIterable & Hashable>(of type: Value.Type) throws(AccessFileError)
        -> [Value]
    where Value.RawValue == String {
        var values: [Value] = []
        for element in try list() {
            let value = try element.one(of: type)
            guard !values.contains(value) else { throw element.error(.valueTwice(value.rawValue)) }
            values.append(value)
        }
        return values
    }

    /// A mapping from values of a closed list to whatever `read` makes of what stands there.
    package func byName<Key: RawRepresentable & CaseIterable & Hashable, Value>(
        _ type: Key.Type, _ read: (AccessFileNode) throws(AccessFileError) -> Value
    ) throws(AccessFileError) -> [Key: Value] where Key.RawValue == String {
        var values: [Key: Value] = [:]
        for (key, value) in try members() { values[try key.one(of: type)] = try read(value) }
        return values
    }

    func localized() throws(AccessFileError) -> LocalizedText {
        let fields = try fields(["sv", "en"])
        return try LocalizedText(sv: fields["sv"].text(), en: fields["en"].text())
    }

    func basis() throws(AccessFileError) -> LegalBasis {
        let fields = try fields(["sv", "en", "reference"])
        return try LegalBasis(
            text: LocalizedText(sv: fields["sv"].text(), en: fields["en"].text()), reference: fields["reference"].text())
    }
}
