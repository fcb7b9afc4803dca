package import StructuredText

extension BiomarkerFinding: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("marker", .text(markerName)), ("scoring", .word(scoring)), ("antigen", .text(antigen)),
            ("measured", .form(measured)),
            ("class", .text(classified?.name)), ("classScore", .number(classified?.score)), ("word", .word(word)),
            ("cutOff", .form(cutOff)), ("clone", .text(clone)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "biomarker",
            known: ["marker", "scoring", "antigen", "measured", "class", "classScore", "word", "cutOff", "clone"])
        let marker: Marker
        switch try members.text("marker") {
        case "tmb": marker = .tmb
        case "msi": marker = .msi
        case "hrd": marker = .hrd
        case "methylation-class": marker = .methylationClass
        case "pd-l1": marker = .pdl1(try members.word("scoring"))
        case "ihc": marker = .ihc(antigen: try members.text("antigen"))
        default: throw members.fault("marker")
        }
        let result: Result
        switch (members.has("measured"), members.has("class"), members.has("word")) {
        case (true, false, false): result = .measured(try members.form("measured"))
        case (false, true, false):
            result = .classified(
                name: try members.text("class"), score: try members.optional("classScore", members.number))
        case (false, false, true): result = .word(try members.word("word"))
        default: throw members.fault("measured")
        }
        let cutOff = try members.optional("cutOff") { (name) throws(ReportJSONError) in try members.form(name, CutOff.self) }
        let clone = try members.optional("clone", members.text)
        guard let made = BiomarkerFinding(marker: marker, result: result, cutOff: cutOff, clone: clone),
            made.json.members?.count == json.members?.count
        else { throw members.fault("cutOff") }
        self = made
    }

    private var markerName: String {
        switch marker {
        case .tmb: "tmb"
        case .msi: "msi"
        case .hrd: "hrd"
        case .methylationClass: "methylation-class"
        case .pdl1: "pd-l1"
        case .ihc: "ihc"
        }
    }

    private var scoring: PDL1Scoring? {
        guard case .pdl1(let scoring) = marker else { return nil }
        return scoring
    }

    private var antigen: String? {
        guard case .ihc(let antigen) = marker else { return nil }
        return antigen
    }

    private var measured: MeasuredValue? {
        guard case .measured(let measurement) = result else { return nil }
        return measurement
    }

    private var classified: (name: String, score: Double?)? {
        guard case .classified(let name, let score) = result else { return nil }
        return (name, score)
    }

    private var word: Word? {
        guard case .word(let word) = result else { return nil }
        return word
    }
}
