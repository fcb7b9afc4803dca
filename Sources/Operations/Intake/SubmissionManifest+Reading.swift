internal import ClinicalModel
internal import GenomeModel
package import StructuredText

extension SubmissionManifest {
    /// What came of reading a manifest: it, or everything that is wrong with it.
    package enum Reading: Sendable {
        case manifest(SubmissionManifest)
        case faults([ManifestFault])
    }

    /// Reads a manifest and holds it against the schema and against itself; never against what the region knows already.
    package static func read(_ bytes: [UInt8]) -> Reading {
        do throws(JSONSyntaxError) {
            return read(try JSONReader.read(bytes))
        } catch {
            return .faults([ManifestFault(.notJSON(error), path: "", place: error.place)])
        }
    }

    package static func read(_ json: JSONValue) -> Reading {
        let log = ManifestCursor.Log()
        let root = ManifestCursor(
            json, path: "", log: log,
            names: [
                "format", "kind", "resubmits", "corrects", "case", "laboratory", "orderingProvider", "controller", "area",
                "assembly", "assay", "files", "people", "specimens", "callSets",
                "findings",
            ])
        if let format = root.text("format", .any), format != SubmissionManifest.format {
            root.note(.wrongFormat, "format", expected: SubmissionManifest.format)
        }
        let kind = root.choice("kind", Kind.self)
        let isCorrection = kind == .correction
        let resubmits = root.text("resubmits", isRequired: kind == .resubmission, .submission)
        let corrects = root.text("corrects", isRequired: isCorrection, .submission)
        if kind != .resubmission, resubmits != nil { root.note(.notAllowedHere, "resubmits", expected: "kind: resubmission") }
        if !isCorrection, corrects != nil { root.note(.notAllowedHere, "corrects", expected: "kind: correction") }
        let caseName = root.text("case", .name)
        let laboratory = root.organisation("laboratory")
        let orderingProvider = root.organisation("orderingProvider", isRequired: !isCorrection)
        let controller = root.organisation("controller", isRequired: false)
        let area = root.choice("area", Area.self, isRequired: !isCorrection)
        let assembly = root.choice("assembly", Assembly.self, isRequired: !isCorrection)
        let assay = readAssay(root, isRequired: !isCorrection)
        let files = readFiles(root)
        let people = root.list("people", limit: 100, names: personNames).compactMap(readPerson)
        let specimens = root.list("specimens", limit: 100, names: specimenNames).compactMap(readSpecimen)
        let callSets = root.list("callSets", limit: 1000, names: callSetNames).compactMap { readCallSet($0, kind) }
        let findings = readFindings(root)
        guard log.faults.isEmpty, let kind, let caseName, let laboratory else { return .faults(log.faults) }
        let manifest = SubmissionManifest(
            kind: kind, concerns: resubmits ?? corrects, caseName: caseName, laboratory: laboratory,
            orderingProvider: orderingProvider, controller: controller, area: area, assembly: assembly, assay: assay,
            files: files, people: people, specimens: specimens, callSets: callSets, findings: findings)
        manifest.checkReferences(root)
        manifest.checkFindings(root)
        return log.faults.isEmpty ? .manifest(manifest) : .faults(log.faults)
    }

    private static func readAssay(_ root: ManifestCursor, isRequired: Bool) -> Assay? {
        let names = ["name", "version", "kind", "accredited", "regulatoryStatus", "targets"]
        guard let cursor = root.object("assay", names: names) else {
            if isRequired { root.note(.missing, "assay") }
            return nil
        }
        let name = cursor.text("name", .name)
        let version = cursor.text("version", .name)
        let kind = cursor.choice("kind", AssayVersion.Kind.self)
        let isAccredited = cursor.bool("accredited", isRequired: false)
        let status = cursor.choice("regulatoryStatus", AssayVersion.RegulatoryStatus.self, isRequired: false)
        let targets = cursor.text("targets", isRequired: false, .fileName)
        if let kind, kind != .genome, targets == nil { cursor.note(.needed(for: "kind ≠ genome"), "targets") }
        if kind == .genome, targets != nil { cursor.note(.notAllowedHere, "targets", expected: "kind: panel, exome, rna") }
        guard let name, let version, let kind else { return nil }
        return Assay(
            name: name, version: version, kind: kind, isAccredited: isAccredited ?? false, status: status ?? .inHouse,
            targets: targets)
    }

    private static func readFiles(_ root: ManifestCursor) -> [File] {
        root.list("files", limit: 1000, names: ["name", "sha256", "bytes", "role"]).compactMap { cursor in
            let name = cursor.text("name", .fileName)
            let sha256 = cursor.text("sha256", .sha256)
            let bytes = cursor.integer("bytes", 0...(1 << 50))
            let role = cursor.choice("role", File.Role.self)
            guard let name, let sha256, let bytes, let role else { return nil }
            return File(name: name, sha256: sha256, bytes: bytes, role: role)
        }
    }

    private static let personNames = [
        "id", "identityNumber", "sex", "birth", "homeRegion", "municipalityGroup", "diagnoses", "phenotypes", "treatments",
        "relations",
    ]

    private static func readPerson(_ cursor: ManifestCursor) -> Person? {
        let id = cursor.text("id", .name)
        let number = cursor.text("identityNumber", .any)
        if let number, !(1...32).contains(number.unicodeScalars.count) {
            cursor.note(.wrongValue, "identityNumber", expected: "YYYYMMDDNNNN")
        }
        let sex = cursor.choice("sex", Sex.self)
        let birth = cursor.parsed("birth", isRequired: false, expected: "1985-05") { YearMonth($0) }
        let region = cursor.parsed("homeRegion", isRequired: false, expected: "01–25") { RegionCode($0) }
        let group = cursor.choice("municipalityGroup", MunicipalityGroup.self, isRequired: false)
        let diagnoses: [Person.Diagnosis] = cursor.list(
            "diagnoses", limit: 1000, names: ["code", "version", "status", "onset"]
        ).compactMap { item in
            let code = item.parsed("code", expected: "ICD10:C50.9, ORPHA:558, OMIM:114480, SCT:254837009") { text in
                Code(text).flatMap { CodeSystem.ofDiagnoses.contains($0.system) ? $0 : nil }
            }
            let version = item.text("version", .name)
            let status = item.choice("status", Diagnosis.Status.self, isRequired: false)
            let onset = item.date("onset", isRequired: false)
            guard let code, let version else { return nil }
            return Person.Diagnosis(code: code, version: version, status: status ?? .affected, onset: onset)
        }
        let phenotypes: [Person.Phenotype] = cursor.list("phenotypes", limit: 1000, names: ["code", "version", "present"])
            .compactMap { item in
                let code = item.parsed("code", expected: "HP:0001250") { text in
                    Code(text).flatMap { $0.system == .hpo ? $0 : nil }
                }
                let version = item.text("version", .name)
                let isPresent = item.bool("present")
                guard let code, let version, let isPresent else { return nil }
                return Person.Phenotype(code: code, version: version, isPresent: isPresent)
            }
        let treatments: [Person.Treatment] = cursor.list(
            "treatments", limit: 1000, names: ["drug", "line", "start", "stop", "outcome"]
        ).compactMap { item in
            let drug = item.parsed("drug", expected: "ATC:L01EB04") { text in
                Code(text).flatMap { $0.system == .atc ? $0 : nil }
            }
            let line = item.integer("line", 1...99, isRequired: false)
            let start = item.date("start")
            let stop = item.date("stop", isRequired: false)
            let outcome = item.choice("outcome", Treatment.Outcome.self, isRequired: false)
            if let start, let stop, stop < start { item.note(.stopBeforeStart, "stop") }
            guard let drug, let start else { return nil }
            return Person.Treatment(drug: drug, line: line, start: start, stop: stop, outcome: outcome)
        }
        let relations: [Person.Relation] = cursor.list("relations", limit: 100, names: ["kind", "of"]).compactMap { item in
            let kind = item.choice("kind", FamilyRelation.Kind.self)
            let other = item.text("of", .name)
            guard let kind, let other else { return nil }
            return Person.Relation(kind: kind, of: other)
        }
        guard let id, let number, let sex else { return nil }
        return Person(
            id: id, identityNumber: number, sex: sex, birth: birth, homeRegion: region, municipalityGroup: group,
            diagnoses: diagnoses, phenotypes: phenotypes, treatments: treatments, relations: relations)
    }

    private static let specimenNames = [
        "name", "person", "type", "bodySite", "sampled", "tumourCellContent", "biobankReference",
    ]

    private static func readSpecimen(_ cursor: ManifestCursor) -> Specimen? {
        let name = cursor.text("name", .name)
        let person = cursor.text("person", .name)
        let kind = cursor.choice("type", ClinicalModel.Specimen.Kind.self)
        let site = cursor.parsed("bodySite", isRequired: false, expected: "SCT:76752008") { text in
            Code(text).flatMap { $0.system == .snomedCT ? $0 : nil }
        }
        let sampled = cursor.date("sampled", isRequired: false)
        let content = cursor.number("tumourCellContent", in: 0...1, isRequired: false)
        let biobank = cursor.text("biobankReference", isRequired: false, .free(128))
        guard let name, let person, let kind else { return nil }
        return Specimen(
            name: name, person: person, kind: kind, bodySite: site, sampled: sampled, tumourCellContent: content,
            biobankReference: biobank)
    }

    private static let callSetNames = [
        "name", "specimen", "file", "sample", "structural", "origin", "analysed", "replaces", "metrics",
    ]

    private static func readCallSet(_ cursor: ManifestCursor, _ kind: Kind?) -> CallSet? {
        let isCorrection = kind == .correction
        let name = cursor.text("name", .name)
        let specimen = cursor.text("specimen", isRequired: !isCorrection, .name)
        let file = cursor.text("file", isRequired: !isCorrection, .fileName)
        let sample = cursor.text("sample", isRequired: false, .free(200))
        let origin = cursor.choice("origin", Origin.self, isRequired: !isCorrection)
        let analysed = cursor.date("analysed", isRequired: !isCorrection)
        let replaces = cursor.text("replaces", isRequired: false, .name)
        if kind != .replacement, kind != .resubmission, replaces != nil {
            cursor.note(.notAllowedHere, "replaces", expected: "kind: replacement")
        }
        if isCorrection {
            for name in ["file", "sample", "structural", "origin"] where cursor.value[name]?.isNull == false {
                cursor.note(.notAllowedHere, name, expected: "kind: replacement")
            }
        }
        let metrics = cursor.list("metrics", limit: 200, names: ["name", "value", "unit"]).compactMap { item in
            let name = item.text("name", .metric)
            let value = item.number("value")
            let unit = item.text("unit", isRequired: false, .free(32))
            return name.flatMap { name in value.map { QualityMetric(name: name, value: $0, unit: unit ?? "1") } }
        }
        let structural = readStructural(cursor)
        guard let name else { return nil }
        return CallSet(
            name: name, specimen: specimen, file: file, origin: origin, analysed: analysed, sample: sample,
            structural: structural, replaces: replaces, metrics: metrics)
    }

    private static func readStructural(_ callSet: ManifestCursor) -> Structural? {
        guard let cursor = callSet.object("structural", names: ["file", "sample", "targets"]) else { return nil }
        let file = cursor.text("file", .fileName)
        let sample = cursor.text("sample", isRequired: false, .free(200))
        let targets = cursor.text("targets", isRequired: false, .fileName)
        return file.map { Structural(file: $0, sample: sample, targets: targets) }
    }

    /// What only the whole tells: names used twice, and names that point nowhere.
    private func checkReferences(_ root: ManifestCursor) {
        func note(_ code: ManifestFault.Code, _ list: String, _ index: Int, _ name: String, _ expected: String = "") {
            let place = root.value[list]?.array?[index].place ?? root.value.place
            root.log.note(ManifestFault(code, path: "\(list)[\(index)].\(name)", place: place, expected: expected))
        }
        func repeats(_ list: String, _ name: String, _ values: [String]) {
            var seen = Set<String>()
            for (index, value) in values.enumerated() where !seen.insert(value).inserted { note(.repeated, list, index, name) }
        }
        repeats("files", "name", files.map(\.name))
        repeats("people", "id", people.map(\.id))
        repeats("specimens", "name", specimens.map(\.name))
        repeats("callSets", "name", callSets.map(\.name))
        for (index, callSet) in callSets.enumerated() where Set(callSet.metrics.map(\.name)).count < callSet.metrics.count {
            note(.repeated, "callSets", index, "metrics")
        }
        if kind == .replacement || kind == .resubmission {
            repeats("callSets", "replaces", callSets.map { $0.replaces ?? $0.name })
        }
        if files.contains(where: { $0.name == "manifest.json" }) { root.note(.notAllowedHere, "files") }
        let ids = Set(people.map(\.id))
        let variantFiles = Set(files.filter { $0.role == .variants }.map(\.name))
        let targetFiles = Set(files.filter { $0.role == .targets }.map(\.name))
        for (index, person) in people.enumerated() {
            for relation in person.relations where !ids.contains(relation.of) || relation.of == person.id {
                note(.unknownReference, "people", index, "relations")
            }
        }
        for (index, specimen) in specimens.enumerated() where !ids.contains(specimen.person) {
            note(.unknownReference, "specimens", index, "person")
        }
        let specimenNames = Set(specimens.map(\.name))
        for (index, callSet) in callSets.enumerated() {
            if let specimen = callSet.specimen, !specimenNames.contains(specimen) {
                note(.unknownReference, "callSets", index, "specimen")
            }
            if let file = callSet.file, !variantFiles.contains(file) {
                note(.unknownReference, "callSets", index, "file", "role: variants")
            }
            if let file = callSet.structural?.file, !variantFiles.contains(file) {
                note(.unknownReference, "callSets", index, "structural.file", "role: variants")
            }
            if let targets = callSet.structural?.targets, !targetFiles.contains(targets) {
                note(.unknownReference, "callSets", index, "structural.targets", "role: targets")
            }
        }
        if let targets = assay?.targets, !targetFiles.contains(targets) {
            root.log.note(
                ManifestFault(
                    .unknownReference, path: "assay.targets", place: root.value["assay"]?.place ?? root.value.place,
                    expected: "role: targets"))
        }
        if kind == .correction {
            if !files.isEmpty { root.note(.notAllowedHere, "files", expected: "kind: replacement") }
            if people.isEmpty, specimens.isEmpty, callSets.isEmpty, findings.isEmpty { root.note(.missing, "people") }
        } else if callSets.isEmpty {
            root.note(.missing, "callSets")
        }
    }
}
