extension CodeHierarchy {
    /// The terms of an OBO file (the flat file format of the OBO Foundry, versions 1.2 and 1.4) whose identifiers are of `system`.
    ///
    /// Taken are `id`, `name`, `alt_id` and `is_a` of terms that are not obsolete. A parent that the file does not define is left out: a
    /// subset such as DOID's cancer terms is cut from a larger tree. Cost: one pass over the bytes.
    package static func obo(_ bytes: [UInt8], system: CodeSystem) throws(CodeHierarchyError) -> CodeHierarchy {
        var reader = OBOReader(bytes: bytes, system: system)
        return try reader.read()
    }
}

/// Walks over an OBO file line by line. Identifiers are compared as numbers and become codes once a term, since the file names
/// each several times.
private struct OBOReader {
    /// The number and the count of digits of an identifier: DOID:0050458 and DOID:50458 are two.
    private struct Identifier: Hashable {
        let number: Int
        let digits: Int
    }

    private struct Stanza {
        var identifier: Identifier?
        var line = 0
        var name = ""
        var alternatives: [Identifier] = []
        var parents: [Identifier] = []
        var isObsolete = false
    }

    private static let dataVersion = Array("data-version: ".utf8)
    private static let ownIdentifier = Array("id: ".utf8)
    private static let name = Array("name: ".utf8)
    private static let otherIdentifier = Array("alt_id: ".utf8)
    private static let parentIdentifier = Array("is_a: ".utf8)
    private static let obsolete = Array("is_obsolete: true".utf8)

    private let bytes: [UInt8]
    private let system: CodeSystem
    private let prefix: [UInt8]
    private var line = 0
    private var version: String?
    private var isInTerm = false
    private var stanza = Stanza()
    private var identifiers: [Identifier] = []
    private var names: [String] = []
    private var numbers: [Identifier: Int] = [:]
    private var alternatives: [(identifier: Identifier, term: Int)] = []
    private var parents: [(child: Int, parent: Identifier)] = []

    init(bytes: [UInt8], system: CodeSystem) {
        self.bytes = bytes
        self.system = system
        prefix = Array((system.prefix + ":").utf8)
    }

    mutating func read() throws(CodeHierarchyError) -> CodeHierarchy {
        let opening = Array("format-version: 1.".utf8)
        guard bytes.starts(with: opening) else { throw CodeHierarchyError(.notOBO, system: system, line: 1) }
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 10 { end += 1 }
            line += 1
            try take(start, end > start && bytes[end - 1] == 13 ? end - 1 : end)
            start = end + 1
        }
        try closeStanza()
        guard let version else { throw CodeHierarchyError(.noVersion, system: system) }
        var codes: [Code] = []
        codes.reserveCapacity(identifiers.count)
        for identifier in identifiers { codes.append(try code(identifier)) }
        var others: [(code: Code, term: Int)] = []
        for (identifier, term) in alternatives { others.append((try code(identifier), term)) }
        return try CodeHierarchy(
            system: system, version: version, terms: codes, names: names, alternatives: others,
            parents: parents.compactMap { child, parent in numbers[parent].map { (child, $0) } })
    }

    /// The first byte tells most lines apart from the few that matter.
    private mutating func take(_ start: Int, _ end: Int) throws(CodeHierarchyError) {
        guard start < end else { return }
        switch bytes[start] {
        case UInt8(ascii: "["):
            try closeStanza()
            isInTerm = bytes[start..<end].elementsEqual("[Term]".utf8)
            stanza.line = line
        case UInt8(ascii: "d") where version == nil:
            if let value = value(after: OBOReader.dataVersion, start, end) {
                version = String(decoding: bytes[value..<end], as: UTF8.self)
            }
        case UInt8(ascii: "i") where isInTerm:
            if let value = value(after: OBOReader.parentIdentifier, start, end) {
                if let parent = identifier(value, end) { stanza.parents.append(parent) }
            } else if let value = value(after: OBOReader.ownIdentifier, start, end) {
                stanza.identifier = identifier(value, end)
            } else if value(after: OBOReader.obsolete, start, end) != nil {
                stanza.isObsolete = true
            }
        case UInt8(ascii: "n") where isInTerm:
            if let value = value(after: OBOReader.name, start, end) {
                stanza.name = String(decoding: bytes[value..<end], as: UTF8.self)
            }
        case UInt8(ascii: "a") where isInTerm:
            if let value = value(after: OBOReader.otherIdentifier, start, end), let other = identifier(value, end) {
                stanza.alternatives.append(other)
            }
        default: break
        }
    }

    private mutating func closeStanza() throws(CodeHierarchyError) {
        defer {
            stanza = Stanza()
            isInTerm = false
        }
        guard isInTerm, let identifier = stanza.identifier, !stanza.isObsolete else { return }
        let term = identifiers.count
        guard numbers.updateValue(term, forKey: identifier) == nil else {
            throw CodeHierarchyError(.repeatedTerm, system: system, line: stanza.line)
        }
        identifiers.append(identifier)
        names.append(stanza.name)
        for other in stanza.alternatives { alternatives.append((other, term)) }
        for parent in stanza.parents { parents.append((term, parent)) }
    }

    /// Where the value begins in a line that begins with `tag`.
    private func value(after tag: [UInt8], _ start: Int, _ end: Int) -> Int? {
        guard end - start >= tag.count else { return nil }
        for index in tag.indices where bytes[start + index] != tag[index] { return nil }
        return start + tag.count
    }

    /// Nil for an identifier of another system.
    private func identifier(_ start: Int, _ end: Int) -> Identifier? {
        guard end - start > prefix.count, bytes[start..<start + prefix.count].elementsEqual(prefix) else { return nil }
        var (number, index) = (0, start + prefix.count)
        let first = index
        while index < end, index - first < 12, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
            number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            index += 1
        }
        return index > first ? Identifier(number: number, digits: index - first) : nil
    }

    private func code(_ identifier: Identifier) throws(CodeHierarchyError) -> Code {
        let digits = String(identifier.number)
        let padded = String(repeating: "0", count: max(0, identifier.digits - digits.utf8.count)) + digits
        guard let code = Code(system, padded) else { throw CodeHierarchyError(.badCode, system: system) }
        return code
    }
}
