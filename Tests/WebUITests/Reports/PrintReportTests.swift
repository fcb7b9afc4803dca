import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import ReportModel
import StructuredText
import Testing
import WebUI

/// A value that a test is given by its own text: the test is wrong where there is none. Macros cannot stand within each other.
enum ReportGiven {
    static func value<Value>(_ value: Value?) throws -> Value { try #require(value) }
}

/// A complete report by any template, out of what the template asks for.
enum PrintedExample {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static let long =
        "Utlåtande med å, ä och ö: adenokarcinom med acinärt växtmönster. Ingen lymfovaskulär invasion. Fria resektionskanter. "
        + "Bedömningen grundar sig på hela det insända materialet och är gjord tillsammans med remittenten."

    static func finding(_ identifier: String, _ content: Finding.Content) throws -> Finding {
        Finding(
            identifier: identifier, content: content,
            method: FindingMethod(
                kind: .dnaPanel, name: "GMS560", version: "4.1", laboratory: try ReportGiven.value(OrganisationCode("lab")),
                caller: "msisensor-pro 1.2.0",
                limitations: LocalizedText(
                    sv: "Ser inte upprepningsexpansioner, och inte varianter under 3 % av läsningarna.",
                    en: "Does not see repeat expansions, nor variants below 3% of the reads.")),
            callSet: nil, specimen: "T24-00017", date: try ReportGiven.value(CivilDate("2026-11-20")))
    }

    private static func contents(_ kind: FindingKind) throws -> Finding.Content {
        let variant = try ReportGiven.value(VariantIdentifier("GRCh38:7-55191822-T-G"))
        let small = try ReportGiven.value(
            SmallVariantFinding(
                variant: variant, gene: "EGFR", transcript: "NM_005228.5", coding: "c.2573T>G", protein: "p.(Leu858Arg)",
                zygosity: .heterozygous, alleleFraction: 0.31, depth: 812))
        let point = Breakpoint(
            contig: try ReportGiven.value(Contig(rawValue: 2)), position: try ReportGiven.value(Position(42_295_516)),
            gene: "EML4",
            location: "exon 13")
        switch kind {
        case .smallVariant: return .smallVariant(small)
        case .copyNumber:
            return .copyNumber(
                try ReportGiven.value(
                    CopyNumberFinding(
                        assembly: .grch38, interval: try Interval.parse("17:39700064-39728658", assembly: .grch38),
                        kind: .amplification, genes: ["ERBB2"], copies: 14.5, tumourCellContent: 0.6)))
        case .structural:
            return .structural(
                try ReportGiven.value(
                    StructuralFinding(
                        assembly: .grch38, kind: .fusion, level: .rna, first: point,
                        second: Breakpoint(
                            contig: try ReportGiven.value(Contig(rawValue: 2)),
                            position: try ReportGiven.value(Position(29_223_528)), gene: "ALK",
                            location: "exon 20"), isInFrame: true, supportingReads: 31)))
        case .signature:
            return .signature(
                try ReportGiven.value(SignatureFinding(name: "SBS3", catalogue: "COSMIC v3.4", exposure: 0.31, mutations: 240)))
        case .expression:
            return .expression(
                try ReportGiven.value(
                    ExpressionFinding(
                        gene: "ERBB2", value: try ReportGiven.value(MeasuredValue(120, unit: "{TPM}")), direction: .over,
                        reference: "TCGA LUAD, 515 tumörer")))
        case .biomarker:
            return .biomarker(
                try ReportGiven.value(BiomarkerFinding(marker: .ihc(antigen: "MLH1"), result: .word(.lost), clone: "M1")))
        case .secondary:
            return .secondary(
                try ReportGiven.value(
                    SecondaryFinding(
                        origin: .incidental, alteration: .smallVariant(small), isWanted: true, isConfirmedGermline: true)))
        }
    }

    private static func biomarker(_ key: String) throws -> BiomarkerFinding {
        let all: [BiomarkerFinding?] = [
            BiomarkerFinding(
                marker: .tmb, result: .measured(try ReportGiven.value(MeasuredValue(12.5, unit: "1/1000000"))),
                cutOff: CutOff.gms560.first),
            BiomarkerFinding(
                marker: .msi, result: .measured(try ReportGiven.value(MeasuredValue(3.5, unit: "%"))), cutOff: CutOff.gms560[2]),
            BiomarkerFinding(
                marker: .hrd, result: .measured(try ReportGiven.value(MeasuredValue(55, unit: "{score}"))),
                cutOff: CutOff.gms560[3]),
            BiomarkerFinding(marker: .methylationClass, result: .classified(name: "glioblastom, RTK II", score: 0.98)),
            BiomarkerFinding(
                marker: .pdl1(.tps), result: .measured(try ReportGiven.value(MeasuredValue(60, unit: "%"))), clone: "22C3"),
        ]
        if let found = all.compactMap({ $0 }).first(where: { $0.marker.key == key }) { return found }
        let antigen = String(key.dropFirst("ihc-".count))
        return try ReportGiven.value(
            BiomarkerFinding(
                marker: .ihc(antigen: antigen), result: .measured(try ReportGiven.value(MeasuredValue(90, unit: "%"))),
                clone: "SP1"))
    }

    static func interpretation(_ finding: String) throws -> CitedInterpretation {
        let variant = try ReportGiven.value(VariantIdentifier("GRCh38:7-55191822-T-G"))
        let tumour = try ReportGiven.value(Code("ONCOTREE:LUAD"))
        let evidence = LocalizedText(sv: "Återkommande förändring i tumörtypen.", en: "Recurrent in the tumour type.")
        let assessment = try OncogenicityAssessment([
            try ReportGiven.value(
                OncogenicityAssessment.Applied(try ReportGiven.value(OncogenicityCriterion(rawValue: "OS3")), evidence: evidence)),
            try ReportGiven.value(
                OncogenicityAssessment.Applied(try ReportGiven.value(OncogenicityCriterion(rawValue: "OM1")), evidence: evidence)),
        ])
        let action = try Actionability(
            kind: .sensitivity, tier: .oneA, escat: .oneA, drugs: [try ReportGiven.value(Code("ATC:L01EB04"))],
            tumourType: tumour,
            statement: LocalizedText(
                sv: "Osimertinib är förstahandsval vid spridd sjukdom med förändringen.",
                en: "Osimertinib is the first choice in advanced disease with this alteration."),
            references: [try ReportGiven.value(EvidenceReference(.pubMed, "32955177"))])
        let step = InterpretationStep(
            act: .sign, person: "SE-ANNA", name: "Anna Öberg", role: .clinicalGeneticist, time: try time(0))
        return CitedInterpretation(
            identifier: "int-0001", version: 2, state: .signed,
            content: .somatic(
                try SomaticInterpretation(
                    finding: finding, variant: variant, genes: ["EGFR"], tumourType: tumour, oncogenicity: assessment,
                    actionability: [action])), signatures: [step])
    }

    static func time(_ minutes: Int) throws -> Timestamp {
        Timestamp(milliseconds: try ReportGiven.value(Timestamp("2026-11-21T08:00:00.000Z")).milliseconds + minutes * 60_000)
    }

    private static func actor(_ name: String, _ role: Actor.Role) -> Actor {
        Actor(
            identity: "SE-" + name, name: name, role: role, region: RegionCode("24"), provider: nil, careUnit: nil, purposes: [])
    }

    static func document(
        _ template: ReportTemplate, variants: Int = 4, isSigned: Bool = true, of person: Pseudonym? = nil, region: String = "24",
        caseName: String = "LU-2026-00123"
    ) throws -> ReportDocument {
        var content = ReportContent()
        let counts = NationalCounts(
            asked: try time(0),
            figures: NationalCounts.Figures(carriers: 12, covered: 4310, people: 4800, alleleCount: 12, alleleNumber: 8620),
            regions: RegionCode.all.map { NationalCounts.Region(region: $0, state: .answered) }, dataRelease: nil)
        func add(_ name: String, _ finding: Finding.Content) throws {
            let made = try Self.finding(name, finding)
            var (meaning, seen): (CitedInterpretation?, NationalCounts?) = (nil, nil)
            if case .smallVariant = finding { (meaning, seen) = (try interpretation(name), counts) }
            content.findings.append(ReportedFinding(finding: made, interpretation: meaning, counts: seen))
            if meaning == nil, finding.needsInterpretation { content.uninterpreted[name] = .noCriteria }
        }
        for item in template.items {
            if case .conditional(let other, let among) = item.need {
                guard case .choices(let keys) = content.values[other], !Set(keys).isDisjoint(with: among) else { continue }
            }
            switch item.kind {
            case .text: content.values[item.key] = .text(long)
            case .number: content.values[item.key] = .number(40)
            case .code(let system):
                let code = system == .oncotree ? "LUAD" : system == .orpha ? "145" : "8140/3"
                content.values[item.key] = .code(try ReportGiven.value(Code(system, code)))
            case .choice(let choices, let isMany):
                content.values[item.key] = .choices(isMany ? choices.prefix(2).map(\.key) : [choices[0].key])
            case .date: content.values[item.key] = .date(try ReportGiven.value(CivilDate("2026-11-12")))
            case .findings(let kinds):
                var names: [String] = []
                for kind in kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
                    for number in 0..<(kind == .smallVariant ? variants : 1) {
                        let name = "\(item.key)-\(kind.rawValue)-\(number)"
                        try add(name, try contents(kind))
                        names.append(name)
                    }
                }
                content.values[item.key] = .findings(names)
            case .biomarker(let marker):
                try add(item.key, .biomarker(try biomarker(marker)))
                content.values[item.key] = .findings([item.key])
            }
        }
        content.notExamined = [
            NotExamined(.gene, "ALK exon 1–3", .lowCoverage), NotExamined(.variantKind, "Upprepningsexpansioner", .notInAssay),
        ]
        content.citations = [
            ReportCitation(
                finding: content.findings.first?.finding.identifier ?? "", source: "civic", item: "EID1409",
                direction: "Predictive: Supports Sensitivity/Response", scope: "EGFR L858R, Osimertinib", strengths: [])
        ]
        let subject = ReportSubject(
            region: try ReportGiven.value(RegionCode(region)),
            laboratory: try ReportGiven.value(OrganisationCode("SE24-NUS-GMC")),
            caseName: caseName, sex: .female, birth: YearMonth("1960-04"), orderer: OrganisationCode("SE24-NUS-ONK"),
            samples: [
                ReportSubject.Sample(name: "T24-00017", kind: .ffpe, sampled: CivilDate("2026-11-10"), tumourCellContent: 0.4)
            ])
        var history = try ReportHistory(
            identifier: "rep-0123456789abcdef",
            person: try person ?? ReportGiven.value(Pseudonym(String(repeating: "a1", count: 16))),
            subject: subject, template: template, draft: content, by: actor("Anna Öberg", .clinicalGeneticist), at: try time(1))
        if isSigned {
            history = try history.after(
                ReportStep(.review, by: actor("Anna Öberg", .clinicalGeneticist), at: try time(2)), by: template, rule: .usual
            ).after(
                ReportStep(.sign, by: actor("Björn Åkesson", .molecularPathologist), at: try time(3)), by: template, rule: .usual)
        }
        return try ReportGiven.value(
            ReportDocument(
                history, template: template, laboratoryName: "Genomiskt medicinskt centrum, Norrlands universitetssjukhus",
                ordererName: "Onkologi, Norrlands universitetssjukhus",
                codes: try LoadCodes(directory: root + "/codes").run()))
    }
}

@Suite("The document of a report")
struct PrintReportTests {
    static let templates = (try? LoadTemplates(directory: PrintedExample.root + "/templates").run()) ?? []
    static let canPrint =
        FileManager.default.fileExists(atPath: "/usr/bin/pdftotext")
        && FileManager.default.fileExists(atPath: "/usr/bin/weasyprint")

    static func printer() throws -> PrintReport {
        let web = PrintedExample.root + "/web"
        return try PrintReport(folder: web, templates: try PageTemplates(folder: web + "/templates"))
    }

    @Test("The page for paper fetches nothing and has every item of the template", arguments: templates)
    func page(template: ReportTemplate) throws {
        for language in Language.allCases {
            let document = try PrintedExample.document(template)
            #expect(document.lacks.isEmpty, "\(document.lacks)")
            let page = try Self.printer().page(document, language)
            for address in ["src=", "href=", "url(", "@import"] { #expect(!page.contains(address), "\(address)") }
            for (item, _) in template.sections.flatMap(document.filled) {
                #expect(page.contains(Markup(escaping: item.label.text(language)).text), "\(item.key)")
            }
            #expect(page.contains("lang=\"\(language.rawValue)\""))
            // Codes stand with their names; one that is in another language than the document says so. A tumour's assessment does not
            // say its type.
            let filled = document.content.values.values
            for code in document.content.codes where code.system != .oncotree || filled.contains(.code(code)) {
                guard let name = document.names[code] else {
                    #expect(page.contains(code.description), "\(code)")
                    continue
                }
                let text = Markup(escaping: name.text(language)).text
                let spoken = name.spoken(for: language)
                let words = spoken == language ? text : "<span lang=\"\(spoken.rawValue)\">\(text)</span>"
                #expect(page.contains("\(words) (\(code))"), "\(code)")
            }
            // A finding that nobody has interpreted says so, and why.
            let bare = document.content.uninterpreted.count
            let words = LocalizedText(sv: "Ingen tolkning: det finns inga", en: "No interpretation: there are no agreed").text(
                language)
            #expect(page.components(separatedBy: words).count - 1 == bare)
        }
    }

    @Test("What somebody wrote is never markup on paper either")
    func escaping() throws {
        let template = try ReportGiven.value(Self.templates.first)
        var document = try PrintedExample.document(template, isSigned: false)
        var content = document.content
        content.values["conclusion"] = .text("<img src=x> & <script>")
        let history = try document.history.after(
            ReportStep(
                act: .fill, person: "p", name: "P", role: .clinicalGeneticist, time: try PrintedExample.time(9)),
            content: content, by: template, rule: .usual)
        document = try ReportGiven.value(
            ReportDocument(history, template: template, laboratoryName: "<b>", ordererName: nil, codes: CodeHierarchies()))
        let page = try Self.printer().page(document, .sv)
        #expect(!page.contains("<img") && !page.contains("<script") && !page.contains("<b>"))
        #expect(page.contains("Inte signerat"))
    }

    @Test(
        "Every template makes a PDF with header, page numbers and Swedish letters, and nothing of the text is lost",
        .enabled(if: canPrint, "needs weasyprint and poppler-utils: scripts/bootstrap"), arguments: templates)
    func pdf(template: ReportTemplate) async throws {
        let document = try PrintedExample.document(template, variants: 12)
        let bytes = try await Self.printer().run(document, .sv)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("report.pdf")
        try Data(bytes).write(to: path)
        // For whoever wants to look: SAMSYN_PRINTS names a folder.
        if let place = ProcessInfo.processInfo.environment["SAMSYN_PRINTS"] {
            try Data(bytes).write(to: URL(fileURLWithPath: place + "/" + template.identifier + ".pdf"))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
        process.arguments = ["-layout", path.path, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        let pages = text.split(separator: "\u{0C}").filter { $0.contains { !$0.isWhitespace } }
        #expect(pages.count >= 2)
        for (number, page) in pages.enumerated() {
            #expect(page.contains("Ärende LU-2026-00123"), "page \(number + 1)")
            #expect(page.contains("Sida \(number + 1) av \(pages.count)"), "page \(number + 1)")
        }
        #expect(text.contains("Björn Åkesson"))
        // As many as were told: no row is cut. The tier may stand in the next line.
        let told = document.content.findings.count { $0.interpretation != nil }
        #expect(text.components(separatedBy: "ESCAT").count - 1 == told)
    }

    @Test("A renderer that is missing or fails is told as that")
    func faults() async throws {
        let none = RenderDocument(script: "/nowhere.py")
        let noneError = await #expect(throws: ReportError.self) { try await none.run("<p>") }
        #expect(noneError?.code == .rendererMissing)
        let failing = RenderDocument(script: PrintedExample.root + "/Tests/python-requirements.txt")
        let failingError = await #expect(throws: ReportError.self) { try await failing.run("<p>") }
        #expect(failingError?.code == .rendererFailed)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".py")
        try Data("import time\ntime.sleep(30)\n".utf8).write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let late = RenderDocument(script: folder.path, patience: 0.5)
        let lateError = await #expect(throws: ReportError.self) { try await late.run("<p>") }
        #expect(lateError?.code == .rendererLate)
    }
}
