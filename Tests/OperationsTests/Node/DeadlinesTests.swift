import Operations
import Testing

/// What waits side by side under one clock. Only "not before" and "while the other still waits" are held: how late a machine wakes is its own.
@Suite(.timeLimit(.minutes(10)))
struct DeadlinesTests {
    let deadlines = Deadlines()

    @Test("Nobody is woken before the moment, whatever the order in which they came")
    func moments() async {
        let start = ContinuousClock.now
        var generator = SystemRandomNumberGenerator()
        let waits = (0..<500).map { _ in Duration.milliseconds(Int.random(in: 0...120, using: &generator)) }
        await withTaskGroup(of: (Duration, Duration).self) { group in
            for wait in waits {
                group.addTask {
                    await deadlines.wait(until: start + wait)
                    return (wait, ContinuousClock.now - start)
                }
            }
            var woken = 0
            for await (wanted, was) in group {
                #expect(was >= wanted)
                woken += 1
            }
            #expect(woken == waits.count)
        }
        #expect(deadlines.count == 0)
    }

    @Test("An earlier moment that comes later is woken while the first still waits")
    func earlier() async {
        let first = Task { await deadlines.wait(until: .now + .seconds(600)) }
        while deadlines.count < 1 { await Task.yield() }
        await deadlines.wait(until: .now + .milliseconds(20))
        #expect(deadlines.count == 1)
        // And once more, now that the clock has been set back to the far one.
        await deadlines.wait(until: .now + .milliseconds(20))
        #expect(deadlines.count == 1)
        first.cancel()
        await first.value
        #expect(deadlines.count == 0)
    }

    @Test("Whoever is cancelled is woken at once, before or while they wait")
    func cancelled() async {
        let waiting = (0..<50).map { _ in Task { await deadlines.wait(until: .now + .seconds(600)) } }
        for task in waiting.shuffled() { task.cancel() }
        for task in waiting { await task.value }
        #expect(deadlines.count == 0)
        // What was cancelled does not hold up who comes after.
        await deadlines.wait(until: .now + .milliseconds(10))
    }

    @Test("A moment that has passed is no wait")
    func passed() async {
        await deadlines.wait(until: .now - .seconds(1))
        #expect(deadlines.count == 0)
    }
}
