package import GenomeModel

extension GenomeView {
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

    /// What was called, whether or not a person has found anything in it.
    package struct Called: Sendable {
        package var stretches: [Stretch] = []
        package var joints: [Joint] = []
        /// Allele fractions: the column of `GenomeView.columns`, and a share.
        package var fractions: [(column: Int, share: Double)] = []

        package init() {}

        package var isEmpty: Bool { stretches.isEmpty && joints.isEmpty && fractions.isEmpty }
    }

    /// A number for each column along the line of chromosomes.
    package struct Profile: Hashable, Sendable {
        package enum Scale: Hashable, Sendable {
            /// Shares of 0–1 by their order of magnitude, from a ten-thousandth: the targets of a panel take a thousandth of a column, those of
            /// an exome a hundredth.
            case shares
            /// Numbers up to the highest of them.
            case counts
        }

        package let title: String
        package let scale: Scale
        package let values: [Double]

        package init(title: String, scale: Scale, values: [Double]) {
            self.title = title
            self.scale = scale
            self.values = values
        }
    }
}
