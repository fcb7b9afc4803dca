import Questions
import Testing

struct ProportionIntervalTests {
    /// Wilson's score interval at 95 %, worked out in another program.
    @Test(
        "Wilson's interval",
        arguments: [
            (0, 10, 0.0, 0.277_532_8), (1, 10, 0.017_876_2, 0.404_150_0), (5, 10, 0.236_593_1, 0.763_406_9),
            (10, 10, 0.722_467_2, 1.0),
            (7, 1624, 0.002_089_5, 0.008_870_7),
        ])
    func values(_ found: Int, _ drawn: Int, _ lower: Double, _ upper: Double) throws {
        let interval = try #require(ProportionInterval(found, of: drawn))
        #expect(abs(interval.lower - lower) < 1e-6 && abs(interval.upper - upper) < 1e-6)
    }

    @Test("Nothing drawn, or more found than drawn, has none", arguments: [(0, 0), (3, 2), (-1, 5)])
    func none(_ found: Int, _ drawn: Int) { #expect(ProportionInterval(found, of: drawn) == nil) }
}
