import Foundation

/// The text format that Prometheus reads (0.0.4), by its rules: a reader that takes nothing but what the format's description allows.
struct Exposition {
    struct Sample: Hashable {
        let name: String
        let labels: [String: String]
        let value: Double
    }

    struct Fault: Error, CustomStringConvertible {
        let line: Int
        let what: String
        var description: String { "line \(line): \(what)" }
    }

    private(set) var types: [String: String] = [:]
    private(set) var samples: [Sample] = []

    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        samples.first { $0.name == name && $0.labels == labels }?.value
    }

    func all(_ name: String) -> [Sample] { samples.filter { $0.name == name } }

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Fault(line: 0, what: "the last line has no end") }
        var helped: Set<String> = []
        var family = ""
        for (number, line) in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            func fault(_ what: String) -> Fault { Fault(line: number + 1, what: "\(what): \(line)") }
            if let match = line.wholeMatch(of: /# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)/) {
                family = String(match.output.1)
                guard helped.insert(family).inserted else { throw fault("a second HELP") }
            } else if let match = line.wholeMatch(
                of: /# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)/)
            {
                let name = String(match.output.1)
                guard name == family, types[name] == nil else { throw fault("a TYPE that does not follow its HELP") }
                types[name] = String(match.output.2)
            } else if line.hasPrefix("#") || line.isEmpty {
                throw fault("neither a comment nor a sample")
            } else {
                guard let sample = Exposition.sample(line) else { throw fault("not a sample") }
                let suffixes = types[family] == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
                guard suffixes.contains(where: { sample.name == family + $0 }) else { throw fault("outside its family") }
                guard !samples.contains(where: { $0.name == sample.name && $0.labels == sample.labels }) else {
                    throw fault("a series twice")
                }
                samples.append(sample)
            }
        }
        guard Set(types.keys) == helped else { throw Fault(line: 0, what: "a family without TYPE") }
        for (name, type) in types where type == "histogram" { try check(histogram: name) }
        for (name, type) in types where type == "counter" {
            guard name.hasSuffix("_total"), all(name).allSatisfy({ $0.value >= 0 }) else {
                throw Fault(line: 0, what: "counter \(name)")
            }
        }
    }

    /// `name{label="value",…} number`, with `\\`, `\"` and `\n` as the only escapes.
    private static func sample(_ line: Substring) -> Sample? {
        guard let match = line.wholeMatch(of: /([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(.*)\})? ([-+.0-9eE]+|\+Inf)/) else { return nil }
        let number = match.output.4 == "+Inf" ? Double.infinity : Double(match.output.4)
        guard let number else { return nil }
        var labels: [String: String] = [:]
        var rest = match.output.3 ?? ""
        while !rest.isEmpty {
            guard let label = rest.prefixMatch(of: /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"(,|$)/) else {
                return nil
            }
            guard labels.updateValue(unescaped(label.output.2), forKey: String(label.output.1)) == nil else { return nil }
            rest = rest[label.range.upperBound...]
        }
        return Sample(name: String(match.output.1), labels: labels, value: number)
    }

    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// Buckets rise with their ends, the last is `+Inf` and is the count.
    private func check(histogram name: String) throws {
        let series = Dictionary(grouping: all(name + "_bucket")) { $0.labels.filter { $0.key != "le" } }
        for (labels, buckets) in series {
            let ends = buckets.map { Double($0.labels["le"]?.replacing("+Inf", with: "inf") ?? "") ?? .nan }
            let isRising =
                zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 }
                && zip(buckets, buckets.dropFirst()).allSatisfy { $0.value <= $1.value }
            guard isRising, ends.last == .infinity, let count = value(name + "_count", labels), buckets.last?.value == count,
                value(name + "_sum", labels) != nil
            else { throw Fault(line: 0, what: "histogram \(name) \(labels)") }
        }
        guard all(name + "_count").count == series.count, all(name + "_sum").count == series.count else {
            throw Fault(line: 0, what: "histogram \(name) without buckets")
        }
    }
}
