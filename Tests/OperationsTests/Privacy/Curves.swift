import Foundation
import Testing

/// Lines over a logarithmic axis, as an SVG that is the same for the same values.
struct Curves {
    struct Line {
        let name: String
        let colour: String
        let values: [(x: Double, y: Double)]
    }

    let title: String
    let xTitle: String
    let yTitle: String
    let ys: ClosedRange<Double>
    let lines: [Line]

    private static let (width, height, left, right, top, bottom) = (640.0, 380.0, 64.0, 24.0, 44.0, 52.0)

    var svg: String {
        let xs = lines.flatMap { $0.values.map(\.x) }
        let (low, high) = (log10(max(xs.min() ?? 1, 1)), log10(max(xs.max() ?? 10, 10)))
        func x(_ value: Double) -> String {
            number(Self.left + (log10(max(value, 1)) - low) / max(high - low, 0.01) * (Self.width - Self.left - Self.right))
        }
        func y(_ value: Double) -> String {
            number(
                Self.height - Self.bottom - (value - ys.lowerBound) / (ys.upperBound - ys.lowerBound)
                    * (Self.height - Self.top - Self.bottom))
        }
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 380" font-family="sans-serif" font-size="12" fill="#222">
            <rect width="640" height="380" fill="#fff"/>
            <text x="64" y="24" font-size="15">\(title)</text>

            """
        var tick = pow(10, low.rounded(.up))
        while tick <= pow(10, high) * 1.001 {
            text += "<line x1=\"\(x(tick))\" x2=\"\(x(tick))\" y1=\"44\" y2=\"328\" stroke=\"#ddd\"/>\n"
            text += "<text x=\"\(x(tick))\" y=\"346\" text-anchor=\"middle\">\(Int(tick))</text>\n"
            tick *= 10
        }
        for step in 0...4 {
            let value = ys.lowerBound + Double(step) / 4 * (ys.upperBound - ys.lowerBound)
            text += "<line x1=\"64\" x2=\"616\" y1=\"\(y(value))\" y2=\"\(y(value))\" stroke=\"#ddd\"/>\n"
            text +=
                "<text x=\"56\" y=\"\(y(value - 0.01 * (ys.upperBound - ys.lowerBound)))\" text-anchor=\"end\">\(label(value))</text>\n"
        }
        for (place, line) in lines.enumerated() {
            let points = line.values.map { "\(x($0.x)),\(y($0.y))" }.joined(separator: " ")
            text += "<polyline points=\"\(points)\" fill=\"none\" stroke=\"\(line.colour)\" stroke-width=\"2\"/>\n"
            text += "<text x=\"\(80 + place * 190)\" y=\"40\" fill=\"\(line.colour)\">\(line.name)</text>\n"
        }
        text += "<text x=\"340\" y=\"370\" text-anchor=\"middle\">\(xTitle)</text>\n"
        text += "<text transform=\"translate(16 190) rotate(-90)\" text-anchor=\"middle\">\(yTitle)</text>\n</svg>\n"
        return text
    }

    private func number(_ value: Double) -> String { String((value * 10).rounded() / 10) }
    private func label(_ value: Double) -> String { String((value * 1000).rounded() / 1000) }

    /// Holds the drawing against the one in `docs/images`; writes it there with SAMSYN_RENEW=1.
    func check(_ name: String) throws {
        let path = AccessFiles.path("docs/images/privacy-\(name).svg")
        if ProcessInfo.processInfo.environment["SAMSYN_RENEW"] == "1" {
            try FileManager.default.createDirectory(atPath: AccessFiles.path("docs/images"), withIntermediateDirectories: true)
            try Data(svg.utf8).write(to: URL(fileURLWithPath: path))
        }
        let committed = try? String(contentsOfFile: path, encoding: .utf8)
        #expect(
            committed == svg,
            "docs/images/privacy-\(name).svg shows something else. Look at why; to renew it, run with SAMSYN_RENEW=1.")
    }
}
