import Foundation
import StructuredText
import Testing

/// Foundation's reader as the oracle. Ours is stricter in what `JSONReader` documents: names given twice, depth and size.
@Suite("JSON as Foundation reads it")
struct AgainstFoundationTests {
    private static func foundation(_ bytes: [UInt8]) -> Any? {
        try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
    }

    /// Whether ours says what Foundation's value says.
    private static func agree(_ ours: JSONValue, _ theirs: Any) -> Bool {
        switch ours.content {
        case .null: return theirs is NSNull
        case .bool(let value): return (theirs as? Bool) == value
        case .number(let text):
            guard let theirs = (theirs as? NSNumber)?.doubleValue, let ours = Double(text) else { return false }
            // Foundation rounds what it reads as a decimal number once more.
            return abs(ours - theirs) <= abs(ours) * 1e-14
        case .string(let text): return (theirs as? String).map { Array($0.utf8) == Array(text.utf8) } ?? false
        case .array(let values):
            guard let list = theirs as? [Any], list.count == values.count else { return false }
            return zip(values, list).allSatisfy { agree($0, $1) }
        case .object(let members):
            guard let object = theirs as? [String: Any], object.count == members.count else { return false }
            return members.allSatisfy { member in object[member.name].map { agree(member.value, $0) } ?? false }
        }
    }

    /// Foundation refuses numbers that no binary fraction holds; ours keeps them as written.
    private static func holdsHugeNumber(_ value: JSONValue) -> Bool {
        switch value.content {
        case .number(let text): Double(text)?.isFinite != true
        case .array(let values): values.contains(where: holdsHugeNumber)
        case .object(let members): members.contains { holdsHugeNumber($0.value) }
        default: false
        }
    }

    /// Foundation takes a comma after the last value of a list or an object, which the standard's grammar does not.
    private static func isCommaBeforeTheEnd(_ fault: JSONSyntaxError, in bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let lines = text.split(separator: "\n", maxSplits: fault.place.line - 1, omittingEmptySubsequences: false)
        let rest = lines[fault.place.line - 1].dropFirst(fault.place.column - 1)
        let before = text[..<rest.startIndex].last { !" \t\r\n".unicodeScalars.contains($0) }
        return before == "," && (rest.first == "]" || rest.first == "}")
    }

    @Test("Generated documents say the same", arguments: 1...8)
    func generated(seed: UInt64) throws {
        var generator = GeneratedJSON(seed: seed)
        for _ in 0..<400 {
            let document = generator.document()
            let value = try JSONReader.read(document)
            let theirs = try #require(Self.foundation(Array(document.utf8)), "\(document)")
            #expect(Self.agree(value, theirs), "\(document)")
        }
    }

    @Test("Damaged documents are accepted and refused alike", arguments: 1...8)
    func mutated(seed: UInt64) {
        var generator = GeneratedJSON(seed: seed &+ 1000)
        var refused = 0
        for _ in 0..<1500 {
            let bytes = generator.mutated(generator.document())
            let theirs = Self.foundation(bytes)
            do {
                let value = try JSONReader.read(bytes)
                guard let theirs else {
                    #expect(Self.holdsHugeNumber(value), "only ours accepts \(String(decoding: bytes, as: UTF8.self))")
                    continue
                }
                #expect(Self.agree(value, theirs), "\(String(decoding: bytes, as: UTF8.self))")
            } catch {
                refused += 1
                if theirs != nil, !Self.isCommaBeforeTheEnd(error, in: bytes) {
                    #expect(error.code == .duplicateName, "\(error) \(String(decoding: bytes, as: UTF8.self))")
                }
            }
        }
        #expect(refused > 100, "the damage reaches the reader")
    }

    @Test("Canonical, compact and indented text read back to the same value, and canonical text is stable", arguments: 1...4)
    func canonical(seed: UInt64) throws {
        var generator = GeneratedJSON(seed: seed &+ 2000)
        for _ in 0..<400 {
            let value = try JSONReader.read(generator.document())
            let canonical = value.canonicalText
            let again = try JSONReader.read(canonical)
            #expect(again.canonicalText == canonical)
            #expect(try JSONReader.read(value.indentedText).canonicalText == canonical)
            #expect(try JSONReader.read(value.compactText).indentedText == value.indentedText, "the order stands")
            #expect(value.compactText.utf8.count == canonical.utf8.count, "no white space")
            let theirs = try #require(Self.foundation(Array(canonical.utf8)))
            #expect(Self.agree(value, theirs), "\(canonical)")
        }
    }

    @Test("Every cut of a document is refused, at its end or before")
    func cuts() throws {
        let document = #"{"a": [1.5e3, "åå\u00e5", {"b": null}], "c": true}"#
        let bytes = Array(document.utf8)
        _ = try JSONReader.read(bytes)
        for length in 0..<bytes.count {
            #expect(throws: JSONSyntaxError.self) { try JSONReader.read(Array(bytes[..<length])) }
        }
    }
}
