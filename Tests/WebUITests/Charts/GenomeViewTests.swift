import Foundation
import GenomeModel
import TestSupport
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

    // MARK: What was looked at and called

    private static func drawn(_ called: GenomeView.Called = .init(), _ profiles: [GenomeView.Profile] = []) -> String {
        let view = GenomeView(assembly: .grch38, variants: [], stretches: [], joints: [], called: called, profiles: profiles)
        return chart(view).drawing.markup.text
    }

    @Test("A share is as high as its order of magnitude, a number as it is against the highest, and nothing is nothing")
    func heights() {
        let shares = GenomeView.Profile(title: "s", scale: .shares, values: [0, 1e-7, 1e-4, 1e-2, 1, 1.5])
        #expect(shares.heights == [0, 1.5, 1.5, 11, 22, 22])
        let counts = GenomeView.Profile(title: "c", scale: .counts, values: [0, 1, 500, 1000])
        #expect(counts.heights == [0, 1.5, 11, 22])
        #expect(GenomeView.Profile(title: "n", scale: .counts, values: [0, 0]).heights == [0, 0])
    }

    /// The heights read back out of the path, step by step.
    private static func heights(of path: String) -> [Double] {
        var (heights, height): ([Double], Double) = ([], 0)
        var rest = path[...]
        while let mark = rest.first(where: { $0 == "h" || $0 == "v" }), let place = rest.firstIndex(of: mark) {
            rest = rest[rest.index(after: place)...]
            let number = rest.prefix { $0.isNumber || $0 == "-" || $0 == "." }
            if mark == "v" {
                height -= Double(number) ?? .nan
            } else {
                heights += Array(repeating: height, count: Int(number) ?? 0)
            }
        }
        return heights
    }

    @Test("The path of a profile has a step for each column", arguments: UInt64(1)...5)
    func path(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let values = (0..<892).map { _ in random.chance(0.5) ? 0 : Double(Int.random(in: 0...6, using: &random)) }
        let profile = GenomeView.Profile(title: "Åäö <b>", scale: .counts, values: values)
        let text = Self.drawn(.init(), [profile])
        let path = try #require(text.components(separatedBy: "class=\"density\" d=\"").last?.prefix { $0 != "\"" })
        let read = Self.heights(of: String(path))
        // What is nothing at the end needs no step.
        #expect(read + Array(repeating: 0, count: 892 - read.count) == profile.heights)
        #expect(text.contains("&lt;b&gt;") && text.utf8.count < 20_000)
        let tall = Self.drawn(.init(), [profile, profile])
        #expect(text.contains("viewBox=\"0 0 960 290\"") && tall.contains("viewBox=\"0 0 960 336\""))
    }

    @Test("What was called has places of its own, behind what was found, and bars that overlap are one")
    func called() throws {
        func interval(_ text: String) throws -> Interval { try Interval.parse(text, assembly: .grch38) }
        var called = GenomeView.Called()
        called.stretches = try ["1:1000000-90000000", "1:80000000-120000000", "9:1000-2000"].map {
            GenomeView.Stretch(interval: try interval($0), isGain: false, text: "")
        }
        called.stretches.append(GenomeView.Stretch(interval: try interval("3:1-50000000"), isGain: true, text: ""))
        called.joints = [
            GenomeView.Joint(first: (try Self.contig(9), 130_854_064), second: (try Self.contig(22), 23_290_555), text: "")
        ]
        called.fractions = [(column: 0, share: 0), (column: 891, share: 1)]
        let found = GenomeView.Stretch(interval: try interval("1:1000000-90000000"), isGain: false, text: "funnen")
        let view = GenomeView(assembly: .grch38, variants: [], stretches: [found], joints: [], called: called)
        let chart = Self.chart(view)
        let text = chart.drawing.markup.text
        let losses = try #require(text.components(separatedBy: "class=\"loss called\" d=\"").last?.prefix { $0 != "\"" })
        #expect(losses.split(separator: "z").count == 2)
        #expect(text.contains("class=\"gain called\"") && text.contains("class=\"joint called\""))
        #expect(text.contains("class=\"fractions\" d=\"M60.5 170h0M951.5 70h0\""))
        let places = try ["class=\"loss called\"", "class=\"loss\""].map { try #require(text.firstRange(of: $0)).lowerBound }
        #expect(places[0] < places[1])
        #expect(chart.table.rows.map { $0[2] } == ["funnen"], "what was only called is no finding")
    }

    @Test("A view is empty only where there is nothing of any kind")
    func emptiness() {
        func view(_ called: GenomeView.Called, _ profiles: [GenomeView.Profile]) -> GenomeView {
            GenomeView(assembly: .grch37, variants: [], stretches: [], joints: [], called: called, profiles: profiles)
        }
        var called = GenomeView.Called()
        #expect(view(called, []).isEmpty)
        #expect(!view(called, [GenomeView.Profile(title: "", scale: .shares, values: [0])]).isEmpty)
        called.fractions = [(column: 3, share: 0.5)]
        #expect(!view(called, []).isEmpty)
    }
}
