internal import Foundation
internal import Identification
internal import Operations

extension AccessFileNode {
    func texts() throws(AccessFileError) -> [String] {
        var texts: [String] = []
        for element in try list() { texts.append(try element.text()) }
        return texts
    }

    /// Small letters, digits and hyphens: it stands in logs, metrics and signatures.
    func nodeName() throws(AccessFileError) -> String {
        let text = try text()
        let isName = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
        guard isName, text.utf8.count <= 64 else {
            throw error(
                .other("not a node's name.", remedy: "Write up to 64 small letters, digits and hyphens, such as node-24."))
        }
        return text
    }

    /// `host:port`, or `[::1]:port` for an address of IPv6.
    func address() throws(AccessFileError) -> NodeConfiguration.Address {
        let text = try text()
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]), (1...65535).contains(port),
            let host = AccessFileNode.host(text[..<colon])
        else { throw error(.other("not an address.", remedy: "Write host:port, such as 127.0.0.1:8424 or [::1]:8424.")) }
        return NodeConfiguration.Address(host: host, port: port)
    }

    /// What stands before the port: colons only between brackets, and no scheme or path.
    private static func host(_ text: Substring) -> String? {
        let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
        let host = isBracketed ? text.dropFirst().dropLast() : text
        let allowed: (Character) -> Bool = { character in
            character.isASCII
                && (character.isLetter || character.isNumber || ".-".contains(character)
                    || isBracketed && ":%".contains(character))
        }
        return !host.isEmpty && host.allSatisfy(allowed) ? String(host) : nil
    }

    /// Where an issuer's keys are.
    func keySet() throws(AccessFileError) -> KeySetAddress {
        guard let address = KeySetAddress(try text()) else {
            throw error(
                .other("not an address of keys.", remedy: "Write https:// and a host. Plain http:// is for this machine alone."))
        }
        return address
    }

    /// `https://…`, or `http://` to this machine; a slash at the end is dropped.
    func webAddress() throws(AccessFileError) -> String {
        let text = try text()
        guard let url = URL(string: text), let host = url.host, !host.isEmpty, url.user == nil, url.query == nil,
            url.fragment == nil, url.scheme == "https" || url.scheme == "http"
        else { throw error(.other("not a web address.", remedy: "Write https:// and a host, without a question mark or #.")) }
        guard url.scheme == "https" || LoopbackAddress.isLoopback(host) else {
            throw error(
                .other("plain HTTP to another machine.", remedy: "Write https://. Plain http:// is for this machine alone."))
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}
