import ReportModel
import StructuredText
import Testing

/// Horak et al. 2022 (doi:10.1016/j.gim.2022.01.001), tables 2 and 3: pmc.ncbi.nlm.nih.gov/articles/PMC9081216.
@Suite("Oncogenicity by points")
struct OncogenicityTests {
    static let table: [(code: String, points: Int)] = [
        ("OVS1", 8), ("OS1", 4), ("OS2", 4), ("OS3", 4), ("OM1", 2), ("OM2", 2), ("OM3", 2), ("OM4", 2), ("OP1", 1), ("OP2", 1),
        ("OP3", 1), ("OP4", 1), ("SBVS1", -8), ("SBS1", -4), ("SBS2", -4), ("SBP1", -1), ("SBP2", -1),
    ]

    @Test("The seventeen criteria weigh what the tables say")
    func weights() {
        #expect(OncogenicityCriterion.allCases.map(\.rawValue) == Self.table.map(\.code))
        #expect(OncogenicityCriterion.allCases.map(\.points) == Self.table.map(\.points))
    }

    @Test("Each says what it asks in Swedish and English", arguments: OncogenicityCriterion.allCases)
    func texts(criterion: OncogenicityCriterion) {
        #expect(!criterion.text.sv.isEmpty && !criterion.text.en.isEmpty)
        #expect(OncogenicityCriterion.allCases.count { $0.text == criterion.text } == 1)
    }

    @Test(
        "The limits of the classes",
        arguments: [
            ("OVS1 OM2", .oncogenic), ("OVS1 OP4", .likelyOncogenic), ("OS2 OM1", .likelyOncogenic), ("OS2 OP4", .uncertain),
            ("", .uncertain), ("OP4 SBP1", .uncertain), ("SBP1", .likelyBenign), ("SBS2 SBP1 SBP2", .likelyBenign),
            ("SBS1 SBS2", .benign), ("SBVS1", .benign), ("SBS1 SBS2 OP1", .benign), ("OVS1 OP1 OP4", .oncogenic),
        ] as [(String, OncogenicityClass)])
    func classes(labels: String, of: OncogenicityClass) {
        #expect(Examples.oncogenicity(labels).oncogenicityClass == of)
    }

    @Test("Every sum from the lowest to the highest has one class, and they ascend")
    func limits() {
        let classes = (-30...40).map { OncogenicityClass(points: $0) }
        #expect(classes == classes.sorted())
        let numbers = OncogenicityClass.allCases.map { found in (-9...12).filter { OncogenicityClass(points: $0) == found } }
        #expect(numbers == [[-9, -8, -7], Array(-6 ... -1), Array(0...5), Array(6...9), [10, 11, 12]])
    }

    @Test("The order makes no difference, and a criterion more moves the points by its weight")
    func properties() throws {
        let base = "OS2 OM1 OP4 SBP1"
        let applied = Examples.oncogenicity(base).criteria
        let sums = try Examples.orders(applied).map { try OncogenicityAssessment($0).points }
        #expect(Set(sums) == [6])
        for criterion in OncogenicityCriterion.allCases where !applied.contains(where: { $0.criterion == criterion }) {
            #expect(Examples.oncogenicity(base + " " + criterion.rawValue).points == 6 + criterion.points)
        }
    }

    @Test(
        "What must not stand beside another is shown, and still counted",
        arguments: [
            ("OS1 OS3", ["OS3"]), ("OS1 OM1", ["OM1"]), ("OS3 OM1", ["OM1"]), ("OM1 OM3", ["OM3"]), ("OM3 OM4", ["OM3"]),
            ("OS3 OM4", ["OM4"]), ("OVS1 OM2", ["OM2"]), ("SBVS1 SBS1", ["SBS1"]), ("SBS1 OP4", ["OP4"]), ("OS2 OM1 OP1", []),
        ])
    func exclusions(labels: String, excluded: [String]) {
        let found = Examples.oncogenicity(labels)
        #expect(found.excluded.map(\.rawValue) == excluded)
        #expect(found.points == found.criteria.reduce(0) { $0 + $1.criterion.points })
    }

    @Test("A criterion given twice is refused")
    func twice() throws {
        let once = try #require(OncogenicityAssessment.Applied(.os2, evidence: Examples.words))
        #expect(throws: InterpretationFault.criterionTwice) { try OncogenicityAssessment([once, once]) }
    }
}
