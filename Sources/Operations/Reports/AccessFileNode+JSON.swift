internal import AccessModel
internal import StructuredText
internal import Yams

extension AccessFileNode {
    /// The node as JSON with its places: a plain `true`, `false` or number is one, everything else that is written is text.
    func json() throws(AccessFileError) -> JSONValue {
        let place = place ?? SourcePlace(line: 0, column: 0)
        switch node {
        case .mapping:
            var members: [JSONValue.Member] = []
            for (key, value) in try self.members() {
                members.append(
                    JSONValue.Member(
                        name: try key.text(), place: key.place ?? SourcePlace(line: 0, column: 0), value: try value.json()))
            }
            return JSONValue(.object(members), at: place)
        case .sequence:
            var values: [JSONValue] = []
            for element in try list() { values.append(try element.json()) }
            return JSONValue(.array(values), at: place)
        case .scalar(let scalar):
            let text = try text()
            guard scalar.style == .plain || scalar.style == .any else { return JSONValue(.string(text), at: place) }
            if text == "true" || text == "false" { return JSONValue(.bool(text == "true"), at: place) }
            return JSONValue(Double(text) == nil ? .string(text) : .number(text), at: place)
        default: throw error(.wrongType(expected: "a value"))
        }
    }
}
