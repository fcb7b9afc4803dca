import GenomeModel
import Testing

@Suite struct IntervalNotationTests {
    @Test(
        "An interval is read with and without chr, commas and ends",
        arguments: [
            ("17:43044295-43125483", "17:43044295-43125483"), ("chr17:43,044,295-43,125,483", "17:43044295-43125483"),
            ("chr17:5", "17:5-5"), (" 17:5-5 ", "17:5-5"), ("17", "17:1-83257441"), ("chrM", "MT:1-16569"),
            ("NC_000017.11:5-7", "17:5-7"), ("NC_012920.1:1-16569", "MT:1-16569"),
        ])
    func reads(text: String, expected: String) throws {
        #expect(try Interval.parse(text, assembly: .grch38).notation == expected)
    }

    @Test(
        "What is no interval of the assembly is an error that says which part",
        arguments: [
            ("", IntervalNotationError.unknownContig), ("chrUn:1-2", .unknownContig), ("17-5-7", .unknownContig),
            ("NC_000017.10:5-7", .otherAssembly(.grch37)), ("17:", .notAPosition), ("17:0", .notAPosition),
            ("17:0-5", .notAPosition), ("17:-5", .notAPosition), ("17:5-", .notAPosition), ("17:5-7-9", .notAPosition),
            ("17:5,", .notAPosition), ("17:5x", .notAPosition), ("17:99999999999999999999", .notAPosition),
            ("17:7-5", .reversed), ("17:83257442", .pastEnd), ("17:5-83257442", .pastEnd), ("MT:1-16570", .pastEnd),
        ])
    func refuses(text: String, expected: IntervalNotationError) {
        #expect(throws: expected) { try Interval.parse(text, assembly: .grch38) }
    }
}
