package import ClinicalModel
package import StructuredText

/// How one laboratory classifies an inherited variant for one condition today, as other regions may see it: no patient, and nobody's name.
package struct SharedClassification: Hashable, Sendable {
    /// What is classified.
    package struct Subject: Hashable, Comparable, Sendable {
        package let variant: VariantIdentifier
        /// ORPHA, OMIM or another code of the disease.
        package let condition: Code

        package init(variant: VariantIdentifier, condition: Code) {
            self.variant = variant
            self.condition = condition
        }

        package static func < (a: Subject, b: Subject) -> Bool {
            a.variant == b.variant ? a.condition < b.condition : a.variant < b.variant
        }
    }

    package let subject: Subject
    /// HGNC symbol.
    package let gene: String
    package let pathogenicityClass: PathogenicityClass
    /// Criteria with their strengths, `PVS1`, `PM2_Supporting`: which evidence was used, without its words.
    package let criteria: [String]
    /// By which specification and which way of combining.
    package let method: String
    /// The day of the last signature.
    package let evaluated: CivilDate
    package let region: RegionCode
    package let laboratory: OrganisationCode
    /// The laboratory's own, ascending with each signed version of its interpretation.
    package let version: Int

    package init(
        subject: Subject, gene: String, pathogenicityClass: PathogenicityClass, criteria: [String], method: String,
        evaluated: CivilDate, region: RegionCode, laboratory: OrganisationCode, version: Int
    ) {
        self.subject = subject
        self.gene = gene
        self.pathogenicityClass = pathogenicityClass
        self.criteria = criteria
        self.method = method
        self.evaluated = evaluated
        self.region = region
        self.laboratory = laboratory
        self.version = version
    }

    /// What an interpretation shares: its version in force, if that is about an inherited variant. A proposal or a draft is never shared.
    package init?(_ history: InterpretationHistory, region: RegionCode) {
        guard let current = history.current, case .germline(let content) = current.content,
            let signed = current.signatures.last
        else { return nil }
        self.init(
            subject: Subject(variant: content.variant, condition: content.condition), gene: content.gene,
            pathogenicityClass: content.pathogenicityClass, criteria: content.criteria.map(\.label).sorted(),
            method: content.specification + ", " + content.basis.rawValue, evaluated: signed.time.date, region: region,
            laboratory: history.laboratory, version: current.number)
    }
}

extension SharedClassification: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("variant", .described(subject.variant)), ("condition", .described(subject.condition)), ("gene", .text(gene)),
            ("class", .word(pathogenicityClass)), ("criteria", .some(JSONValue(criteria))), ("method", .text(method)),
            ("evaluated", .described(evaluated)), ("region", .described(region)), ("laboratory", .described(laboratory)),
            ("version", .integer(version)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "classification",
            known: [
                "variant", "condition", "gene", "class", "criteria", "method", "evaluated", "region", "laboratory", "version",
            ])
        let subject = Subject(
            variant: try members.named("variant") { VariantIdentifier($0) }, condition: try members.code("condition"))
        self.init(
            subject: subject, gene: try members.text("gene"), pathogenicityClass: try members.word("class"),
            criteria: try members.texts("criteria"), method: try members.text("method"),
            evaluated: try members.date("evaluated"), region: try members.region("region"),
            laboratory: try members.organisation("laboratory"), version: try members.integer("version"))
    }
}
