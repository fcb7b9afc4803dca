internal import Foundation
internal import Synchronization

/// What a node counts of itself, as Prometheus reads it (text format 0.0.4). No label holds anything of a person, a variant or a question.
package final class NodeMetrics: Sendable {
    /// Upper ends of the buckets of a duration, in seconds.
    private static let buckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

    private struct Duration {
        /// By bucket, each without those before it.
        var counts = [Int](repeating: 0, count: NodeMetrics.buckets.count)
        var count = 0
        var sum = 0.0
    }

    private struct State {
        var requests: [String: Int] = [:]
        var durations: [String: Duration] = [:]
        var regions: [String: Int] = [:]
    }

    private let state = Mutex(State())
    private let node: String
    private let version: String
    private let start = Date()

    package init(node: String, version: String) {
        self.node = node
        self.version = version
    }

    /// One request; `route` is the template that it matched, never the path that was asked for.
    package func request(method: String, route: String, status: Int, seconds: Double) {
        let labels = "method=\"\(Self.escaped(method))\",route=\"\(Self.escaped(route))\""
        state.withLock { state in
            state.requests["\(labels),status=\"\(status)\"", default: 0] += 1
            var duration = state.durations[labels] ?? Duration()
            duration.count += 1
            duration.sum += seconds
            if let place = Self.buckets.firstIndex(where: { seconds <= $0 }) { duration.counts[place] += 1 }
            state.durations[labels] = duration
        }
    }

    /// What became of a question in one region.
    package func answer(region: String, state answer: String) {
        let labels = "region=\"\(Self.escaped(region))\",state=\"\(Self.escaped(answer))\""
        state.withLock { $0.regions[labels, default: 0] += 1 }
    }

    /// The whole of what Prometheus reads. `peers`: name, state of the circuit, and the median latency in milliseconds.
    package func text(peers: [(name: String, circuit: String, latency: Double?)]) -> String {
        var text = ""
        func family(_ name: String, _ type: String, _ help: String, _ lines: [String]) {
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n" + lines.map { $0 + "\n" }.joined()
        }
        let state = state.withLock { $0 }
        family(
            "samsyn_build_info", "gauge", "The program's version.",
            ["samsyn_build_info{node=\"\(Self.escaped(node))\",version=\"\(Self.escaped(version))\"} 1"])
        family(
            "process_start_time_seconds", "gauge", "When the node was started.",
            ["process_start_time_seconds \(start.timeIntervalSince1970)"])
        if let bytes = Self.residentBytes() {
            family("process_resident_memory_bytes", "gauge", "Resident memory.", ["process_resident_memory_bytes \(bytes)"])
        }
        family(
            "samsyn_requests_total", "counter", "Requests by route template and status.",
            state.requests.sorted { $0.key < $1.key }.map { "samsyn_requests_total{\($0.key)} \($0.value)" })
        var lines: [String] = []
        for (labels, duration) in state.durations.sorted(by: { $0.key < $1.key }) {
            var sum = 0
            for (place, end) in Self.buckets.enumerated() {
                sum += duration.counts[place]
                lines.append("samsyn_request_seconds_bucket{\(labels),le=\"\(end)\"} \(sum)")
            }
            lines.append("samsyn_request_seconds_bucket{\(labels),le=\"+Inf\"} \(duration.count)")
            lines.append("samsyn_request_seconds_sum{\(labels)} \(duration.sum)")
            lines.append("samsyn_request_seconds_count{\(labels)} \(duration.count)")
        }
        family("samsyn_request_seconds", "histogram", "Duration of requests.", lines)
        family(
            "samsyn_region_answers_total", "counter", "What became of questions, by region.",
            state.regions.sorted { $0.key < $1.key }.map { "samsyn_region_answers_total{\($0.key)} \($0.value)" })
        family(
            "samsyn_peer_circuit_closed", "gauge", "1 where the peer is asked as usual, 0 where it is left alone.",
            peers.map { "samsyn_peer_circuit_closed{peer=\"\(Self.escaped($0.name))\"} \($0.circuit == "closed" ? 1 : 0)" })
        family(
            "samsyn_peer_latency_seconds", "gauge", "Median of the peer's latest answers.",
            peers.compactMap { peer in
                peer.latency.map { "samsyn_peer_latency_seconds{peer=\"\(Self.escaped(peer.name))\"} \($0 / 1000)" }
            })
        return text
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    /// Of this process, from the kernel.
    private static func residentBytes() -> Int? {
        guard let data = FileManager.default.contents(atPath: "/proc/self/statm"), let text = String(data: data, encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
