import GenomeModel
import Testing
import VariantFormats

/// Each fault of a record: its kind, its line and its field.
struct DiagnosticPlaceTests {
    private static let good = ["chr1", "100", ".", "A", "C", "50", "PASS", ".", "GT:AD", "0/1:3,4"]

    @Test(arguments: [
        (0, "chr 1", FormatDiagnostic.Kind.contigName, "CHROM"), (0, "chr:1", .contigName, "CHROM"),
        (1, "12x", .position, "POS"), (1, "-1", .position, "POS"), (1, "", .position, "POS"),
        (2, "rs1;", .identifier, "ID"), (2, "a b", .identifier, "ID"), (3, "R", .referenceAllele, "REF"),
        (3, "", .referenceAllele, "REF"), (4, "R", .alternateAllele, "ALT"), (4, "C,", .alternateAllele, "ALT"),
        (4, "A", .alternateAllele, "ALT"), (4, "<DEL", .alternateAllele, "ALT"), (4, "[chr1:5[", .alternateAllele, "ALT"),
        (5, "high", .quality, "QUAL"), (5, "-3", .quality, "QUAL"), (6, "PASS;", .filter, "FILTER"), (6, "0", .filter, "FILTER"),
        (7, "DP=x", .infoValue, "INFO/DP"), (7, "DP=1,2", .infoValue, "INFO/DP"), (7, "DP=-1", .infoValue, "INFO/DP"),
        (7, "AF=0.1,0.2", .infoValue, "INFO/AF"), (7, "AF=1.2.3", .infoValue, "INFO/AF"), (7, "DB=7", .infoValue, "INFO/DB"),
        (7, "CIGAR=5", .infoValue, "INFO/CIGAR"), (7, "A;;B", .infoSyntax, "INFO"), (7, "", .infoSyntax, "INFO"),
        (7, "X=a\u{1}b", .controlCharacter, "INFO"), (8, "GT::AD", .formatSyntax, "FORMAT"),
        (8, "AD:GT", .formatSyntax, "FORMAT"), (9, "0/1:3", .sampleValue, "sample column 1"),
        (9, "0/1:3,x", .sampleValue, "sample column 1"), (9, "0/1:3,4:5", .sampleFields, "sample column 1"),
        (9, "0/7:3,4", .alleleOutOfRange, "sample column 1"), (9, "x:3,4", .genotypeSyntax, "sample column 1"),
        (9, "0/1:3,4\t0/1", .columnCount, "record"),
    ])
    func isNamed(_ column: Int, _ text: String, _ kind: FormatDiagnostic.Kind, _ field: String) throws {
        let scratch = try ScratchFolder()
        var columns = DiagnosticPlaceTests.good
        columns[column] = text
        let path = try scratch.write(SmallVCF.header(["a"]) + columns.joined(separator: "\t") + "\n", to: "a.vcf")
        let report = try Lines.read(path, callSets: [.init(name: "a", sample: nil, sex: .female)]).report
        let found = report.diagnostics.first { $0.kind == kind }
        #expect(found?.places.first == FilePlace(line: 8, field: field), "\(report.diagnostics)")
        #expect(found?.severity == .fault)
        #expect(found?.remedy.isEmpty == false)
    }

    @Test func aGoodRecordHasNone() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write(
            SmallVCF.header(["a"]) + DiagnosticPlaceTests.good.joined(separator: "\t") + "\n", to: "a.vcf")
        #expect(try Lines.read(path, callSets: [.init(name: "a", sample: nil, sex: .female)]).report.diagnostics.isEmpty)
    }

    @Test(arguments: [
        "AC=3", "AF=1e-5", "AF=.5", "AF=5.", "AF=.", "AF=Inf", "AN=2;DB", "DB=1;X", "Y=a,b,c", "BQ=-1.5", "END=123456789012",
        "AA=A", "CIGAR=1M2D", "X=å", "MQ=60.00;MQRankSum=-1.234;ReadPosRankSum=0.000;ExtremelyLongKeyOfManyLetters=1",
    ])
    func goodInfoHasNone(_ info: String) throws {
        let scratch = try ScratchFolder()
        var columns = DiagnosticPlaceTests.good
        columns[7] = info
        // Twice, so that the second record is checked by what the first has taught.
        var second = columns
        second[1] = "101"
        let text = SmallVCF.header(["a"]) + columns.joined(separator: "\t") + "\n" + second.joined(separator: "\t") + "\n"
        let path = try scratch.write(text, to: "a.vcf")
        #expect(try Lines.read(path, callSets: [.init(name: "a", sample: nil, sex: .female)]).report.diagnostics.isEmpty)
    }

    @Test func badValuesAreFoundBehindGoodOnes() throws {
        let scratch = try ScratchFolder()
        var text = SmallVCF.header(["a"])
        let infos = [
            "AC=1;AF=0.5;DB;AN=2", "AC=1;AF=0.5;AN=2", "AC=1;AF=0.5;DBX=3;AN=2", "AC=1;AF=0.5x;DB;AN=2", "AC=1;AF=-0.5;AN=2.0",
        ]
        for (index, info) in infos.enumerated() {
            text += "chr1\t\(100 + index)\t.\tA\tC\t50\tPASS\t\(info)\tGT\t0/1\n"
        }
        let path = try scratch.write(text, to: "a.vcf")
        let report = try Lines.read(path, callSets: [.init(name: "a", sample: nil, sex: .female)]).report
        #expect(report.diagnostics.map(\.count) == [3])
        #expect(
            report.diagnostics[0].places == [
                FilePlace(line: 11, field: "INFO/AF"), FilePlace(line: 12, field: "INFO/AF"),
                FilePlace(line: 12, field: "INFO/AN"),
            ])
    }
}
