import Foundation

/// Prints what was measured, and the arithmetic that every measure needs.
enum Measure {
    static func report(_ name: String, _ value: Double) {
        let text = value >= 1000 ? String(Int(value.rounded())) : String(format: "%.4g", value)
        // Not `print`, whose buffer would hold the line until the end of a run of minutes.
        FileHandle.standardOutput.write(Data("\(name)\t\(text)\n".utf8))
    }

    static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    /// Seconds that this process has computed, in user space and in the kernel.
    static func processorSeconds() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        return Double(seconds) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard let last = sorted.last else { return .nan }
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : min(sorted[middle], last)
    }

    /// Bytes of every file under `directory`, as their lengths say.
    static func length(of directory: String) -> Int {
        guard let walk = FileManager.default.enumerator(atPath: directory) else { return 0 }
        var sum = 0
        while walk.nextObject() != nil {
            guard walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            sum += (walk.fileAttributes?[.size] as? NSNumber)?.intValue ?? 0
        }
        return sum
    }

    /// Megabytes of memory that this process holds and no file backs.
    static func anonymousMegabytes() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        return Double(line?.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "").map { $0 / 1024 } ?? .nan
    }
}
