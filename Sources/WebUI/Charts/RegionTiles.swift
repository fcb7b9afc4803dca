package import ClinicalModel

/// Sweden's 21 regions as tiles of one size, roughly where they lie, so that small regions read as well as large ones. What a region's state
/// is stands in words and in a pattern, never in a colour alone; each tile is a link.
package struct RegionTiles: Sendable {
    package struct Tile: Hashable, Sendable {
        /// How a tile is filled.
        package enum Fill: Hashable, Sendable {
            /// From 0, for none, to 4.
            case level(Int)
            case suppressed, refused, late, unreachable
            /// Not part of the question.
            case absent

            var name: String {
                switch self {
                case .level(let level): "level-\(min(max(level, 0), 4))"
                case .suppressed: "suppressed"
                case .refused: "refused"
                case .late: "late"
                case .unreachable: "unreachable"
                case .absent: "absent"
                }
            }

            /// The pattern over the tile; nil for a plain one.
            var pattern: String? {
                switch self {
                case .level, .absent: nil
                case .suppressed, .refused, .late, .unreachable: "tile-" + name
                }
            }
        }

        package let region: RegionCode
        package let fill: Fill
        /// A number or a word.
        package let label: String
        /// A sentence: what the tile says, with the region's name.
        package let description: String
        /// Where the tile leads.
        package let address: String

        package init(region: RegionCode, fill: Fill, label: String, description: String, address: String) {
            self.region = region
            self.fill = fill
            self.label = label
            self.description = description
            self.address = address
        }
    }

    private static let (width, height, gap) = (88.0, 60.0, 6.0)

    /// Column and row of each region.
    static let places: [(code: String, column: Int, row: Int)] = [
        ("25", 2, 0), ("24", 2, 1), ("23", 1, 2), ("22", 2, 2), ("20", 1, 3), ("21", 2, 3), ("17", 0, 4), ("18", 1, 4),
        ("19", 2, 4),
        ("03", 3, 4), ("14", 0, 5), ("05", 1, 5), ("04", 2, 5), ("01", 3, 5), ("13", 0, 6), ("06", 1, 6), ("08", 2, 6),
        ("09", 3, 6),
        ("12", 0, 7), ("07", 1, 7), ("10", 2, 7),
    ]

    /// A region's name as it fits on a tile.
    package static func shortName(_ code: RegionCode) -> String {
        switch code.description {
        case "06": return "Jönköping"
        case "14": return "V. Götaland"
        case "22": return "Västernorrl."
        case "23": return "Jämtland"
        default:
            var name = Region.of(code)?.name ?? code.description
            if name.hasPrefix("Region ") { name.removeFirst("Region ".count) }
            return name.hasSuffix(" län") ? String(name.dropLast(4)) : name
        }
    }

    /// `tiles` of regions that are not given are left out. `columns` are the words for a region and for its answer.
    package static func chart(
        _ identifier: String, title: String, description: String, tiles: [Tile], columns: [String]
    ) -> Chart {
        let known = Dictionary(tiles.map { ($0.region, $0) }, uniquingKeysWith: { first, _ in first })
        var drawn = [patterns]
        for place in places {
            guard let code = RegionCode(place.code), let tile = known[code] else { continue }
            drawn.append(draw(tile, Double(place.column) * (width + gap), Double(place.row) * (height + gap)))
        }
        return Chart(
            identifier, title: title, description: description, width: 4 * width + 3 * gap, height: 8 * height + 7 * gap,
            isGroup: true, kind: "region-tiles", drawn,
            table: ChartTable(
                caption: title, columns: columns,
                rows: tiles.sorted { $0.region < $1.region }.map { [Region.of($0.region)?.name ?? $0.label, $0.description] }))
    }

    private static func draw(_ tile: Tile, _ x: Double, _ y: Double) -> Drawing {
        let number = Drawing.number
        var parts = [
            Drawing("title", text: tile.description),
            Drawing(
                "rect",
                [
                    "class": "tile \(tile.fill.name)", "x": number(x), "y": number(y), "width": number(width),
                    "height": number(height), "rx": "4",
                ]),
        ]
        if let pattern = tile.fill.pattern {
            parts.append(
                Drawing(
                    "rect",
                    [
                        "x": number(x), "y": number(y), "width": number(width), "height": number(height), "rx": "4",
                        "fill": "url(#\(pattern))",
                    ]))
            // Words stay readable on the pattern.
            parts.append(
                Drawing(
                    "rect",
                    [
                        "class": "tile-plate", "x": number(x + 5), "y": number(y + 8), "width": number(width - 10),
                        "height": number(height - 16), "rx": "3",
                    ]))
        }
        parts.append(
            Drawing(
                "text", ["class": "tile-name \(tile.fill.name)", "x": number(x + width / 2), "y": number(y + 25)],
                text: shortName(tile.region)))
        parts.append(
            Drawing(
                "text", ["class": "tile-label \(tile.fill.name)", "x": number(x + width / 2), "y": number(y + 44)],
                text: tile.label))
        return Drawing("a", ["href": tile.address, "class": "tile-link"], parts)
    }

    /// Stripes, a lattice, dots and bars: they tell the states apart without colour.
    private static var patterns: Drawing {
        func pattern(_ name: String, _ size: String, _ children: [Drawing]) -> Drawing {
            Drawing(
                "pattern", ["id": "tile-" + name, "width": size, "height": size, "patternUnits": "userSpaceOnUse"], children)
        }
        func line(_ path: String) -> Drawing { Drawing("path", ["class": "tile-pattern", "d": path]) }
        return Drawing(
            "defs", [:],
            [
                pattern("suppressed", "8", [line("M0 8L8 0M-2 2L2 -2M6 10L10 6")]),
                pattern("refused", "8", [line("M0 0L8 8M0 8L8 0")]),
                pattern("late", "8", [Drawing("circle", ["class": "tile-dot", "cx": "4", "cy": "4", "r": "1.4"])]),
                pattern("unreachable", "8", [line("M0 4H8")]),
            ])
    }
}
