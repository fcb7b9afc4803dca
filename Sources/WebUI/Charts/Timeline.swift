package import ClinicalModel

/// What happened on which day, along a line of time: a lane for each kind, each kind with a shape of its own, so that no colour has to be
/// told apart. What lasts is a bar. Marks that would lie on each other are one, with their number above.
package struct Timeline: Sendable {
    package enum Shape: Sendable, CaseIterable {
        case circle, square, triangle, downwards, diamond, plus

        /// Twelve wide, around a point.
        func path(_ x: Int, _ y: Int) -> String {
            switch self {
            case .circle: "M\(x - 6) \(y)a6 6 0 1 0 12 0a6 6 0 1 0-12 0"
            case .square: "M\(x - 5) \(y - 5)h10v10h-10z"
            case .triangle: "M\(x) \(y - 6)l6 11h-12z"
            case .downwards: "M\(x) \(y + 6)l6-11h-12z"
            case .diamond: "M\(x) \(y - 7)l6 7l-6 7l-6-7z"
            case .plus: "M\(x - 2) \(y - 6)h4v4h4v4h-4v4h-4v-4h-4v-4h4z"
            }
        }
    }

    package struct Mark: Hashable, Sendable {
        package let date: CivilDate
        /// The last day of what lasts; nil for what happened on one.
        package let end: CivilDate?
        package let text: String

        package init(date: CivilDate, end: CivilDate? = nil, text: String) {
            self.date = date
            self.end = end
            self.text = text
        }
    }

    package struct Lane: Sendable {
        /// A class of the style sheet.
        package let kind: String
        package let title: String
        package let shape: Shape
        package let marks: [Mark]

        package init(kind: String, title: String, shape: Shape, marks: [Mark]) {
            self.kind = kind
            self.title = title
            self.shape = shape
            self.marks = marks
        }
    }

    /// From the top; those without marks are left out.
    package let lanes: [Lane]
    package let today: CivilDate

    private static let (width, left, right, top, lane, bottom) = (800.0, 118.0, 18.0, 14.0, 38.0, 30.0)

    package init(lanes: [Lane], today: CivilDate) {
        self.lanes = lanes.filter { !$0.marks.isEmpty }
        self.today = today
    }

    /// The days of the marks and today, with a little room on both sides.
    private var span: ClosedRange<Int> {
        let marks = lanes.flatMap(\.marks)
        let days = marks.map(\.date.daysSince1970) + marks.compactMap(\.end?.daysSince1970) + [today.daysSince1970]
        let (first, last) = (days.min() ?? 0, days.max() ?? 0)
        let room = max(10, (last - first) / 40)
        return first - room...last + room
    }

    /// `day` writes a date in words, `tick` a year or a month of the axis; `columns` are the words for day, kind and what happened.
    package func chart(
        _ identifier: String, title: String, description: String, columns: [String], todayText: String,
        day: (CivilDate) -> String, tick: (CivilDate, _ isMonth: Bool) -> String
    ) -> Chart {
        let span = span
        let floor = Timeline.top + Timeline.lane * Double(lanes.count)
        var drawn = axis(span, floor, tick)
        let now = place(today, span)
        drawn.append(Drawing("path", ["class": "today", "d": "M\(now) \(Int(Timeline.top) - 4)V\(Int(floor))"]))
        drawn.append(
            Drawing("text", ["class": "axis-label", "x": "\(now)", "y": "9", "text-anchor": "middle"], text: todayText))
        for (number, lane) in lanes.enumerated() {
            drawn += draw(lane, Timeline.top + Timeline.lane * (Double(number) + 0.5), span, day)
        }
        let rows = lanes.flatMap { lane in lane.marks.map { (lane.title, $0) } }.sorted { $0.1.date < $1.1.date }
        return Chart(
            identifier, title: title, description: description, width: Timeline.width, height: floor + Timeline.bottom,
            kind: "timeline-chart", drawn,
            table: ChartTable(
                caption: title, columns: columns,
                rows: rows.map { kind, mark in [days(mark, day), kind, mark.text] }))
    }

    private func days(_ mark: Mark, _ day: (CivilDate) -> String) -> String {
        day(mark.date) + (mark.end.map { "–" + day($0) } ?? "")
    }

    private func place(_ date: CivilDate, _ span: ClosedRange<Int>) -> Int {
        let share = Double(date.daysSince1970 - span.lowerBound) / Double(max(1, span.upperBound - span.lowerBound))
        return Int((Timeline.left + (Timeline.width - Timeline.left - Timeline.right) * min(max(share, 0), 1)).rounded())
    }

    // MARK: Lanes

    private func draw(_ lane: Lane, _ middle: Double, _ span: ClosedRange<Int>, _ day: (CivilDate) -> String) -> [Drawing] {
        let y = Int(middle.rounded())
        var drawn = [
            Drawing("path", ["class": "grid", "d": "M\(Int(Timeline.left)) \(y)H\(Int(Timeline.width - Timeline.right))"]),
            Drawing("text", ["class": "lane-title", "x": "0", "y": "\(y + 4)"], text: lane.title),
        ]
        for mark in lane.marks {
            guard let end = mark.end else { continue }
            let (from, through) = (place(mark.date, span), place(end, span))
            drawn.append(
                Drawing(
                    "rect",
                    [
                        "class": "span \(lane.kind)", "x": "\(from)", "y": "\(y - 5)", "width": "\(max(4, through - from))",
                        "height": "10", "rx": "2",
                    ], [Drawing("title", text: days(mark, day) + ": " + mark.text)]))
        }
        var drawnTo = Int.min
        var together: [Mark] = []
        func finish() {
            guard let first = together.first else { return }
            let x = place(first.date, span)
            let words = together.map { days($0, day) + ": " + $0.text }.joined(separator: "\n")
            drawn.append(
                Drawing("path", ["class": "mark \(lane.kind)", "d": lane.shape.path(x, y)], [Drawing("title", text: words)]))
            if together.count > 1 {
                drawn.append(
                    Drawing(
                        "text", ["class": "mark-count", "x": "\(x)", "y": "\(y - 9)", "text-anchor": "middle"],
                        text: "\(together.count)"))
            }
        }
        for mark in lane.marks.filter({ $0.end == nil }).sorted(by: { $0.date < $1.date }) {
            let x = place(mark.date, span)
            // A mark nearer than its own width to the one before is not told apart from it.
            if drawnTo == Int.min || x - drawnTo >= 13 {
                finish()
                (together, drawnTo) = ([mark], x)
            } else {
                together.append(mark)
            }
        }
        finish()
        return drawn
    }

    // MARK: Axis

    private func axis(_ span: ClosedRange<Int>, _ floor: Double, _ tick: (CivilDate, _ isMonth: Bool) -> String) -> [Drawing] {
        let (ticks, isMonth) = Timeline.ticks(span)
        let line = Drawing(
            "path",
            ["class": "axis", "d": "M\(Int(Timeline.left)) \(Int(floor))H\(Int(Timeline.width - Timeline.right))"])
        return [line]
            + ticks.flatMap { date in
                let x = place(date, span)
                return [
                    Drawing("path", ["class": "grid", "d": "M\(x) \(Int(Timeline.top))V\(Int(floor))"]),
                    Drawing(
                        "text", ["class": "axis-label", "x": "\(x)", "y": "\(Int(floor) + 18)", "text-anchor": "middle"],
                        text: tick(date, isMonth)),
                ]
            }
    }

    /// First days of years where they are at least two, else of months; at most eight of them.
    static func ticks(_ span: ClosedRange<Int>) -> (days: [CivilDate], isMonth: Bool) {
        let (first, last) = (CivilDate(daysSince1970: span.lowerBound), CivilDate(daysSince1970: span.upperBound))
        let years = (first.year...last.year).compactMap { CivilDate(year: $0, month: 1, day: 1) }
            .filter { span.contains($0.daysSince1970) }
        if years.count > 1 { return (thinned(years), false) }
        let months = (first.year...last.year).flatMap { year in
            (1...12).compactMap { CivilDate(year: year, month: $0, day: 1) }
        }.filter { span.contains($0.daysSince1970) }
        return (thinned(months), true)
    }

    private static func thinned(_ days: [CivilDate]) -> [CivilDate] {
        let step = (days.count + 7) / 8
        return days.enumerated().filter { $0.offset % max(1, step) == 0 }.map(\.element)
    }
}
