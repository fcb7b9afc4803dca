internal import ClinicalModel
internal import StructuredText

/// Walks an object of a manifest and notes every fault on the way, so that a laboratory mends them all at once.
struct ManifestCursor {
    /// Faults of the whole document; the list is cut after a hundred.
    final class Log {
        private(set) var faults: [ManifestFault] = []
        func note(_ fault: ManifestFault) { if faults.count < 100 { faults.append(fault) } }
    }

    let value: JSONValue
    let path: String
    let log: Log

    init(_ value: JSONValue, path: String, log: Log, names: [String]) {
        self.value = value
        self.path = path
        self.log = log
        guard let members = value.members else {
            log.note(ManifestFault(.wrongType, path: path, place: value.place, expected: "object"))
            return
        }
        for member in members where !names.contains(member.name) {
            log.note(
                ManifestFault(.unknownName, path: join(member.name), place: member.place, expected: names.joined(separator: ", "))
            )
        }
    }

    /// A name that nobody foresaw may be anything: an identity number, a page of text.
    func join(_ name: String) -> String {
        let shown = IdentityNumber.looksLikeOne(name) || name.unicodeScalars.count > 100 ? "…" : name
        return path.isEmpty ? shown : path + "." + shown
    }

    func note(_ code: ManifestFault.Code, _ name: String, expected: String = "") {
        log.note(ManifestFault(code, path: join(name), place: value[name]?.place ?? value.place, expected: expected))
    }

    /// The value of a name that may be absent; `null` counts as absent.
    private func given(_ name: String) -> JSONValue? {
        guard let found = value[name], !found.isNull else { return nil }
        return found
    }

    private func demand(_ name: String) {
        if value.members != nil { note(.missing, name) }
    }

    /// Text of a shape. Nil where it is absent or faulty; absence is a fault where it `isRequired`.
    func text(_ name: String, isRequired: Bool = true, _ shape: TextShape) -> String? {
        guard let found = given(name) else {
            if isRequired { demand(name) }
            return nil
        }
        guard let text = found.string else {
            note(.wrongType, name, expected: "text")
            return nil
        }
        if shape.holdsNames, IdentityNumber.looksLikeOne(text) {
            note(.identityInName, name)
            return nil
        }
        guard shape.matches(text) else {
            note(shape.fault, name, expected: shape.expected)
            return nil
        }
        return text
    }

    /// One of the cases of an enumeration.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, _: Choice.Type, isRequired: Bool = true) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(name, isRequired: isRequired, .any) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            note(.wrongValue, name, expected: Choice.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        return choice
    }

    func parsed<Value>(_ name: String, isRequired: Bool = true, expected: String, _ parse: (String) -> Value?) -> Value? {
        guard let text = text(name, isRequired: isRequired, .any) else { return nil }
        guard let value = parse(text) else {
            note(.wrongValue, name, expected: expected)
            return nil
        }
        return value
    }

    func date(_ name: String, isRequired: Bool = true) -> CivilDate? {
        parsed(name, isRequired: isRequired, expected: "2026-11-21") { CivilDate($0) }
    }

    func organisation(_ name: String, isRequired: Bool = true) -> OrganisationCode? {
        parsed(name, isRequired: isRequired, expected: "SE2321000222-A001") { OrganisationCode($0) }
    }

    func bool(_ name: String, isRequired: Bool = true) -> Bool? {
        guard let found = given(name) else {
            if isRequired { demand(name) }
            return nil
        }
        if found.bool == nil { note(.wrongType, name, expected: "true, false") }
        return found.bool
    }

    func integer(_ name: String, _ range: ClosedRange<Int>, isRequired: Bool = true) -> Int? {
        guard let found = given(name) else {
            if isRequired { demand(name) }
            return nil
        }
        guard let number = found.integer else {
            note(.wrongType, name, expected: "a whole number")
            return nil
        }
        guard range.contains(number) else {
            note(.outOfRange, name, expected: "\(range.lowerBound)–\(range.upperBound)")
            return nil
        }
        return number
    }

    func number(_ name: String, in range: ClosedRange<Double>? = nil, isRequired: Bool = true) -> Double? {
        guard let found = given(name) else {
            if isRequired { demand(name) }
            return nil
        }
        guard let number = found.double, number.isFinite else {
            note(.wrongType, name, expected: "a number")
            return nil
        }
        if let range, !range.contains(number) {
            note(.outOfRange, name, expected: "\(range.lowerBound)–\(range.upperBound)")
            return nil
        }
        return number
    }

    /// Cursors over the objects of a list; empty where it is absent.
    func list(_ name: String, limit: Int, names: [String]) -> [ManifestCursor] {
        guard let found = given(name) else { return [] }
        guard let values = found.array else {
            note(.wrongType, name, expected: "list")
            return []
        }
        guard values.count <= limit else {
            note(.tooMany, name, expected: "≤ \(limit)")
            return []
        }
        return values.enumerated().map { index, value in
            ManifestCursor(value, path: join(name) + "[\(index)]", log: log, names: names)
        }
    }

    func object(_ name: String, names: [String]) -> ManifestCursor? {
        given(name).map { ManifestCursor($0, path: join(name), log: log, names: names) }
    }
}

/// The shapes that text in a manifest takes.
enum TextShape {
    case any
    /// `^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`, and no identity number.
    case name
    /// A plain file name.
    case fileName
    case sha256
    case submission
    /// Any text of at most so many characters, and no identity number.
    case free(Int)
    case metric

    var expected: String {
        switch self {
        case .any: "text"
        case .name: "A–Z a–z 0–9 . _ -, ≤ 100"
        case .fileName: "A–Z a–z 0–9 . _ -, ≤ 200"
        case .sha256: "64 × 0–9 a–f"
        case .submission: "sub-0123456789abcdef"
        case .free(let limit): "1–\(limit)"
        case .metric: "mean-coverage"
        }
    }

    var holdsNames: Bool {
        switch self {
        case .name, .fileName, .free: true
        default: false
        }
    }

    var fault: ManifestFault.Code {
        if case .fileName = self { return .strayFileName }
        return .wrongValue
    }

    func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
        func isPlain(_ byte: UInt8) -> Bool {
            isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        }
        func isLowercaseHex(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
        switch self {
        case .any: return true
        case .name: return (1...100).contains(bytes.count) && isAlphanumeric(bytes[0]) && bytes.allSatisfy(isPlain)
        case .fileName:
            return (1...200).contains(bytes.count) && (isAlphanumeric(bytes[0]) || bytes[0] == UInt8(ascii: "_"))
                && bytes.allSatisfy(isPlain)
        case .sha256: return bytes.count == 64 && bytes.allSatisfy(isLowercaseHex)
        case .submission: return bytes.count == 20 && text.hasPrefix("sub-") && bytes[4...].allSatisfy(isLowercaseHex)
        case .free(let limit):
            return (1...limit).contains(text.unicodeScalars.count)
                && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        case .metric:
            return (1...64).contains(bytes.count)
                && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
                    !part.isEmpty
                        && part.utf8.allSatisfy { isAlphanumeric($0) && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
                }
        }
    }
}
