import ReportModel
import Testing

@Suite("Cut-offs")
struct CutOffTests {
    /// The project's standards sheet: TMB 10 per Mb, MSI 10 % (grey 2.5–6 % in the filtered score), HRD around 50.
    @Test(
        "Those of GMS560 say what the sheet says",
        arguments: [
            ("tmb", 9.99, .low), ("tmb", 10, .high), ("msi", 9.9, .stable), ("msi", 10, .high), ("msi-filtered", 2.49, .stable),
            ("msi-filtered", 2.5, .grey), ("msi-filtered", 6, .grey), ("msi-filtered", 6.01, .high), ("hrd", 49, .low),
            ("hrd", 50, .high),
        ] as [(String, Double, CutOff.Meaning)])
    func gms560(name: String, value: Double, meaning: CutOff.Meaning) throws {
        let cutOff = try #require(CutOff.gms560.first { $0.name == name })
        let measurement = try #require(MeasuredValue(value, unit: cutOff.unit))
        #expect(cutOff.meaning(of: measurement) == meaning)
        #expect(cutOff.isApproximate == (name == "hrd") && !cutOff.source.isEmpty)
    }

    @Test("A value in another unit is not judged")
    func units() throws {
        let tmb = try #require(CutOff.gms560.first)
        #expect(CutOff.gms560.count == 4)
        #expect(tmb.meaning(of: try #require(MeasuredValue(20, unit: "%"))) == nil)
        #expect(BiomarkerFinding(marker: .tmb, result: .measured(try #require(MeasuredValue(20, unit: "%"))), cutOff: tmb) == nil)
    }

    @Test("Bands begin without a limit and ascend, and a cut-off names its source")
    func shapes() {
        typealias Band = CutOff.Band
        let low = Band(from: nil, meaning: .low)
        func cutOff(_ bands: [Band], source: String = "s") -> CutOff? {
            CutOff(name: "n", unit: "%", bands: bands, source: source)
        }
        #expect(cutOff([]) == nil)
        #expect(cutOff([Band(from: 1, meaning: .low)]) == nil)
        #expect(cutOff([low, low]) == nil)
        #expect(cutOff([low, Band(from: 5, meaning: .grey), Band(from: 5, meaning: .high)]) == nil)
        #expect(cutOff([low, Band(from: .infinity, meaning: .high)]) == nil)
        #expect(cutOff([low, Band(from: 1, meaning: .high)], source: "") == nil)
        #expect(cutOff([low, Band(from: 1, meaning: .high)]) != nil)
    }
}
