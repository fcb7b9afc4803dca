internal import StructuredText

/// One parameter's value, read as tolerantly as clients write it: a number may come as text, a list as a text with commas.
struct BeaconValue {
    let name: String
    let value: JSONValue

    private func fault(_ code: BeaconRequestError.Code, among: [String] = []) -> BeaconRequestError {
        BeaconRequestError(code, name, among: among)
    }

    func text() throws(BeaconRequestError) -> String {
        guard let text = value.string else { throw fault(.wrongType) }
        return text
    }

    /// From 0 through `limit`.
    func whole(through limit: Int) throws(BeaconRequestError) -> Int {
        guard let number = value.integer ?? value.string.flatMap({ BeaconValue.digits($0) }) else {
            throw fault(.notAWholeNumber)
        }
        guard (0...limit).contains(number) else { throw fault(.outOfRange) }
        return number
    }

    /// One or more numbers: a number, a text, a text with commas, or a list of these.
    func wholes(through limit: Int) throws(BeaconRequestError) -> [Int] {
        var numbers: [Int] = []
        for part in try parts() { numbers.append(try BeaconValue(name: name, value: part).whole(through: limit)) }
        return numbers
    }

    /// Texts: one, one with commas, or a list of these. Empty ones are left out.
    func texts() throws(BeaconRequestError) -> [String] {
        var texts: [String] = []
        for part in try parts() { texts.append(try BeaconValue(name: name, value: part).text()) }
        return texts
    }

    private func parts() throws(BeaconRequestError) -> [JSONValue] {
        func split(_ text: String) -> [JSONValue] {
            text.split(separator: ",").map { JSONValue(.string(BeaconValue.trimmed($0))) }
        }
        switch value.content {
        case .number: return [value]
        case .string(let text): return split(text)
        case .array(let values):
            return values.flatMap { value in value.string.map(split) ?? [value] }
        case .null, .bool, .object: throw fault(.wrongType)
        }
    }

    func flag() throws(BeaconRequestError) -> Bool {
        if let flag = value.bool { return flag }
        switch value.string?.lowercased() {
        case "true": return true
        case "false": return false
        default: throw fault(.wrongType)
        }
    }

    func word<Word: RawRepresentable & CaseIterable>(
        _ type: Word.Type
    ) throws(BeaconRequestError) -> Word where Word.RawValue == String {
        let text = try text()
        guard let word = Word.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
            throw fault(.unknownWord, among: Word.allCases.map(\.rawValue))
        }
        return word
    }

    private static func digits(_ text: String) -> Int? {
        let text = trimmed(text[...])
        return text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }

    static func trimmed(_ text: Substring) -> String {
        guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return String(text) }
        let start = text.drop { $0.isWhitespace }
        return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
    }
}
