internal import GenomeModel

extension GenomeView {
    /// Behind what was found: fractions as points, stretches as thin bars farther from the chromosomes, joints as broken arcs.
    var calledDrawing: [Drawing] {
        called.joints.compactMap { arc($0, "joint called") } + points + thinBars(areGains: true) + thinBars(areGains: false)
    }

    /// All in one path: thousands of circles would be most of the page.
    private var points: [Drawing] {
        guard !called.fractions.isEmpty else { return [] }
        let marks = called.fractions.sorted { ($0.column, $0.share) < ($1.column, $1.share) }.map { point in
            "M\(Drawing.number(GenomeView.left + Double(point.column) + 0.5)) \(Drawing.number(height(point.share)))h0"
        }
        return [Drawing("path", ["class": "fractions", "d": marks.joined()])]
    }

    /// Those that overlap in the drawing are one.
    private func thinBars(areGains: Bool) -> [Drawing] {
        let spans = called.stretches.filter { $0.isGain == areGains }.compactMap { ends(of: $0.interval) }.sorted(by: <)
        var merged: [(from: Double, to: Double)] = []
        for (from, to) in spans {
            let end = max(to, from + 1)
            if let last = merged.last, from <= last.to {
                merged[merged.count - 1].to = max(last.to, end)
            } else {
                merged.append((from, end))
            }
        }
        guard !merged.isEmpty else { return [] }
        let y = GenomeView.floor + GenomeView.chromosomes + (areGains ? -13 : 22)
        let path = merged.map { span in
            let width = Drawing.number(span.to - span.from)
            return "M\(Drawing.number(span.from)) \(Drawing.number(y))h\(width)v3h-\(width)z"
        }
        return [Drawing("path", ["class": areGains ? "gain called" : "loss called", "d": path.joined()])]
    }
}
