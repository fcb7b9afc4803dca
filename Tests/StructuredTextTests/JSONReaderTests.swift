import StructuredText
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
    private func fault(_ text: String) -> JSONSyntaxError? { fault(Array(text.utf8)) }

    private func fault(_ bytes: [UInt8]) -> JSONSyntaxError? {
        do {
            _ = try JSONReader.read(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "A fault is named with its line and column",
        arguments: [
            ("", JSONSyntaxError.Code.unexpectedEnd, 1, 1),
            ("{\"a\": 1,\n  \"b\": x}", .unexpectedCharacter, 2, 8),
            ("[1,\n\n2", .unexpectedEnd, 3, 2),
            ("[\"åäö\", tru]", .unexpectedCharacter, 1, 12),
            ("[\"🧬\", -]", .badNumber, 1, 8),
            ("[01]", .badNumber, 1, 4),
            ("[1.]", .badNumber, 1, 4),
            ("[1e]", .badNumber, 1, 4),
            ("\"a\\x\"", .badEscape, 1, 4),
            ("\"a\u{1}\"", .controlCharacter, 1, 3),
            ("\"a\nb\"", .controlCharacter, 1, 3),
            ("{\"a\":1,\n\"a\":2}", .duplicateName, 2, 1),
            ("{} {}", .trailingText, 1, 4),
            ("[1,]", .unexpectedCharacter, 1, 4),
            ("{\"a\":1,}", .unexpectedCharacter, 1, 8),
            ("{'a':1}", .unexpectedCharacter, 1, 2),
            ("[1 2]", .unexpectedCharacter, 1, 4),
            ("// a\n1", .unexpectedCharacter, 1, 1),
            ("NaN", .unexpectedCharacter, 1, 1),
        ])
    func places(text: String, code: JSONSyntaxError.Code, line: Int, column: Int) throws {
        let found = try #require(fault(text))
        #expect(found.code == code)
        #expect(found.place == SourcePlace(line: line, column: column))
        #expect(!found.message.isEmpty && !found.remedy.isEmpty)
    }

    @Test("Values and members remember where they stood")
    func values() throws {
        let value = try JSONReader.read("{\n  \"å\": [1,\n    true],  \"b\": {\"c\": null}\n}")
        let members = try #require(value.members)
        #expect(value.place == SourcePlace(line: 1, column: 1))
        #expect(members.map(\.place) == [SourcePlace(line: 2, column: 3), SourcePlace(line: 3, column: 13)])
        let list = try #require(members[0].value.array)
        #expect(list.map(\.place) == [SourcePlace(line: 2, column: 9), SourcePlace(line: 3, column: 5)])
        #expect(value["b"]?["c"]?.place == SourcePlace(line: 3, column: 24))
    }

    @Test(
        "Pairs of surrogates are one character, halves are none",
        arguments: [
            (#""\ud83e\uddec""#, "🧬"), (#""\uD83E\uDDEC""#, "🧬"), (#""\u0000""#, "\u{0}"), (#""\uFFFF""#, "\u{FFFF}"),
            (#""\ud800\udc00""#, "\u{10000}"), (#""\udbff\udfff""#, "\u{10FFFF}"), (#""\ud83e""#, nil), (#""\udeec""#, nil),
            (#""\ud83e\ud83e""#, nil), (#""\ud83ea""#, nil), (#""\ud83e\n""#, nil), (#""\u12g4""#, nil), (#""\u+123""#, nil),
            (#""\u123""#, nil),
        ] as [(String, String?)])
    func surrogates(text: String, expected: String?) throws {
        if let expected {
            #expect(try JSONReader.read(text).string == expected)
        } else {
            #expect(fault(text)?.code == .badEscape)
        }
    }

    @Test("Control characters are written as escapes and read back")
    func controls() throws {
        let all = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) })) + "\u{7F}\u{2028}\"\\/"
        let text = JSONValue(.string(all)).canonicalText
        #expect(text.utf8.allSatisfy { $0 >= 0x20 })
        #expect(try JSONReader.read(text).string == all)
    }

    @Test("Depth is bounded, and what is just within is read", arguments: ["[", "{\"a\":"])
    func depth(opening: String) throws {
        let closing = opening == "[" ? "]" : "}"
        func nested(_ depth: Int) -> String {
            String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
        }
        _ = try JSONReader.read(nested(JSONReader.depthLimit - 1))
        #expect(fault(nested(JSONReader.depthLimit))?.code == .tooDeep)
        #expect(fault(String(repeating: opening, count: 1_000_000))?.code == .tooDeep)
    }

    @Test("Size is bounded")
    func size() throws {
        let spaces = [UInt8](repeating: UInt8(ascii: " "), count: JSONReader.sizeLimit - 1)
        #expect(try JSONReader.read(spaces + [UInt8(ascii: "1")]).integer == 1)
        #expect(fault(spaces + Array("11".utf8))?.code == .tooLarge)
    }

    @Test(
        "Text that is not UTF-8 is refused where it stops being so",
        arguments: [
            [0x5B, 0x22, 0xFF, 0x22, 0x5D], [0x5B, 0x22, 0xC3, 0x22, 0x5D], [0x5B, 0x22, 0xC0, 0xAF, 0x22, 0x5D],
            [0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D], [0x5B, 0x22, 0xF5, 0x80, 0x80, 0x80, 0x22, 0x5D],
        ] as [[UInt8]])
    func notUTF8(bytes: [UInt8]) {
        #expect(fault(bytes) == JSONSyntaxError(.notUTF8, at: SourcePlace(line: 1, column: 3)))
    }

    @Test("A byte order mark is passed over, and moves no column")
    func byteOrderMark() throws {
        let value = try JSONReader.read([0xEF, 0xBB, 0xBF] + Array("[1]".utf8))
        #expect(value.array?.first?.integer == 1)
        #expect(value.place == SourcePlace(line: 1, column: 1))
        #expect(fault([0xEF, 0xBB, 0xBF] + Array("[x]".utf8))?.place == SourcePlace(line: 1, column: 2))
    }

    @Test("Names that Unicode holds for the same text are the same name")
    func names() throws {
        #expect(fault("{\"\u{E9}\": 1, \"e\u{301}\": 2}")?.code == .duplicateName)
        #expect(try JSONReader.read("{\"\u{E9}\": 1}")["e\u{301}"]?.integer == 1)
    }

    @Test("Numbers stay as they were written")
    func numbers() throws {
        #expect(try JSONReader.read("[1.0, 1e2, 123456789012345678901]").canonicalText == "[1.0,1e2,123456789012345678901]")
        #expect(try JSONReader.read("9223372036854775808").integer == nil)
        #expect(try JSONReader.read("1.0").integer == nil)
        #expect(try JSONReader.read("-9223372036854775808").integer == Int.min)
    }

    @Test("Members stand in the order of their bytes, in every object")
    func order() throws {
        #expect(
            try JSONReader.read(#"{"b": {"z": 1, "Z": 2}, "å": 0, "a": [], "B": {}}"#).canonicalText
                == #"{"B":{},"a":[],"b":{"Z":2,"z":1},"å":0}"#)
    }

    @Test("Every fault has its own message, and none is without a remedy")
    func texts() {
        let faults = JSONSyntaxError.Code.allCases.map { JSONSyntaxError($0, at: SourcePlace(line: 1, column: 1), name: "a") }
        #expect(Set(faults.map(\.message)).count == faults.count)
        #expect(faults.allSatisfy { !$0.remedy.isEmpty })
    }
}
