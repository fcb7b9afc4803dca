import Foundation
import GenomeModel
import Testing
import VariantFormats

@Suite("INFO text")
struct InfoTextTests {
    /// What each text becomes in a file: INFO of a record a text.
    private func written(_ texts: [InfoText]) throws -> [String] {
        try ScratchFiles.with { files in
            let writer = try SitesWriter(path: files.path("a.vcf"), assembly: .grch38, info: [], source: "test")
            let place = try #require(Position(9))
            let key = VariantKey(contig: .x, position: place, reference: [65], alternate: [67])
            for text in texts { try writer.append(key, reference: [65], alternate: [67], info: text) }
            try writer.finish()
            return try files.text("a.vcf").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
                String(line.split(separator: "\t", maxSplits: 7)[7])
            }
        }
    }

    private func numbers(_ values: [Double]) throws -> [String] {
        try written(
            values.map { value in
                var text = InfoText()
                text.begin("X")
                text.append(value)
                return text
            }
        ).map { String($0.dropFirst(2)) }
    }

    @Test("Fractions of small numbers are what the C library prints")
    func fractions() throws {
        var values: [Double] = (1...5_000).map { 1 / Double($0) }
        for below in 1...300 { values += (0...below).map { Double($0) / Double(below) } }
        #expect(try numbers(values) == values.map { String(format: "%.6g", $0) })
    }

    @Test("Numbers of any size are what the C library prints")
    func sizes() throws {
        var generator = SplitMix64(state: 5)
        var values: [Double] = [
            0, -0.0, 1e5, 999_999.5, 1e6, 123_456_789, 0.0001, 0.00001, .leastNonzeroMagnitude, .infinity, -.infinity,
        ]
        values += [1e300, 1e-300, .greatestFiniteMagnitude, 0.0009765625, 1 / 3, 2 / 3, 0.1, 0.9999996, 0.99999949]
        for _ in 0..<20_000 {
            let exponent = Double(Int.random(in: -30...30, using: &generator))
            values.append(Double.random(in: -10...10, using: &generator) * pow(10, exponent))
        }
        #expect(try numbers(values) == values.map { String(format: "%.6g", $0) })
    }

    @Test("Integers are written whole")
    func integers() throws {
        let values = [0, 7, 10, 99, 100, 1_234_567_890, -1, -90, .max, .min]
        var text = InfoText()
        text.begin("X")
        for (place, value) in values.enumerated() {
            if place > 0 { text.appendComma() }
            text.append(value)
        }
        #expect(try written([text]) == ["X=" + values.map { String($0) }.joined(separator: ",")])
    }

    @Test("Text cannot end its value, and what is not a number is missing")
    func escapes() throws {
        var text = InfoText()
        text.begin("A")
        text.append("a;b=c,d%e f\tg\n")
        text.flag("B")
        text.begin("C")
        text.append(Double.nan)
        #expect(try written([text, InfoText()]) == ["A=a%3Bb%3Dc%2Cd%25e%20f%09g%0A;B;C=.", "."])
    }
}
