package import GenomeModel

/// What was found in one person along the whole genome, above what was looked at: the chromosomes in a row, each as wide as it is long; small
/// variants as high as the share of reads that has them, stretches with another number of copies as bars, and rearrangements as arcs
/// between their ends. What was called and not found by a person lies behind, in thin bars, broken arcs and small points. Beneath come
/// profiles along the same line: how much of each column was looked at, and how many variants were called in it.
///
/// Each kind has a place and a shape of its own, so that no colour has to be told apart.
package struct GenomeView: Sendable {
    package let assembly: Assembly
    package let variants: [Variant]
    package let stretches: [Stretch]
    package let joints: [Joint]
    package let called: Called
    package let profiles: [Profile]
    let line: GenomeColumns

    static let (width, left, right) = (960.0, 60.0, 8.0)
    /// From the top down: arcs, allele fractions, called gains, gains, chromosomes, losses, called losses, names of chromosomes.
    static let (arcs, top, floor, bottom) = (60.0, 70.0, 170.0, 244.0)
    static let (chromosomes, profile) = (18.0, 46.0)
    /// How many columns the line of chromosomes is wide: one a pixel.
    static let columns = Int(width - left - right)

    package init(
        assembly: Assembly, variants: [Variant], stretches: [Stretch], joints: [Joint], called: Called = Called(),
        profiles: [Profile] = []
    ) {
        self.assembly = assembly
        self.variants = variants
        self.stretches = stretches
        self.joints = joints
        self.called = called
        self.profiles = profiles
        line = GenomeColumns(assembly, count: GenomeView.columns)
    }

    package var isEmpty: Bool {
        variants.isEmpty && stretches.isEmpty && joints.isEmpty && called.isEmpty && profiles.isEmpty
    }

    /// Nil for MT.
    func place(_ contig: Contig, _ position: Int) -> Double? {
        line.offset(contig, position).map { offset in
            GenomeView.left + Double(GenomeView.columns) * Double(offset + 1) / Double(line.length)
        }
    }

    /// `columns` are the words for place, kind and what was found; `kinds` those for a variant, a stretch and a joint. The table tells what
    /// was found: of what was called there is more than can be listed.
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
        let found = joints.compactMap { arc($0, "joint") } + variants.compactMap(mark) + stretches.compactMap(bar)
        return Chart(
            identifier, title: title, description: description, width: GenomeView.width,
            height: GenomeView.bottom + GenomeView.profile * Double(profiles.count), kind: "genome-chart",
            axes + calledDrawing + found + profileDrawing, table: ChartTable(caption: title, columns: columns, rows: rows))
    }

    private var axes: [Drawing] {
        var drawn = [0.0, 0.5, 1.0].flatMap { share in
            axis(height(share), "\(Int(share * 100)) %")
        }
        for (number, contig) in GenomeColumns.contigs.enumerated() {
            guard let from = place(contig, 1), let to = place(contig, assembly.length(of: contig)) else { continue }
            drawn.append(
                Drawing(
                    "rect",
                    [
                        "class": number % 2 == 0 ? "chromosome even" : "chromosome odd", "x": Drawing.number(from),
                        "y": Drawing.number(GenomeView.floor + GenomeView.chromosomes), "width": Drawing.number(to - from),
                        "height": "12",
                    ]))
            // Narrow ones have their names on another line, so that none hides another.
            drawn.append(
                Drawing(
                    "text",
                    [
                        "class": "axis-label", "x": Drawing.number((from + to) / 2),
                        "y": Drawing.number(GenomeView.bottom - (number % 2 == 0 ? 17 : 5)), "text-anchor": "middle",
                    ], text: contig.name))
        }
        return drawn
    }

    /// A line across with its value beside it.
    func axis(_ y: Double, _ label: String) -> [Drawing] {
        [
            Drawing(
                "path",
                [
                    "class": "grid",
                    "d": "M\(Int(GenomeView.left)) \(Drawing.number(y))H\(Int(GenomeView.width - GenomeView.right))",
                ]),
            Drawing(
                "text",
                [
                    "class": "axis-label", "x": "\(Int(GenomeView.left) - 6)", "y": Drawing.number(y + 3), "text-anchor": "end",
                ], text: label),
        ]
    }

    func height(_ share: Double) -> Double {
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
        guard let (from, to) = ends(of: stretch.interval) else { return nil }
        // A gene is far narrower than a pixel: never thinner than can be seen. Gains stand above the chromosomes, losses below.
        let y = GenomeView.floor + (stretch.isGain ? GenomeView.chromosomes - 8 : GenomeView.chromosomes + 14)
        return Drawing(
            "rect",
            [
                "class": stretch.isGain ? "gain" : "loss", "x": Drawing.number(from), "y": Drawing.number(y),
                "width": Drawing.number(max(3, to - from)), "height": "6",
            ], [Drawing("title", text: stretch.text)])
    }

    func ends(of interval: Interval) -> (Double, Double)? {
        guard let from = place(interval.contig, Int(interval.first.value)),
            let to = place(interval.contig, Int(interval.last.value))
        else { return nil }
        return (from, to)
    }

    func arc(_ joint: Joint, _ kind: String) -> Drawing? {
        guard let from = place(joint.first.contig, joint.first.position),
            let to = place(joint.second.contig, joint.second.position)
        else { return nil }
        let y = Drawing.number(GenomeView.top)
        let height = GenomeView.arcs * min(1, 0.35 + abs(to - from) / GenomeView.width)
        let middle = Drawing.number((from + to) / 2)
        return Drawing(
            "path",
            [
                "class": kind,
                "d":
                    "M\(Drawing.number(from)) \(y)Q\(middle) \(Drawing.number(GenomeView.top - 2 * height)) \(Drawing.number(max(to, from + 3))) \(y)",
            ], joint.text.isEmpty ? [] : [Drawing("title", text: joint.text)])
    }
}
