/// One `##key=value` line: what it defines, and whether it is well formed.
enum MetaLine {
    /// A line's `<key=value,…>`, split: nil where brackets, quotes or commas do not balance.
    static func pairs(_ value: ArraySlice<UInt8>) -> [(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)]? {
        guard value.count >= 2, value.first == UInt8(ascii: "<"), value.last == UInt8(ascii: ">") else { return nil }
        let (quote, escape, comma) = (UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: ","))
        var pairs: [(ArraySlice<UInt8>, ArraySlice<UInt8>)] = []
        var index = value.startIndex + 1
        let end = value.endIndex - 1
        while index < end {
            guard let equals = value[index..<end].firstIndex(of: UInt8(ascii: "=")), equals > index else { return nil }
            let key = value[index..<equals]
            guard !key.contains(comma), !key.contains(quote) else { return nil }
            index = equals + 1
            var stop = index
            if index < end, value[index] == quote {
                stop = index + 1
                while stop < end, value[stop] != quote { stop += value[stop] == escape ? 2 : 1 }
                guard stop < end else { return nil }
                stop += 1
                guard stop == end || value[stop] == comma else { return nil }
            } else {
                while stop < end, value[stop] != comma { stop += 1 }
            }
            pairs.append((key, value[index..<stop]))
            index = stop + 1
        }
        return pairs
    }

    static func isQuoted(_ text: ArraySlice<UInt8>) -> Bool {
        text.count >= 2 && text.first == UInt8(ascii: "\"") && text.last == UInt8(ascii: "\"")
    }

    static func check(_ line: [UInt8], _ number: Int, _ header: inout CallFileHeader, _ log: inout DiagnosticLog) {
        if !String(decoding: line, as: UTF8.self).utf8.elementsEqual(line) {
            log.note(.notUTF8, line: number, field: "header")
        }
        let body = line.dropFirst(2)
        guard let equals = body.firstIndex(of: UInt8(ascii: "=")), equals > body.startIndex, equals + 1 < body.endIndex else {
            log.note(.metaLine, line: number, field: "header")
            return
        }
        let key = String(decoding: body[..<equals], as: UTF8.self)
        let value = body[(equals + 1)...]
        switch key {
        case "INFO", "FORMAT", "FILTER", "ALT", "contig", "PEDIGREE", "SAMPLE":
            guard let pairs = pairs(value) else {
                log.note(.metaLine, line: number, field: key)
                return
            }
            define(key, pairs, number, &header, &log)
        case "assembly", "pedigreeDB":
            if !isAddress(value) { log.note(.metaAddress, line: number, field: key) }
        default:
            if value.first == UInt8(ascii: "<"), value.last != UInt8(ascii: ">") {
                log.note(.metaLine, line: number, field: "header")
            }
        }
    }

    /// A name, or an address whose host is more than digits.
    private static func isAddress(_ value: ArraySlice<UInt8>) -> Bool {
        var text = Substring(decoding: value, as: UTF8.self)
        if text.hasPrefix("<"), text.hasSuffix(">") { text = text.dropFirst().dropLast() }
        guard !text.isEmpty else { return false }
        guard let mark = text.utf8.firstRange(of: "://".utf8) else { return true }
        let authority = text[mark.upperBound...].prefix { $0 != "/" && $0 != "?" }
        let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }
        return !host.isEmpty && !host.allSatisfy(\.isNumber)
    }
}
