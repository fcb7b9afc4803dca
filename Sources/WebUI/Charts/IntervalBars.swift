/// Shares with how exactly each is known: a point on a line from the lower to the upper end, all on one scale from 0.
package struct IntervalBars: Sendable {
    package struct Row: Hashable, Sendable {
        package let label: String
        package let value: Double
        package let lower: Double
        package let upper: Double
        /// The numbers in words: `0,12 % (0,05–0,27 %)`.
        package let text: String

        package init(label: String, value: Double, lower: Double, upper: Double, text: String) {
            self.label = label
            self.value = value
            self.lower = lower
            self.upper = upper
            self.text = text
        }
    }

    private static let (width, labelWidth, rowHeight) = (700.0, 240.0, 28.0)

    /// `format` writes a share for the axis; `columns` are the words for a row and for its share.
    package static func chart(
        _ identifier: String, title: String, description: String, rows: [Row], columns: [String], format: (Double) -> String
    ) -> Chart {
        let number = Drawing.number
        let limit = axisEnd(rows.map(\.upper).max() ?? 0)
        let span = width - labelWidth - 24
        func x(_ share: Double) -> Double { labelWidth + span * min(max(share / limit, 0), 1) }
        let bottom = Double(rows.count) * rowHeight
        var drawn: [Drawing] = []
        for part in [0.0, 0.5, 1.0] {
            drawn.append(
                Drawing("path", ["class": "axis", "d": "M\(number(x(limit * part))) 0V\(number(bottom))"]))
            drawn.append(
                Drawing(
                    "text",
                    [
                        "class": "axis-label", "x": number(x(limit * part)), "y": number(bottom + 15),
                        "text-anchor": part == 0 ? "start" : part == 1 ? "end" : "middle",
                    ], text: format(limit * part)))
        }
        for (place, row) in rows.enumerated() {
            let y = Double(place) * rowHeight + rowHeight / 2
            drawn.append(
                Drawing(
                    "text", ["class": "row-label", "x": number(labelWidth - 10), "y": number(y + 4), "text-anchor": "end"],
                    text: row.label))
            let (low, high) = (x(row.lower), x(row.upper))
            drawn.append(
                Drawing(
                    "path",
                    [
                        "class": "interval",
                        "d":
                            "M\(number(low)) \(number(y))H\(number(high))M\(number(low)) \(number(y - 5))v10M\(number(high)) \(number(y - 5))v10",
                    ]))
            drawn.append(
                Drawing(
                    "circle", ["class": "estimate", "cx": number(x(row.value)), "cy": number(y), "r": "4.5"],
                    [Drawing("title", text: "\(row.label): \(row.text)")]))
        }
        return Chart(
            identifier, title: title, description: description, width: width, height: bottom + 20, kind: "interval-bars", drawn,
            table: ChartTable(caption: title, columns: columns, rows: rows.map { [$0.label, $0.text] }))
    }

    /// The first of 1, 2, 5, 10, … in any power of ten that holds the value.
    package static func axisEnd(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 1 }
        var scale = 1.0
        while scale > value { scale /= 10 }
        while scale * 10 <= value { scale *= 10 }
        return min(1, [1.0, 2, 5, 10].map { $0 * scale }.first { $0 >= value } ?? 1)
    }
}
