internal import Foundation

extension GenomeView {
    /// One beneath another, each with its title over it.
    var profileDrawing: [Drawing] {
        profiles.enumerated().flatMap { number, profile -> [Drawing] in
            let top = GenomeView.bottom + GenomeView.profile * Double(number)
            let base = top + GenomeView.profile - 4
            let title = Drawing(
                "text", ["class": "profile-title", "x": "\(Int(GenomeView.left))", "y": Drawing.number(top + 12)],
                text: profile.title)
            let ticks = profile.ticks.flatMap { axis(base - $0.height, $0.label) }
            let kind = profile.scale == .shares ? "coverage" : "density"
            return [title] + ticks + [Drawing("path", ["class": kind, "d": profile.path(base: base)])]
        }
    }
}

extension GenomeView.Profile {
    /// How high the highest is.
    static let highest = 22.0

    /// Of each column, to half a pixel. What is more than nothing can be seen.
    package var heights: [Double] {
        let most = values.max() ?? 0
        return values.map { value in
            guard value > 0, most > 0 else { return 0 }
            let share = scale == .counts ? value / most : max(0, 1 + log10(min(value, 1)) / 4)
            return max(1.5, (share * GenomeView.Profile.highest * 2).rounded() / 2)
        }
    }

    fileprivate var ticks: [(height: Double, label: String)] {
        let highest = GenomeView.Profile.highest
        switch scale {
        case .shares: return [(0, ""), (highest / 2, "1 %"), (highest, "100 %")]
        case .counts: return [(0, "0"), (highest, String(Int(values.max() ?? 0)))]
        }
    }

    /// Steps from column to column, which are a pixel wide; those of one height are one step.
    func path(base: Double) -> String {
        var path = "M\(Drawing.number(GenomeView.left)) \(Drawing.number(base))"
        var (height, run) = (0.0, 0)
        for next in heights + [0] {
            if next != height {
                if run > 0 { path += "h\(run)" }
                path += "v\(Drawing.number(height - next))"
                (height, run) = (next, 0)
            }
            run += 1
        }
        return path + "z"
    }
}
