internal import ClinicalModel
internal import Foundation
internal import GenomeModel
internal import ReportModel
internal import StructuredText

/// Reads the cases of `Examples/cases`: a file for each template, and the variants that they name.
struct LoadDemonstrationCases {
    let directory: String

    /// `share` is the root of the repository.
    init(share: String) { directory = share + "/Examples/cases" }

    /// In the order of the files' names, and in each as written.
    func run() throws(AccessFileError) -> [DemonstrationCase] {
        let variants = try NamedVariant.read(directory + "/variants.yaml")
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw AccessFileError(.missing, file: directory)
        }
        var cases: [DemonstrationCase] = []
        for name in names.sorted() where name.hasSuffix(".yaml") && name != "variants.yaml" {
            let file = try AccessFile.root(of: directory + "/" + name).fields(["template", "area", "department", "cases"])
            for node in try file["cases"].list() { cases.append(try LoadDemonstrationCases.read(node, of: file, variants)) }
        }
        return cases
    }

    private static let members = [
        "case", "region", "patient", "tumour-cells", "trio", "report", "findings", "values", "not-examined", "cites",
        "amendment", "thread", "specimens",
    ]

    private static func read(
        _ node: AccessFileNode, of file: AccessFileFields, _ variants: [String: NamedVariant]
    ) throws(AccessFileError) -> DemonstrationCase {
        let fields = try node.fields(members)
        let region = try fields["region"].region()
        guard let laboratory = DemonstrationOrganisations.of(region).first(where: { $0.kind == .laboratory }) else {
            throw try fields["region"].error(.badRegion)
        }
        let name = try fields["case"].text()
        let cells = try fields.optional("tumour-cells")?.fraction()
        let isTrio = try fields.optional("trio")?.bool() ?? false
        let area = try file["area"].one(of: Area.self)
        let specimens = try specimens(fields.optional("specimens"), in: name)
        let context = DemonstrationFinding.Context(
            caseName: name, laboratory: laboratory.code, isTumour: cells != nil, isTrio: isTrio,
            panel: area == .rare ? "rare-disease-panel" : "cancer-panel", specimens: specimens.map(\.name),
            variants: variants)
        var findings: [DemonstrationCase.Kept] = []
        for node in try fields["findings"].list() { findings.append(try DemonstrationFinding(context).read(node)) }
        let amendment = try fields.optional("amendment")?.fields(["reason", "values"])
        return DemonstrationCase(
            name: name, region: region, laboratory: laboratory.code, template: try file["template"].text(),
            area: area, department: try file["department"].text(),
            patient: try patient(fields["patient"]), tumourCells: cells, isTrio: isTrio,
            specimens: specimens,
            report: try fields["report"].one(of: DemonstrationCase.Report.self), findings: findings,
            values: try values(fields.optional("values"), in: name),
            notExamined: try fields.optional("not-examined")?.forms(remedy: NamedVariant.remedy) ?? [],
            citations: try citations(fields.optional("cites"), in: name),
            amendedValues: try values(amendment?.optional("values"), in: name),
            amendmentReason: try amendment?["reason"].text() ?? "", thread: try fields.optional("thread")?.text())
    }

    private static func specimens(
        _ node: AccessFileNode?, in caseName: String
    ) throws(AccessFileError) -> [DemonstrationCase.OwnSpecimen] {
        var specimens: [DemonstrationCase.OwnSpecimen] = []
        for one in try node?.list() ?? [] {
            let fields = try one.fields(["name", "kind", "body-site", "tumour-cells"])
            specimens.append(
                DemonstrationCase.OwnSpecimen(
                    name: "\(caseName)-\(try fields["name"].text())", kind: try fields["kind"].one(of: Specimen.Kind.self),
                    bodySite: try fields.optional("body-site")?.text(),
                    tumourCells: try fields.optional("tumour-cells")?.fraction()))
        }
        return specimens
    }

    private static func citations(
        _ node: AccessFileNode?, in caseName: String
    ) throws(AccessFileError) -> [CiteEvidence.Pick] {
        var picks: [CiteEvidence.Pick] = []
        for node in try node?.list() ?? [] {
            let fields = try node.fields(["item", "finding"])
            picks.append(
                CiteEvidence.Pick(item: try fields["item"].text(), finding: "\(caseName)-\(try fields["finding"].text())"))
        }
        return picks
    }

    private static func patient(_ node: AccessFileNode) throws(AccessFileError) -> DemonstrationCase.Patient {
        let fields = try node.fields(["sex", "ages", "codes", "present", "drugs", "body-site"])
        let ages = try fields["ages"].list()
        guard ages.count == 2 else { throw try fields["ages"].error(.wrongType(expected: "two ages")) }
        let (lowest, highest) = (try ages[0].number(), try ages[1].number())
        guard lowest <= highest else { throw ages[1].error(.badNumber) }
        return DemonstrationCase.Patient(
            sex: try fields["sex"].one(of: Sex.self), ages: lowest...highest, codes: try fields["codes"].texts(),
            present: try fields.optional("present")?.texts() ?? [], drugs: try fields.optional("drugs")?.texts() ?? [],
            bodySite: try fields.optional("body-site")?.text())
    }

    /// Findings are named without the case's name, which stands before each identifier.
    private static func values(
        _ node: AccessFileNode?, in caseName: String
    ) throws(AccessFileError) -> [String: ItemValue] {
        var values: [String: ItemValue] = [:]
        for (key, value) in try node?.members() ?? [] {
            let read = try value.form(ItemValue.self, remedy: "See docs/reports.md for what an item can be filled with.")
            if case .findings(let names) = read {
                values[try key.text()] = .findings(names.map { "\(caseName)-\($0)" })
            } else {
                values[try key.text()] = read
            }
        }
        return values
    }
}

extension AccessFileNode {
    /// A number from 0 to 1.
    func fraction() throws(AccessFileError) -> Double {
        guard let number = Double(try text()), (0...1).contains(number) else { throw error(.badNumber) }
        return number
    }

    func texts() throws(AccessFileError) -> [String] {
        var texts: [String] = []
        for element in try list() { texts.append(try element.text()) }
        return texts
    }
}
