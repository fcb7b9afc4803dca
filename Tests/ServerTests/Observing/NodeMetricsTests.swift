import Server
import Testing

@Suite("What a node counts of itself, as Prometheus reads it")
struct NodeMetricsTests {
    private func filled() -> NodeMetrics {
        let metrics = NodeMetrics(node: "node-24", version: "0.0.0")
        for seconds in [0.0004, 0.001, 0.0011, 0.3, 12] {
            metrics.request(method: "GET", route: "/api/v1/submissions/{id}", status: 200, seconds: seconds)
        }
        metrics.request(method: "POST", route: "/beacon/g_variants", status: 403, seconds: 0.004)
        metrics.answer(region: "24", state: "answered")
        metrics.answer(region: "24", state: "answered")
        metrics.answer(region: "12", state: "unreachable")
        return metrics
    }

    @Test("A node that was asked nothing is a sound text already")
    func fresh() throws {
        let text = try Exposition(NodeMetrics(node: "node-24", version: "0.4.0").text(peers: []))
        #expect(text.value("samsyn_build_info", ["node": "node-24", "version": "0.4.0"]) == 1)
        #expect(text.all("samsyn_requests_total").isEmpty)
        let resident = try #require(text.value("process_resident_memory_bytes"))
        #expect(resident > 1_000_000 && resident < 64_000_000_000)
    }

    @Test("Requests are counted by template and status, durations in the bucket that they end in")
    func requests() throws {
        let text = try Exposition(filled().text(peers: []))
        let labels = ["method": "GET", "route": "/api/v1/submissions/{id}"]
        #expect(text.value("samsyn_requests_total", labels.merging(["status": "200"]) { $1 }) == 5)
        #expect(text.value("samsyn_requests_total", ["method": "POST", "route": "/beacon/g_variants", "status": "403"]) == 1)
        func bucket(_ end: String) -> Double? { text.value("samsyn_request_seconds_bucket", labels.merging(["le": end]) { $1 }) }
        #expect(bucket("0.001") == 2)
        #expect(bucket("0.002") == 3)
        #expect(bucket("0.2") == 3 && bucket("0.5") == 4)
        #expect(bucket("10.0") == 4 && bucket("+Inf") == 5)
        let sum = try #require(text.value("samsyn_request_seconds_sum", labels))
        #expect(abs(sum - 12.3025) < 1e-9)
        #expect(text.value("samsyn_region_answers_total", ["region": "24", "state": "answered"]) == 2)
        #expect(text.value("samsyn_region_answers_total", ["region": "12", "state": "unreachable"]) == 1)
    }

    @Test("Counters only grow")
    func growth() throws {
        let metrics = filled()
        let before = try Exposition(metrics.text(peers: []))
        metrics.request(method: "POST", route: "/beacon/g_variants", status: 403, seconds: 0.1)
        metrics.request(method: "GET", route: "unmatched", status: 404, seconds: 0.1)
        let after = try Exposition(metrics.text(peers: []))
        for sample in before.samples
        where before.types[sample.name] == "counter" || sample.name.hasPrefix("samsyn_request_seconds") {
            #expect(try #require(after.value(sample.name, sample.labels)) >= sample.value, "\(sample)")
        }
        #expect(after.value("samsyn_requests_total", ["method": "POST", "route": "/beacon/g_variants", "status": "403"]) == 2)
        #expect(after.value("samsyn_requests_total", ["method": "GET", "route": "unmatched", "status": "404"]) == 1)
    }

    @Test("Peers: closed circuits are 1, latencies are seconds, and none is written where none was measured")
    func peers() throws {
        let text = try Exposition(filled().text(peers: [("node-12", "closed", 4.5), ("node-01", "open", nil)]))
        #expect(text.value("samsyn_peer_circuit_closed", ["peer": "node-12"]) == 1)
        #expect(text.value("samsyn_peer_circuit_closed", ["peer": "node-01"]) == 0)
        #expect(text.value("samsyn_peer_latency_seconds", ["peer": "node-12"]) == 0.0045)
        #expect(text.value("samsyn_peer_latency_seconds", ["peer": "node-01"]) == nil)
    }

    @Test("Only these labels are there: none names a person, a variant or a question")
    func labels() throws {
        let text = try Exposition(filled().text(peers: [("node-12", "closed", 4.5)]))
        let names = Set(text.samples.flatMap(\.labels.keys))
        #expect(names == ["node", "version", "method", "route", "status", "le", "region", "state", "peer"])
    }

    @Test("Whatever stands in a label comes back as it was", arguments: ["a\"b", "a\\b", "a\nb", "a\\\"}\n,b=\"c", "\\n"])
    func escapes(_ route: String) throws {
        let metrics = NodeMetrics(node: "node-24", version: "0.0.0")
        metrics.request(method: "GET", route: route, status: 200, seconds: 0.1)
        let text = try Exposition(metrics.text(peers: []))
        #expect(text.value("samsyn_requests_total", ["method": "GET", "route": route, "status": "200"]) == 1)
    }

    @Test(
        "The reader of these tests refuses what the format does not allow",
        arguments: [
            "a 1", "# HELP a b\n# TYPE a counter\na 1\n", "# HELP a_total b\n# TYPE a_total counter\na_total{x=\"1\" 1\n",
            "# HELP a b\n# TYPE a gauge\na 1\na 2\n", "# HELP a b\n# TYPE a gauge\nb 1\n", "# TYPE a gauge\na 1\n",
            "# HELP a b\n# TYPE a gauge\na{x=\"\\t\"} 1\n", "# HELP a b\n# TYPE a gauge\n\na 1\n",
            "# HELP a b\n# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n",
        ])
    func strictness(_ text: String) {
        #expect(throws: Exposition.Fault.self) { try Exposition(text) }
    }
}
