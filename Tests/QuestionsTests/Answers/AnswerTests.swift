import ClinicalModel
import Questions
import StructuredText
import Testing

/// Merging regions, and the JSON that others read.
@Suite struct AnswerTests {
    private func region(_ code: String) throws -> RegionCode { try #require(RegionCode(code)) }

    private func answer(_ regions: [RegionAnswer]) -> Answer {
        Answer(
            regions: regions, basis: "PDL 5 kap. 7 §", decides: "the care provider", regime: "2026", dataRelease: "24-7",
            elapsedMilliseconds: 12.5)
    }

    @Test func `The total is the sum of the regions that answered, and the JSON names every region`() throws {
        let answer = answer([
            .answered(try region("24"), count: 12), .suppressed(try region("03"), band: 1...4),
            .answered(try region("01"), count: 30),
            .refused(try region("12"), reason: LocalizedText(sv: "Ändamålet tillåts inte.", en: "The purpose is not allowed.")),
            .late(try region("14")), .unreachable(try region("05")),
        ])
        #expect(answer.total == 42)
        #expect(!answer.isComplete)
        #expect(
            answer.json().canonicalText == """
                {"basis":"PDL 5 kap. 7 §","dataRelease":"24-7","decides":"the care provider","elapsed_ms":12.5,"regime":"2026",\
                "regions":[{"band":null,"count":30,"reason":null,"region":"01","state":"answered"},\
                {"band":"1-4","count":null,"reason":"The number is not shown, to protect individuals.","region":"03","state":"suppressed"},\
                {"band":null,"count":null,"reason":"The region cannot be reached.","region":"05","state":"unreachable"},\
                {"band":null,"count":null,"reason":"The purpose is not allowed.","region":"12","state":"refused"},\
                {"band":null,"count":null,"reason":"The region did not answer in time.","region":"14","state":"late"},\
                {"band":null,"count":12,"reason":null,"region":"24","state":"answered"}],"total":42}
                """)
        #expect(answer.json(in: .sv).canonicalText.contains("Ändamålet tillåts inte."))
    }

    @Test func `Without a region that answered the total is null, not zero`() throws {
        let answer = answer([.suppressed(try region("24")), .late(try region("01"))])
        #expect(answer.total == nil)
        #expect(answer.json()["total"]?.isNull == true)
        #expect(answer.json()["frequency"] == nil)
    }

    @Test func `Figures of frequencies are summed over the regions that answered`() throws {
        let figures = FrequencyFigures(
            alleleCount: 12, alleleNumber: 200, heterozygous: 8, homozygous: 2, hemizygous: 0, carriers: 10, covered: 100,
            people: 120)
        let answer = answer([
            .answered(try region("24"), frequency: figures), .answered(try region("01"), frequency: figures),
            .suppressed(try region("03")),
        ])
        #expect(answer.total == 20)
        #expect(answer.frequency == figures + figures)
        #expect(answer.json()["frequency"]?["ac"]?.integer == 24)
        #expect(answer.json()["frequency"]?["af"]?.double == 0.06)
        #expect(FrequencyFigures.zero.alleleFrequency == nil)
    }

    @Test(arguments: Disclosure.Ground.allCases)
    func `Whoever asked cannot tell the grounds of a suppression apart`(ground: Disclosure.Ground) throws {
        let code = try region("24")
        #expect(RegionAnswer(code, Disclosure.suppressed(ground)) == RegionAnswer.suppressed(code))
        #expect(RegionAnswer(code, FrequencyDisclosure.suppressed(ground)) == RegionAnswer.suppressed(code))
    }

    @Test(arguments: [UInt64(61), 62])
    func `Subtracting the shown regions from the total leaves nothing`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        for _ in 0..<200 {
            let regions = RegionCode.all.map { code -> RegionAnswer in
                let count = random.below(20)
                let disclosure: Disclosure = count < 5 ? (random.chance(50) ? .band(1...4) : .suppressed(.few)) : .exact(count)
                return RegionAnswer(code, disclosure)
            }
            let answer = answer(regions)
            #expect((answer.total ?? 0) - answer.regions.compactMap(\.count).reduce(0, +) == 0)
        }
    }
}
