package import ClinicalModel
package import GenomeModel
package import StructuredText

/// What a report is about besides the person: known when it is begun, and the same in all its versions.
package struct ReportSubject: Hashable, Sendable {
    package struct Sample: Hashable, Sendable {
        /// `Specimen.name`.
        package let name: String
        package let kind: Specimen.Kind
        package let sampled: CivilDate?
        /// 0–1.
        package let tumourCellContent: Double?

        package init(name: String, kind: Specimen.Kind, sampled: CivilDate?, tumourCellContent: Double?) {
            self.name = name
            self.kind = kind
            self.sampled = sampled
            self.tumourCellContent = tumourCellContent
        }
    }

    package let region: RegionCode
    package let laboratory: OrganisationCode
    package let caseName: String
    package let sex: Sex
    package let birth: YearMonth?
    /// Who ordered the examination, and has the right to the answer.
    package let orderer: OrganisationCode?
    package let samples: [Sample]

    package init(
        region: RegionCode, laboratory: OrganisationCode, caseName: String, sex: Sex, birth: YearMonth?,
        orderer: OrganisationCode?, samples: [Sample]
    ) {
        self.region = region
        self.laboratory = laboratory
        self.caseName = caseName
        self.sex = sex
        self.birth = birth
        self.orderer = orderer
        self.samples = samples
    }
}

extension ReportSubject: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("region", .described(region)), ("laboratory", .described(laboratory)), ("case", .text(caseName)),
            ("sex", .word(sex)), ("birth", .described(birth)),
            ("orderer", .described(orderer)), ("samples", samples.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "subject", known: ["region", "laboratory", "case", "sex", "birth", "orderer", "samples"])
        self.init(
            region: try members.region("region"), laboratory: try members.organisation("laboratory"),
            caseName: try members.text("case"), sex: try members.word("sex"),
            birth: try members.optional("birth") { (name) throws(ReportJSONError) in try members.named(name) { YearMonth($0) } },
            orderer: try members.optional("orderer", members.organisation), samples: try members.list("samples"))
    }
}

extension ReportSubject.Sample: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("name", .text(name)), ("kind", .word(kind)), ("sampled", .described(sampled)),
            ("tumourCellContent", .number(tumourCellContent)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "sample", known: ["name", "kind", "sampled", "tumourCellContent"])
        self.init(
            name: try members.text("name"), kind: try members.word("kind"),
            sampled: try members.optional("sampled", members.date),
            tumourCellContent: try members.optional("tumourCellContent", members.number))
    }
}
