package import GenomeModel

/// What was found in one person along the whole genome: the chromosomes in a row, each as wide as it is long; small variants as high as the
/// share of reads that has them, stretches with another number of copies as bars, and rearrangements as arcs between their ends.
///
/// Each kind has a place and a shape of its own, so that no colour has to be told apart.
package struct GenomeView: Sendable {
    package struct Variant: Hashable, Sendable {
        package let contig: Contig
        /// 1-based.
        package let position: Int
        /// 0–1; nil where nobody has measured it: drawn at the bottom.
        package let fraction: Double?
        package let text: String

        package init(contig: Contig, position: Int, fraction: Double?, text: String) {
            self.contig = contig
            self.position = position
            self.fraction = fraction
            self.text = text
        }
    }

    package struct Stretch: Hashable, Sendable {
        package let interval: Interval
        package let isGain: Bool
        package let text: String

        package init(interval: Interval, isGain: Bool, text: String) {
            self.interval = interval
            self.isGain = isGain
            self.text = text
        }
    }

    package struct Joint: Hashable, Sendable {
        package let first: (contig: Contig, position: Int)
        package let second: (contig: Contig, position: Int)
        package let text: String

        package init(first: (contig: Contig, position: Int), second: (contig: Contig, position: Int), text: String) {
            self.first = first
            self.second = second
            self.text = text
        }

        package static func == (a: Joint, b: Joint) -> Bool { a.first == b.first && a.second == b.second && a.text == b.text }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(first.contig)
            hasher.combine(first.position)
            hasher.combine(second.contig)
            hasher.combine(second.position)
            hasher.combine(text)
        }
    }

    package let assembly: Assembly
    package let variants: [Variant]
    package let stretches: [Stretch]
    package let joints: [Joint]

    private static let (width, left, right) = (960.0, 60.0, 8.0)
    private static let (arcs, top, floor, copies, bottom) = (60.0, 70.0, 170.0, 200.0, 236.0)

    package init(assembly: Assembly, variants: [Variant], stretches: [Stretch], joints: [Joint]) {
        self.assembly = assembly
        self.variants = variants
        self.stretches = stretches
        self.joints = joints
    }

    package var isEmpty: Bool { variants.isEmpty && stretches.isEmpty && joints.isEmpty }

    /// The nuclear chromosomes: MT would be thinner than a line.
    private static let contigs = Contig.all.filter { $0 != .mt }

    private var total: Double { Double(GenomeView.contigs.reduce(0) { $0 + assembly.length(of: $1) }) }

    /// Nil for MT.
    private func place(_ contig: Contig, _ position: Int) -> Double? {
        guard let index = GenomeView.contigs.firstIndex(of: contig) else { return nil }
        let before = GenomeView.contigs[..<index].reduce(0) { $0 + assembly.length(of: $1) }
        let share = Double(before + min(max(position, 1), assembly.length(of: contig))) / total
        return GenomeView.left + (GenomeView.width - GenomeView.left - GenomeView.right) * share
    }

    /// `columns` are the words for place, kind and what was found; `kinds` those for a variant, a stretch and a joint.
    package func chart(
        _ identifier: String, title: String, description: String, columns: [String],
        kinds: (variant: String, stretch: String, joint: String)
    ) -> Chart {
        let rows =
            variants.map { ["\($0.contig.name):\($0.position)", kinds.variant, $0.text] }
            + stretches.map { [$0.interval.notation, kinds.stretch, $0.text] }
            + joints.map {
                [
                    "\($0.first.contig.name):\($0.first.position) – \($0.second.contig.name):\($0.second.position)", kinds.joint,
                    $0.text,
                ]
            }
        return Chart(
            identifier, title: title, description: description, width: GenomeView.width, height: GenomeView.bottom,
            kind: "genome-chart", axes + joints.compactMap(arc) + variants.compactMap(mark) + stretches.compactMap(bar),
            table: ChartTable(caption: title, columns: columns, rows: rows))
    }

    private var axes: [Drawing] {
        var drawn = [0.0, 0.5, 1.0].flatMap { share -> [Drawing] in
            let y = Drawing.number(height(share))
            return [
                Drawing(
                    "path", ["class": "grid", "d": "M\(Int(GenomeView.left)) \(y)H\(Int(GenomeView.width - GenomeView.right))"]),
                Drawing(
                    "text", ["class": "axis-label", "x": "\(Int(GenomeView.left) - 6)", "y": y, "text-anchor": "end"],
                    text: "\(Int(share * 100)) %"),
            ]
        }
        for (number, contig) in GenomeView.contigs.enumerated() {
            guard let from = place(contig, 1), let to = place(contig, assembly.length(of: contig)) else { continue }
            drawn.append(
                Drawing(
                    "rect",
                    [
                        "class": number % 2 == 0 ? "chromosome even" : "chromosome odd", "x": Drawing.number(from),
                        "y": Drawing.number(GenomeView.floor + 8), "width": Drawing.number(to - from), "height": "12",
                    ]))
            // Narrow ones have their names on another line, so that none hides another.
            drawn.append(
                Drawing(
                    "text",
                    [
                        "class": "axis-label", "x": Drawing.number((from + to) / 2),
                        "y": Drawing.number(GenomeView.bottom - (number % 2 == 0 ? 14 : 2)), "text-anchor": "middle",
                    ], text: contig.name))
        }
        return drawn
    }

    private func height(_ share: Double) -> Double {
        GenomeView.floor - (GenomeView.floor - GenomeView.top) * min(max(share, 0), 1)
    }

    private func mark(_ variant: Variant) -> Drawing? {
        place(variant.contig, variant.position).map { x in
            Drawing(
                "circle",
                [
                    "class": "variant", "cx": Drawing.number(x), "cy": Drawing.number(height(variant.fraction ?? 0)), "r": "4",
                ], [Drawing("title", text: variant.text)])
        }
    }

    private func bar(_ stretch: Stretch) -> Drawing? {
        guard let from = place(stretch.interval.contig, Int(stretch.interval.first.value)),
            let to = place(stretch.interval.contig, Int(stretch.interval.last.value))
        else { return nil }
        // A gene is far narrower than a pixel: never thinner than can be seen. Gains stand above the chromosomes, losses below.
        let y = stretch.isGain ? GenomeView.floor + 2 : GenomeView.floor + 21
        return Drawing(
            "rect",
            [
                "class": stretch.isGain ? "gain" : "loss", "x": Drawing.number(from), "y": Drawing.number(y),
                "width": Drawing.number(max(3, to - from)), "height": "6",
            ], [Drawing("title", text: stretch.text)])
    }

    private func arc(_ joint: Joint) -> Drawing? {
        guard let from = place(joint.first.contig, joint.first.position),
            let to = place(joint.second.contig, joint.second.position)
        else { return nil }
        let y = Drawing.number(GenomeView.top)
        let height = GenomeView.arcs * min(1, 0.35 + abs(to - from) / GenomeView.width)
        return Drawing(
            "path",
            [
                "class": "joint",
                "d":
                    "M\(Drawing.number(from)) \(y)Q\(Drawing.number((from + to) / 2)) \(Drawing.number(GenomeView.top - 2 * height)) \(Drawing.number(max(to, from + 3))) \(y)",
            ], [Drawing("title", text: joint.text)])
    }
}
