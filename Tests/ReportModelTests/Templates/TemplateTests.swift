import AccessModel
import ClinicalModel
import ReportModel
import StructuredText
import Testing

@Suite("Templates and agreements")
struct TemplateTests {
    typealias Given = ReportExamples

    static func template(
        _ items: [TemplateItem], sources: [ReportTemplate.Source] = Given.template.sources, version: Int = 1
    ) -> ReportTemplate? {
        ReportTemplate(
            identifier: "t", version: version, area: .rareDisease, title: Given.words("t"), sources: sources,
            sections: [TemplateSection(kind: .molecular, title: Given.words("s"), items: items)])
    }

    @Test("A template has sources, keys of its own, and conditions on choices that stand before them")
    func rules() {
        let choice = Given.item("a", .choice(Given.choices, isMany: false))
        #expect(Self.template([choice]) != nil)
        #expect(Self.template([choice], sources: []) == nil)
        #expect(Self.template([choice], version: 0) == nil)
        #expect(Self.template([choice, choice]) == nil)
        let condition = Given.item("b", .text, .conditional(on: "a", among: ["yes"]))
        #expect(Self.template([choice, condition]) != nil)
        #expect(Self.template([condition, choice]) == nil)
        #expect(Self.template([choice, Given.item("b", .text, .conditional(on: "a", among: ["maybe"]))]) == nil)
    }

    @Test("Every value of a report has one JSON form")
    func roundTrips() throws {
        try RoundTripTests.check(Given.template)
        try RoundTripTests.check(Given.complete)
        try RoundTripTests.check(Given.subject)
        try RoundTripTests.check(Given.signed())
        for value: ItemValue in [.notExamined(.notConsented), .findings([]), .number(-2.5), .choices(["yes"])] {
            try RoundTripTests.check(value)
        }
    }

    @Test(
        "Codes are what their system writes",
        arguments: [
            (ItemCoding.System.loinc, "94076-7", true), (.loinc, "94076", false), (.loinc, "94076-77", false),
            (.loinc, "-7", false), (.snomedCT, "254837009", true), (.snomedCT, "25483", false), (.snomedCT, "25483x009", false),
        ])
    func codes(system: ItemCoding.System, value: String, isCode: Bool) {
        #expect((ItemCoding(system, value) != nil) == isCode)
    }

    static let agreement = TemplateAgreement(
        template: "test", version: 1, clinic: given(OrganisationCode("clinic")), laboratory: Examples.laboratory)

    static func word(
        _ side: TemplateAgreement.Side, _ identity: String, _ role: Actor.Role, at minutes: Int
    ) -> TemplateAgreement.Word {
        TemplateAgreement.Word(side, by: Examples.actor(identity, role), at: Examples.time(minutes))
    }

    @Test("A template is in use from the day on which both sides have agreed")
    func bothSides() throws {
        let half = try Self.agreement.after(Self.word(.clinic, "a", .physician, at: 1))
        #expect(half.since == nil)
        let whole = try half.after(Self.word(.laboratory, "b", .molecularPathologist, at: 2))
        #expect(whole.since == Examples.time(2))
        #expect(Array(whole.words.prefix(1)) == half.words)
        try RoundTripTests.check(whole)
    }

    @Test("Each side once, by who may, and by two people")
    func refusals() throws {
        let half = try Self.agreement.after(Self.word(.clinic, "a", .clinicalGeneticist, at: 5))
        let cases: [(TemplateAgreement.Word, TemplateAgreement.Refusal)] = [
            (Self.word(.clinic, "c", .physician, at: 6), .agreedAlready),
            (Self.word(.laboratory, "c", .nurse, at: 6), .mayNotAgree),
            (Self.word(.laboratory, "c", .physician, at: 6), .mayNotAgree),
            (Self.word(.laboratory, "A", .clinicalGeneticist, at: 6), .samePerson),
            (Self.word(.laboratory, "c", .clinicalGeneticist, at: 4), .earlierThanLast),
        ]
        for (word, refusal) in cases {
            #expect(throws: refusal) { try half.after(word) }
            #expect(!refusal.message.sv.isEmpty && !refusal.remedy.en.isEmpty)
        }
    }
}
