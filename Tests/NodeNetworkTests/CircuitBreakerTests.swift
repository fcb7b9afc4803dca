import NodeNetwork
import Operations
import TestSupport
import Testing

@Suite("A peer that fails")
struct CircuitBreakerTests {
    static let start = ContinuousClock.now

    static func breaker(failures: Int = 3) -> CircuitBreaker {
        var settings = CircuitBreaker.Settings()
        settings.failures = failures
        settings.rest = .seconds(2)
        settings.longestRest = .seconds(8)
        return CircuitBreaker(settings)
    }

    @Test("is left alone after failures in a row, and not before")
    func opens() {
        var breaker = Self.breaker()
        for _ in 0..<10 {
            breaker.failed(at: Self.start, chance: 1)
            breaker.failed(at: Self.start, chance: 1)
            #expect(breaker.admit(at: Self.start) == .asUsual)
            breaker.succeeded()
        }
        for _ in 0..<3 { breaker.failed(at: Self.start, chance: 1) }
        #expect(breaker.circuit == .open)
        #expect(breaker.admit(at: Self.start + .milliseconds(1999)) == .leaveAlone)
    }

    @Test("is tried with one question when its rest is over, and asked again when it answers")
    func closes() {
        var breaker = Self.breaker(failures: 1)
        breaker.failed(at: Self.start, chance: 1)
        #expect(breaker.admit(at: Self.start + .seconds(2)) == .trial)
        #expect(breaker.circuit == .halfOpen)
        #expect(breaker.admit(at: Self.start + .seconds(2)) == .leaveAlone)
        breaker.succeeded()
        #expect(breaker.circuit == .closed && breaker.admit(at: Self.start + .seconds(2)) == .asUsual)
    }

    @Test("rests twice as long each time, up to the longest, and by chance half as long")
    func rests() {
        var breaker = Self.breaker(failures: 1)
        var now = Self.start
        for seconds in [2, 4, 8, 8, 8] {
            breaker.failed(at: now, chance: 1)
            #expect(!breaker.isDue(at: now + .seconds(seconds) - .milliseconds(1)))
            #expect(breaker.isDue(at: now + .seconds(seconds)))
            now += .seconds(seconds)
            #expect(breaker.admit(at: now) == .trial)
        }
        breaker.failed(at: now, chance: 0)
        #expect(breaker.isDue(at: now + .seconds(4)))
    }

    @Test("that only says that it is there opens again with the next failure")
    func probed() {
        var breaker = Self.breaker()
        for _ in 0..<3 { breaker.failed(at: Self.start, chance: 1) }
        breaker.probed()
        #expect(breaker.circuit == .closed)
        breaker.failed(at: Self.start, chance: 1)
        #expect(breaker.circuit == .open)
    }

    @Test("is tried by somebody else where the one who tried went away")
    func gaveUp() {
        var breaker = Self.breaker(failures: 1)
        breaker.failed(at: Self.start, chance: 1)
        let due = Self.start + .seconds(2)
        #expect(breaker.admit(at: due) == .trial)
        breaker.gaveUp(at: due)
        #expect(breaker.admit(at: due) == .trial)
        // And where nobody ever said how it went.
        #expect(breaker.admit(at: due + .seconds(8)) == .trial)
    }

    @Test("never has two on trial, and is never lost, whatever happens in whatever order", arguments: Soak.seeds(5))
    func anything(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var breaker = Self.breaker()
        var now = Self.start
        var trial: ContinuousClock.Instant?
        for _ in 0..<2000 {
            now += .milliseconds(Int.random(in: 0...900, using: &random))
            switch Int.random(in: 0...4, using: &random) {
            case 0:
                breaker.succeeded()
                trial = nil
            case 1:
                breaker.failed(at: now, chance: Double.random(in: 0...1, using: &random))
                trial = nil
            case 2:
                breaker.gaveUp(at: now)
                trial = nil
            default:
                if breaker.admit(at: now) == .trial {
                    if let trial { #expect(now >= trial + .seconds(8)) }
                    trial = now
                }
            }
            var later = breaker
            #expect(later.admit(at: now + .seconds(8)) != .leaveAlone)
        }
    }

    @Test("is sent a second request for one question in twenty at most")
    func budget() {
        var budget = HedgeBudget()
        var sent = 0
        for _ in 0..<1000 {
            budget.earn()
            if budget.spend() { sent += 1 }
        }
        #expect((48...56).contains(sent))
    }

    @Test("The quantile of a window is the nearest rank of the latest answers")
    func latencies() {
        var window = LatencyWindow()
        #expect(window.quantile(0.5) == nil)
        for value in 1...200 { window.add(Double(value)) }
        // 137 … 200 are left.
        #expect(window.count == 64 && window.quantile(0) == 137 && window.quantile(1) == 200 && window.quantile(0.5) == 168)
    }
}
