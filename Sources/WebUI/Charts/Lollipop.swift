internal import Foundation

/// Variants along a stretch of a chromosome: a stem for each where it lies, as high as it is frequent on a logarithmic scale; exons below,
/// where they are known. Round heads are seen in one copy only, square ones in two copies in somebody.
///
/// Heads that would lie on each other are drawn once, so the drawing stays small however many variants there are.
package struct Lollipop: Sendable {
    package struct Head: Hashable, Sendable {
        /// 1-based.
        package let position: Int
        package let frequency: Double
        package let isInTwoCopies: Bool

        package init(position: Int, frequency: Double, isInTwoCopies: Bool) {
            self.position = position
            self.frequency = frequency
            self.isInTwoCopies = isInTwoCopies
        }
    }

    /// First and last base, 1-based, both included.
    package let span: ClosedRange<Int>
    package let exons: [ClosedRange<Int>]
    /// Which way the gene is read; nil for a stretch that is none.
    package let isForward: Bool?
    package let heads: [Head]

    private static let (width, left, right, top, axis, bottom) = (960.0, 72.0, 12.0, 10.0, 200.0, 252.0)
    /// Shares at the lines of the scale, from the bottom: the lowest holds everything below it.
    private static let scale = [0.0001, 0.001, 0.01, 0.1, 1]

    package init(span: ClosedRange<Int>, exons: [ClosedRange<Int>], isForward: Bool?, heads: [Head]) {
        self.span = span
        self.exons = exons
        self.isForward = isForward
        self.heads = heads
    }

    /// `position` writes a place on the chromosome, `share` a frequency; `columns` are the words for both.
    package func chart(
        _ identifier: String, title: String, description: String, columns: [String], position: (Int) -> String,
        share: (Double) -> String
    ) -> Chart {
        var drawn = axes(share) + track(position)
        var (stems, round, square) = ("", "", "")
        var seen: Set<Int> = []
        var columnsWithStem: Set<Int> = []
        for head in heads.sorted(by: { $0.frequency > $1.frequency }) where span.contains(head.position) {
            let (x, y) = (place(head.position).rounded(), level(head.frequency).rounded())
            // A head less than half its own width from another is not told apart from it: a gene can have thousands.
            let (column, row) = (Int(x) / 3, Int(y) / 3)
            guard seen.insert((column << 12 | row) << 1 | (head.isInTwoCopies ? 1 : 0)).inserted else { continue }
            // The first of a column is the highest, and its stem holds the others'.
            if columnsWithStem.insert(column).inserted { stems += "M\(Int(x)) \(Int(Lollipop.axis))V\(Int(y))" }
            if head.isInTwoCopies {
                square += "M\(Int(x) - 4) \(Int(y) - 4)h8v8h-8z"
            } else {
                round += "M\(Int(x) - 4) \(Int(y))a4 4 0 1 0 8 0a4 4 0 1 0-8 0"
            }
        }
        for (name, path) in [("stem", stems), ("head", round), ("head in-two-copies", square)] where !path.isEmpty {
            drawn.append(Drawing("path", ["class": name, "d": path]))
        }
        return Chart(
            identifier, title: title, description: description, width: Lollipop.width, height: Lollipop.bottom,
            kind: "lollipop", drawn,
            table: ChartTable(
                caption: title, columns: columns, rows: heads.map { [position($0.position), share($0.frequency)] }))
    }

    private func place(_ position: Int) -> Double {
        let share = Double(position - span.lowerBound) / Double(max(1, span.upperBound - span.lowerBound))
        return Lollipop.left + (Lollipop.width - Lollipop.left - Lollipop.right) * min(max(share, 0), 1)
    }

    /// Height of a frequency: equal steps for each power of ten, down to the lowest line.
    private func level(_ frequency: Double) -> Double {
        let lines = Lollipop.scale
        let step = (Lollipop.axis - 14 - Lollipop.top) / Double(lines.count - 1)
        guard frequency > lines[0] else { return Lollipop.axis - 14 }
        return Lollipop.axis - 14 - step * log10(min(frequency, 1) / lines[0])
    }

    private func axes(_ share: (Double) -> String) -> [Drawing] {
        let number = Drawing.number
        return Lollipop.scale.enumerated().flatMap { place, value in
            let y = level(value)
            let words = place == 0 ? "≤ " + share(value) : share(value)
            return [
                Drawing(
                    "path",
                    ["class": "axis", "d": "M\(number(Lollipop.left)) \(number(y))H\(number(Lollipop.width - Lollipop.right))"]),
                Drawing(
                    "text",
                    ["class": "axis-label", "x": number(Lollipop.left - 6), "y": number(y + 4), "text-anchor": "end"], text: words
                ),
            ]
        }
    }

    private func track(_ position: (Int) -> String) -> [Drawing] {
        let number = Drawing.number
        let y = Lollipop.axis + 8
        var drawn = [
            Drawing(
                "path",
                ["class": "gene-line", "d": "M\(number(Lollipop.left)) \(number(y))H\(number(Lollipop.width - Lollipop.right))"])
        ]
        if let isForward {
            // Which way it is read, at both ends and between.
            let arrow = isForward ? "l-6-4m6 4l-6 4" : "l6-4m-6 4l6 4"
            let path = (1...7).map { "M\(number(Lollipop.left + Double($0) * 110)) \(number(y))" + arrow }.joined()
            drawn.append(Drawing("path", ["class": "gene-arrow", "d": path]))
        }
        for exon in exons where exon.overlaps(span) {
            let (x, end) = (place(exon.lowerBound), place(exon.upperBound))
            drawn.append(
                Drawing(
                    "rect",
                    ["class": "exon", "x": number(x), "y": number(y - 7), "width": number(max(1.5, end - x)), "height": "14"]))
        }
        for (share, anchor) in [(0.0, "start"), (0.5, "middle"), (1.0, "end")] {
            let value = span.lowerBound + Int(Double(span.upperBound - span.lowerBound) * share)
            drawn.append(
                Drawing(
                    "text",
                    [
                        "class": "axis-label", "x": number(place(value)), "y": number(Lollipop.bottom - 14),
                        "text-anchor": anchor,
                    ], text: position(value)))
        }
        return drawn
    }
}
