import ClinicalModel
import Foundation
import Testing
import WebUI

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The drawings are XML that says in words what it shows, whatever is written into them.
@Suite("Charts")
struct ChartTests {
    /// What stands in a drawing, as a parser of XML reads it.
    final class Reading: NSObject, XMLParserDelegate {
        var names: [String] = []
        var attributes: [(element: String, name: String, value: String)] = []
        var isWellFormed = false

        init(_ chart: Chart) {
            super.init()
            let parser = XMLParser(data: Data(chart.drawing.markup.text.utf8))
            parser.delegate = self
            isWellFormed = parser.parse()
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes found: [String: String]
        ) {
            names.append(name)
            for (key, value) in found { attributes.append((name, key, value)) }
        }
    }

    static let hostile = "\"'><script>alert(1)</script>&amp;"

    private func tiles(_ words: String = "7") throws -> Chart {
        let tiles = RegionCode.all.map { code in
            let fill: RegionTiles.Tile.Fill =
                switch code.number {
                case 1: .level(4)
                case 3: .suppressed
                case 5: .refused
                case 12: .late
                case 14: .unreachable
                case 24: .level(0)
                default: .absent
                }
            return RegionTiles.Tile(
                region: code, fill: fill, label: words, description: "\(code): \(words)", address: "#region-\(code)")
        }
        return RegionTiles.chart(
            "map", title: "Title \(words)", description: "Description \(words)", tiles: tiles, columns: ["Region", "Answer"])
    }

    private var bars: Chart {
        IntervalBars.chart(
            "bars", title: "Bars", description: "Shares",
            rows: [
                .init(label: "Women", value: 0.01, lower: 0.004, upper: 0.03, text: "0.01 (0.004–0.03)"),
                .init(label: Self.hostile, value: 0, lower: 0, upper: 0.002, text: "0"),
            ], columns: ["Group", "Share"]
        ) { "\($0)" }
    }

    private func lollipop(_ heads: [Lollipop.Head]) -> Chart {
        Lollipop(span: 1000...2000, exons: [1100...1200, 1900...2500], isForward: false, heads: heads).chart(
            "stems", title: "Variants", description: "Along the gene", columns: ["Place", "Frequency"], position: { "\($0)" },
            share: { "\($0)" })
    }

    @Test("Each is XML with a title, a description and a table, and without a style of its own")
    func shape() throws {
        let heads = [Lollipop.Head(position: 1500, frequency: 0.01, isInTwoCopies: true)]
        for chart in [try tiles(), try tiles(Self.hostile), bars, lollipop(heads), lollipop([])] {
            let reading = Reading(chart)
            #expect(reading.isWellFormed)
            #expect(reading.names.first == "svg" && reading.names.contains("title") && reading.names.contains("desc"))
            #expect(!reading.names.contains("script"))
            let names = Set(reading.attributes.map(\.name))
            #expect(!names.contains("style") && !names.contains { $0.hasPrefix("on") })
            let labels = reading.attributes.first { $0.name == "aria-labelledby" }?.value.split(separator: " ") ?? []
            #expect(labels.count == 2)
            for label in labels {
                #expect(reading.attributes.contains { $0.name == "id" && $0.value == label })
            }
            #expect(!chart.table.caption.isEmpty && chart.table.columns.count == 2)
        }
    }

    @Test("The map has every region once, as a link with its words, and a pattern for each state without a number")
    func map() throws {
        let chart = try tiles()
        let reading = Reading(chart)
        #expect(reading.names.count { $0 == "a" } == 21)
        #expect(Set(reading.attributes.filter { $0.name == "href" }.map(\.value)).count == 21)
        for state in ["suppressed", "refused", "late", "unreachable"] {
            #expect(reading.attributes.contains { $0.name == "fill" && $0.value == "url(#tile-\(state))" })
            #expect(reading.attributes.contains { $0.element == "pattern" && $0.value == "tile-\(state)" })
        }
        #expect(chart.table.rows.count == 21)
        #expect(reading.attributes.count { $0.element == "rect" && $0.name == "class" && $0.value.hasPrefix("tile ") } == 21)
    }

    @Test("Every region has a name that fits on its tile", arguments: RegionCode.all)
    func names(_ code: RegionCode) {
        let name = RegionTiles.shortName(code)
        #expect(!name.isEmpty && name.count <= 12 && !name.hasPrefix("Region"))
    }

    @Test("Variants on one place are drawn once, and outside of the stretch not at all")
    func heads() {
        let here = Lollipop.Head(position: 1500, frequency: 0.01, isInTwoCopies: false)
        let outside = Lollipop.Head(position: 5000, frequency: 0.01, isInTwoCopies: false)
        let text = lollipop([here, here, outside]).drawing.markup.text
        #expect(text.components(separatedBy: "a4 4").count - 1 == 2)
        let many = (0..<5000).map {
            Lollipop.Head(position: 1000 + $0 % 1000, frequency: 0.5 / Double(1 + $0), isInTwoCopies: false)
        }
        #expect(lollipop(many).drawing.markup.text.utf8.count < 80_000)
        #expect(lollipop(many).table.rows.count == 5000)
    }

    @Test("A more frequent variant stands higher")
    func heights() throws {
        let heights = try [0.00001, 0.0005, 0.005, 0.05, 0.5].map { frequency in
            let text = lollipop([.init(position: 1500, frequency: frequency, isInTwoCopies: false)]).drawing.markup.text
            let stem = try #require(text.firstRange(of: "class=\"stem\" d=\"M"))
            let value = try #require(text[stem.upperBound...].split(separator: "V").dropFirst().first?.prefix { $0.isNumber })
            return try #require(Int(value))
        }
        #expect(heights == heights.sorted(by: >) && Set(heights).count == 5)
    }

    @Test(
        "The scale of shares ends at a round number that holds them all",
        arguments: [(0.0, 1.0), (0.0031, 0.005), (0.02, 0.02), (0.7, 1), (1, 1)])
    func axis(_ value: Double, _ end: Double) {
        #expect(abs(IntervalBars.axisEnd(value) - end) < 1e-9)
    }
}
