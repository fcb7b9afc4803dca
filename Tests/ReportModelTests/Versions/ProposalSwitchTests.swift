import ClinicalModel
import ReportModel
import StructuredText
import Testing

@Suite("Whether computed proposals are shown")
struct ProposalSwitchTests {
    static let next = RuleSet(name: GermlineProposal.rules.name, version: "2")
    static let stockholm = given(RegionCode("01"))

    static func entry(
        _ from: String, _ setting: ProposalSwitch.Setting, rules: RuleSet = GermlineProposal.rules
    ) -> ProposalSwitch.Entry {
        given(
            ProposalSwitch.Entry(
                from: given(CivilDate(from)), rules: rules, setting: setting, deciders: ["SE1-A", "SE1-B"],
                ground: "HSN 2026-0001"))
    }

    static let decided = ProposalSwitch(
        region: stockholm,
        entries: [
            entry("2027-01-01", .shownInCare), entry("2027-06-01", .researchOnly), entry("2027-09-01", .shownInCare, rules: next),
        ])

    @Test(
        "In care by the entry in force for that very version of the rules",
        arguments: [
            ("2026-12-31", .withheld(.notDecided)), ("2027-01-01", .shown(.decided)), ("2027-05-31", .shown(.decided)),
            ("2027-06-01", .withheld(.switchedOff)), ("2028-01-01", .withheld(.switchedOff)),
        ] as [(String, ProposalDecision)])
    func byDate(date: String, decision: ProposalDecision) {
        #expect(Self.decided.decision(on: Examples.stamp, isResearch: false, date: given(CivilDate(date))) == decision)
    }

    @Test("Another version of the rules has to be validated anew")
    func otherVersion() {
        let stamp = ProposalStamp(rules: Self.next, computed: Examples.time(0), sources: [])
        #expect(
            Self.decided.decision(on: stamp, isResearch: false, date: given(CivilDate("2027-03-01"))) == .withheld(.otherVersion))
        #expect(Self.decided.decision(on: stamp, isResearch: false, date: given(CivilDate("2027-09-01"))) == .shown(.decided))
    }

    @Test("Without any decision proposals are for research only, and always marked")
    func usual() {
        let none = ProposalSwitch(region: Self.stockholm, entries: [])
        let today = given(CivilDate("2026-11-21"))
        #expect(none.setting(of: GermlineProposal.rules, on: today) == .researchOnly)
        #expect(none.decision(on: Examples.stamp, isResearch: false, date: today) == .withheld(.notDecided))
        #expect(none.decision(on: Examples.stamp, isResearch: true, date: today) == .shown(.research))
        #expect(Examples.stamp.mark.sv.contains("förslag") && Examples.stamp.mark.sv.contains("samsyn-germline 1"))
    }

    @Test("Of two entries for the same day the later one holds, whatever stands between")
    func sameDay() {
        let both = ProposalSwitch(
            region: Self.stockholm, entries: [Self.entry("2027-01-01", .shownInCare), Self.entry("2027-01-01", .researchOnly)])
        #expect(both.setting(of: GermlineProposal.rules, on: given(CivilDate("2027-01-01"))) == .researchOnly)
    }

    @Test("Two different people decide, with a ground")
    func deciders() {
        func entry(_ deciders: [String], _ ground: String) -> ProposalSwitch.Entry? {
            ProposalSwitch.Entry(
                from: given(CivilDate("2027-01-01")), rules: Self.next, setting: .shownInCare, deciders: deciders, ground: ground)
        }
        #expect(entry(["SE1-A", "se1-a "], "x") == nil)
        #expect(entry(["SE1-A"], "x") == nil)
        #expect(entry(["SE1-A", "SE1-B"], " ") == nil)
        #expect(entry(["SE1-A", "SE1-B"], "x") != nil)
    }
}
