extension MetaLine {
    typealias Pairs = [(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)]

    /// Adds what the line defines to `header` as far as it can be understood, and counts what is wrong with it.
    static func define(
        _ key: String, _ pairs: Pairs, _ number: Int, _ header: inout CallFileHeader, _ log: inout DiagnosticLog
    ) {
        func value(_ name: String) -> ArraySlice<UInt8>? { pairs.first { $0.key.elementsEqual(name.utf8) }?.value }
        func fault(_ kind: FormatDiagnostic.Kind) { log.note(kind, line: number, field: key) }
        let id = value("ID")
        switch key {
        case "INFO", "FORMAT":
            guard let id, isIdentifier(id) else { return fault(.metaDefinition) }
            guard hasOrder(pairs, ["ID", "Number", "Type", "Description"]),
                value("Description").map(isQuoted) == true
            else {
                fault(.metaDefinition)
                return keep(key, id, value("Number"), value("Type"), &header)
            }
            guard let definition = definition(id, value("Number"), value("Type"), header.minor),
                key == "INFO" || definition.kind != .flag
            else { return fault(.metaDefinition) }
            let reserved = key == "INFO" ? ReservedFields.info : ReservedFields.format
            if let field = reserved.first(where: { $0.id.utf8.elementsEqual(id) }),
                field.number != definition.number || (field.kind != nil && field.kind != definition.kind)
            {
                fault(.metaReserved)
            }
            append(definition, key, &header)
        case "FILTER":
            guard let id, isIdentifier(id), value("Description").map(isQuoted) == true else { return fault(.metaDefinition) }
        case "ALT":
            guard let id, isAlternate(id), hasOrder(pairs, ["ID", "Description"]), value("Description").map(isQuoted) == true
            else { return fault(.metaDefinition) }
            let (count, kind) = (value("Number"), value("Type"))
            if count != nil || kind != nil {
                guard hasOrder(pairs, ["ID", "Number", "Type"]), definition(id, count, kind, header.minor) != nil else {
                    return fault(.metaDefinition)
                }
            }
        case "contig":
            guard let id, isIdentifier(id) else { return fault(.metaDefinition) }
            let length = value("length").flatMap { Int(String(decoding: $0, as: UTF8.self)) }
            if value("length") != nil, length == nil { fault(.metaDefinition) }
            header.contigs.append(.init(name: String(decoding: id, as: UTF8.self), length: length))
        case "PEDIGREE":
            if pairs.isEmpty || !pairs.allSatisfy({ isName($0.value) }) { fault(.metaDefinition) }
        case "SAMPLE":
            // Later versions describe a sample with other keys.
            let needed = header.minor <= 2 ? ["ID", "Genomes", "Mixture", "Description"] : ["ID"]
            let isWhole = needed.allSatisfy { value($0) != nil }
            let isPlain = header.minor > 2 || pairs.allSatisfy { $0.key.elementsEqual("Description".utf8) || !isQuoted($0.value) }
            if !isWhole || !isPlain { fault(.metaDefinition) }
        default: break
        }
    }

    private static func keep(
        _ key: String, _ id: ArraySlice<UInt8>, _ count: ArraySlice<UInt8>?, _ kind: ArraySlice<UInt8>?,
        _ header: inout CallFileHeader
    ) {
        if let definition = definition(id, count, kind, header.minor) { append(definition, key, &header) }
    }

    private static func append(_ definition: FieldDefinition, _ key: String, _ header: inout CallFileHeader) {
        if key == "INFO" { header.info.append(definition) } else { header.format.append(definition) }
    }

    private static func definition(
        _ id: ArraySlice<UInt8>, _ count: ArraySlice<UInt8>?, _ kind: ArraySlice<UInt8>?, _ minor: Int
    ) -> FieldDefinition? {
        guard let count, let kind, let number = FieldDefinition.Number(count, minor: minor), let kind = FieldDefinition.Kind(kind)
        else { return nil }
        return FieldDefinition(id: Array(id), number: number, kind: kind)
    }

    /// Whether the named keys, all there, come in this order before any other.
    private static func hasOrder(_ pairs: Pairs, _ names: [String]) -> Bool {
        let places = names.map { name in pairs.firstIndex { $0.key.elementsEqual(name.utf8) } }
        var last = -1
        for place in places {
            guard let place, place > last else { return false }
            last = place
        }
        return true
    }

    /// Printable, without what separates things: white space, commas, semicolons, angle brackets, quotes.
    private static func isIdentifier(_ text: ArraySlice<UInt8>) -> Bool {
        !text.isEmpty
            && text.allSatisfy { byte in
                byte > 32 && byte != 127 && ![UInt8(ascii: ","), UInt8(ascii: ";"), 60, 62, 34].contains(byte)
            }
    }

    private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
        !text.isEmpty
            && text.allSatisfy { byte in
                switch byte {
                case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
                default: false
                }
            }
    }

    /// DEL, INS, DUP, INV, CNV and their subtypes, and the names that are in use beside them.
    private static func isAlternate(_ text: ArraySlice<UInt8>) -> Bool {
        guard isIdentifier(text) else { return false }
        let first = String(decoding: text.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
        if ["DEL", "INS", "DUP", "INV", "CNV", "BND", "TRA", "NON_REF", "*", "X"].contains(first) { return true }
        // Copy numbers (CN0) and repeat counts (STR12).
        let digits = first.hasPrefix("CN") ? first.dropFirst(2) : first.hasPrefix("STR") ? first.dropFirst(3) : ""
        return !digits.isEmpty && digits.allSatisfy(\.isNumber)
    }
}
