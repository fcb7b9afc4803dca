/// Structural events along a stretch of a chromosome: a bar for each that has a span, a mark for each that is a place, in as many lanes as it
/// takes for none to lie on another. What does not fit into the lanes stands in the table alone.
package struct EventLanes: Sendable {
    package struct Bar: Hashable, Sendable {
        package enum Kind: String, Sendable {
            case loss, gain, other
        }

        /// First and last base, 1-based; equal for a place.
        package let span: ClosedRange<Int>
        package let kind: Kind
        package let label: String
        package let value: String

        package init(span: ClosedRange<Int>, kind: Kind, label: String, value: String) {
            self.span = span
            self.kind = kind
            self.label = label
            self.value = value
        }
    }

    package let span: ClosedRange<Int>
    package let bars: [Bar]

    private static let (width, left, right, lane, most) = (960.0, 72.0, 12.0, 12.0, 12)

    package init(span: ClosedRange<Int>, bars: [Bar]) {
        self.span = span
        self.bars = bars
    }

    /// `columns` are the words for an event and for what is said of it.
    package func chart(
        _ identifier: String, title: String, description: String, columns: [String], position: (Int) -> String
    ) -> Chart {
        let number = Drawing.number
        var ends: [Double] = []
        var drawn: [Drawing] = []
        for bar in bars.sorted(by: { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }) {
            let (first, last) = (place(bar.span.lowerBound), place(bar.span.upperBound))
            let end = max(last, first + 3)
            let lane = ends.firstIndex { $0 + 2 < first } ?? ends.count
            guard lane < EventLanes.most else { continue }
            if lane == ends.count { ends.append(end) } else { ends[lane] = end }
            drawn.append(
                Drawing(
                    "rect",
                    [
                        "class": "event event-" + bar.kind.rawValue, "x": number(first),
                        "y": number(6 + Double(lane) * EventLanes.lane), "width": number(end - first), "height": "8",
                    ]))
        }
        let base = 6 + Double(max(1, ends.count)) * EventLanes.lane + 4
        drawn.append(
            Drawing(
                "path",
                [
                    "class": "gene-line",
                    "d": "M\(number(EventLanes.left)) \(number(base))H\(number(EventLanes.width - EventLanes.right))",
                ]))
        for (share, anchor) in [(0.0, "start"), (0.5, "middle"), (1.0, "end")] {
            let value = span.lowerBound + Int(Double(span.upperBound - span.lowerBound) * share)
            drawn.append(
                Drawing(
                    "text",
                    ["class": "axis-label", "x": number(place(value)), "y": number(base + 18), "text-anchor": anchor],
                    text: position(value)))
        }
        return Chart(
            identifier, title: title, description: description, width: EventLanes.width, height: base + 26, kind: "event-lanes",
            drawn, table: ChartTable(caption: title, columns: columns, rows: bars.map { [$0.label, $0.value] }))
    }

    private func place(_ position: Int) -> Double {
        let share = Double(position - span.lowerBound) / Double(max(1, span.upperBound - span.lowerBound))
        return EventLanes.left + (EventLanes.width - EventLanes.left - EventLanes.right) * min(max(share, 0), 1)
    }
}
