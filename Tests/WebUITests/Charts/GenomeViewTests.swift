import Foundation
import GenomeModel
import Testing
import WebUI

@Suite("Findings along the genome")
struct GenomeViewTests {
    private static func contig(_ number: UInt8) throws -> Contig { try #require(Contig(rawValue: number)) }

    private static func chart(_ view: GenomeView) -> Chart {
        view.chart(
            "genome", title: "Åäö", description: "What was found", columns: ["Place", "Kind", "Finding"],
            kinds: ("variant", "copies", "fusion"))
    }

    private static func places(_ text: String) -> [Double] {
        text.components(separatedBy: "class=\"variant\" cx=\"").dropFirst().compactMap { Double($0.prefix { $0 != "\"" }) }
    }

    @Test("Later on the genome is further to the right, more reads is higher, and all stays within the drawing")
    func variants() throws {
        let variants = try [(1, 1, 0.1), (1, 248_956_422, 0.5), (2, 1, 0.9), (24, 57_227_415, 1.0)].map {
            number, position, fraction in
            GenomeView.Variant(
                contig: try Self.contig(UInt8(number)), position: position, fraction: fraction, text: "<v\(number)>")
        }
        let text = Self.chart(GenomeView(assembly: .grch38, variants: variants, stretches: [], joints: [])).drawing.markup.text
        let places = Self.places(text)
        #expect(places.count == 4 && places == places.sorted() && places.allSatisfy { (60...952).contains($0) })
        let heights = text.components(separatedBy: " cy=\"").dropFirst().compactMap { Double($0.prefix { $0 != "\"" }) }
        #expect(heights == heights.sorted(by: >))
        #expect(text.contains("&lt;v1&gt;") && !text.contains("<v1>"))
    }

    @Test("A gene's stretch can be seen, gains and losses have places of their own, and an arc joins what was joined")
    func others() throws {
        let interval = try Interval.parse("17:39700064-39728658", assembly: .grch38)
        let view = GenomeView(
            assembly: .grch38, variants: [],
            stretches: [
                GenomeView.Stretch(interval: interval, isGain: true, text: "ERBB2"),
                GenomeView.Stretch(interval: interval, isGain: false, text: "TP53"),
            ],
            joints: [
                GenomeView.Joint(
                    first: (try Self.contig(2), 42_295_516), second: (try Self.contig(2), 29_223_528), text: "EML4::ALK")
            ])
        let chart = Self.chart(view)
        let text = chart.drawing.markup.text
        #expect(text.contains("class=\"gain\"") && text.contains("class=\"loss\"") && text.contains("class=\"joint\""))
        #expect(text.contains("width=\"3\""))
        #expect(chart.table.rows.map { $0[2] } == ["ERBB2", "TP53", "EML4::ALK"])
        #expect(text.contains("role=\"img\"") && text.contains("<title id=\"genome-title\">Åäö</title>"))
    }

    @Test("Mitochondrial variants stand in the table alone")
    func mitochondrial() throws {
        let variant = GenomeView.Variant(contig: .mt, position: 3243, fraction: 0.4, text: "m.3243A>G")
        let chart = Self.chart(GenomeView(assembly: .grch38, variants: [variant], stretches: [], joints: []))
        #expect(Self.places(chart.drawing.markup.text).isEmpty)
        #expect(chart.table.rows == [["MT:3243", "variant", "m.3243A>G"]])
    }
}
