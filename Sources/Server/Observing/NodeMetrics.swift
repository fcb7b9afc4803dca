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

        mutating func add(_ seconds: Double, _ place: Int?) {
            count += 1
            sum += seconds
            if let place { counts[place] += 1 }
        }
    }

    private struct Route: Hashable {
        let method: String
        let route: String

        var labels: String { "method=\"\(escaped(method))\",route=\"\(escaped(route))\"" }
    }

    private struct Served: Hashable {
        let route: Route
        let status: Int
    }

    private struct Answered: Hashable {
        let region: String
        let state: String
    }

    /// Labels are written when somebody reads them, not with every request.
    private struct State {
        var requests: [Served: Int] = [:]
        var durations: [Route: Duration] = [:]
        var regions: [Answered: Int] = [:]
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
        let route = Route(method: method, route: route)
        let place = Self.buckets.firstIndex { seconds <= $0 }
        state.withLock { state in
            state.requests[Served(route: route, status: status), default: 0] += 1
            state.durations[route, default: Duration()].add(seconds, place)
        }
    }

    /// What became of a question in one region.
    package func answer(region: String, state answer: String) {
        state.withLock { $0.regions[Answered(region: region, state: answer), default: 0] += 1 }
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
            state.requests.map { "samsyn_requests_total{\($0.route.labels),status=\"\($0.status)\"} \($1)" }.sorted())
        var lines: [String] = []
        for (labels, duration) in state.durations.map({ ($0.labels, $1) }).sorted(by: { $0.0 < $1.0 }) {
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
            state.regions.map {
                "samsyn_region_answers_total{region=\"\(Self.escaped($0.region))\",state=\"\(Self.escaped($0.state))\"} \($1)"
            }.sorted())
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
