package import StructuredText

extension ItemStatement {
    /// `["pathogenic", "", [["stars", 2], ["certainty", 1]]]`: direction, scope, and the strengths in their order.
    package var json: JSONValue {
        [
            JSONValue(.string(direction)), JSONValue(.string(scope)),
            JSONValue(strengths.map { [JSONValue(.string($0.scale)), JSONValue($0.value)] }),
        ]
    }

    /// Reads what `json` writes; nil for anything else.
    package init?(json: JSONValue) {
        guard let parts = json.array, parts.count == 3, let direction = parts[0].string, let scope = parts[1].string,
            let written = parts[2].array
        else { return nil }
        var strengths: [ItemStrength] = []
        for strength in written {
            guard let pair = strength.array, pair.count == 2, let scale = pair[0].string, let value = pair[1].integer else {
                return nil
            }
            strengths.append(ItemStrength(scale, value))
        }
        self.init(direction: direction, scope: scope, strengths: strengths)
    }
}
