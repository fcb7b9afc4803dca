internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Records
internal import ReportModel
internal import StructuredText
internal import VariantFormats

/// A manifest held against what the region knows, and what it becomes in the records. Checks only read; `writeIdentities` is the one act.
struct SubmissionPlan {
    let manifest: SubmissionManifest
    let id: String
    let partition: Partition
    /// What the submission does, once a resubmission has been traced to the kind that it mends.
    private(set) var kind: SubmissionManifest.Kind
    private(set) var controller: OrganisationCode
    /// By the manifest's `id`.
    private var numbers: [String: IdentityNumber] = [:]
    private var pseudonyms: [String: Pseudonym] = [:]
    /// For each call set, the one that it replaces.
    private(set) var replaced: [String: String] = [:]

    init(manifest: SubmissionManifest, id: String, partition: Partition) throws {
        self.manifest = manifest
        self.id = id
        self.partition = partition
        kind = manifest.kind
        guard let controller = manifest.controller ?? partition.settings.defaultController else {
            throw IntakeFailure.unknownOrganisation(.unknownController, place: "controller")
        }
        self.controller = controller
        // A resubmission is what it would have been at first: it replaces where its call sets say so.
        if kind == .resubmission { kind = manifest.callSets.contains { $0.replaces != nil } ? .replacement : .new }
        if kind == .replacement {
            for callSet in manifest.callSets { replaced[callSet.name] = callSet.replaces ?? callSet.name }
        }
    }

    // MARK: Against what the region knows

    func checkAgainstRegion() throws {
        let records = partition.records
        guard try records.organisation(manifest.laboratory)?.kind == .laboratory else {
            throw IntakeFailure.unknownOrganisation(.unknownLaboratory, place: "laboratory")
        }
        guard try records.organisation(controller)?.kind == .controller else {
            throw IntakeFailure.unknownOrganisation(.unknownController, place: "controller")
        }
        if let provider = manifest.orderingProvider, try records.organisation(provider) == nil {
            throw IntakeFailure.unknownOrganisation(.unknownController, place: "orderingProvider")
        }
        if let concerned = manifest.concerns {
            guard let other = try records.submission(id: concerned) else { throw IntakeFailure.submissionUnknown(concerned) }
            let expected: SubmissionRow.State = manifest.kind == .correction ? .available : .quarantined
            guard other.state == expected else { throw IntakeFailure.submissionState(concerned, other.state.rawValue) }
        }
        if manifest.kind == .addition, try !records.hasCase(manifest.caseName, of: manifest.laboratory.text) {
            throw IntakeFailure.caseUnknown(manifest.caseName)
        }
        for callSet in manifest.callSets {
            let isKnown = try records.callSet(named: callSet.name) != nil
            switch kind {
            case .correction:
                guard isKnown else { throw IntakeFailure.callSetUnknown(callSet.name) }
            case .replacement:
                let target = replaced[callSet.name] ?? callSet.name
                guard try records.callSet(named: target) != nil else { throw IntakeFailure.callSetUnknown(target) }
                if target != callSet.name, isKnown { throw IntakeFailure.callSetKnown(callSet.name) }
            default:
                if isKnown { throw IntakeFailure.callSetKnown(callSet.name) }
            }
        }
        // Accreditation and regulatory status may change with time; what is measured may not.
        if let assay, let known = try records.assay(assay.indexName),
            known.kind != assay.kind || known.laboratory != assay.laboratory || known.targets != assay.targets
        {
            throw IntakeFailure.assayChanged(assay.indexName)
        }
    }

    func checkQuality() throws {
        guard let kind = manifest.assay?.kind else { return }
        for callSet in manifest.callSets {
            if let fault = partition.thresholds.fault(callSet.name, kind, callSet.metrics) { throw fault }
        }
    }

    // MARK: Identities

    /// Numbers, and what the region has recorded about the same people. Writes nothing.
    mutating func checkIdentities() throws {
        try resolvePseudonyms()
        let records = partition.records
        var seen = Set<String>()
        for person in manifest.people {
            guard let number = numbers[person.id], let pseudonym = pseudonyms[person.id] else { continue }
            guard seen.insert(pseudonym.text).inserted else { throw IntakeFailure.identityTwice(person.id) }
            if let birth = person.birth, let date = number.birthDate, birth != YearMonth(year: date.year, month: date.month) {
                throw IntakeFailure.contradicts(.birthContradicts, person.id)
            }
            guard let known = try records.person(pseudonym) else {
                if manifest.kind == .correction {
                    throw IntakeFailure.identityInvalid(
                        person.id,
                        LocalizedText(
                            sv: "Regionen känner inte personen som ska rättas.",
                            en: "The region does not know the person to be corrected."))
                }
                continue
            }
            if try records.hasStoppedUse(pseudonym) { throw IntakeFailure.personEnded(person.id) }
            if known.sex != person.sex {
                let hasCalls = try records.callSets(of: pseudonym).contains { $0.state != .replaced }
                if manifest.kind == .correction {
                    if hasCalls { throw IntakeFailure.notCorrectable("people.\(person.id).sex") }
                } else {
                    throw IntakeFailure.contradicts(.sexContradicts, person.id)
                }
            }
            if manifest.kind != .correction, let birth = birth(of: person), let recorded = known.birth, birth != recorded {
                throw IntakeFailure.contradicts(.birthContradicts, person.id)
            }
        }
        for specimen in manifest.specimens {
            if let owner = try records.owner(ofSpecimen: specimen.name), owner != pseudonyms[specimen.person] {
                throw IntakeFailure.specimenOfAnother(specimen.name)
            }
        }
        for callSet in manifest.callSets {
            guard let target = replaced[callSet.name], let old = try records.callSet(named: target) else { continue }
            if old.record.person != person(of: callSet) { throw IntakeFailure.callSetOfAnother(callSet.name) }
        }
        if kind == .correction {
            for callSet in manifest.callSets {
                guard let specimen = callSet.specimen, let old = try records.callSet(named: callSet.name) else { continue }
                if old.record.person != person(of: callSet) { throw IntakeFailure.specimenOfAnother(specimen) }
            }
        }
        try checkFindings()
        try checkSampleNames()
    }

    /// What a finding rests on has to be there when the records take it in, and a finding stays the person's that it is about.
    private func checkFindings() throws {
        let records = partition.records
        for finding in manifest.findings {
            let listed = manifest.specimens.first { $0.name == finding.specimen }.flatMap { pseudonyms[$0.person] }
            guard let owner = try listed ?? records.owner(ofSpecimen: finding.specimen) else {
                throw IntakeFailure.findingUnfounded(finding.identifier, finding.specimen)
            }
            if let before = try records.finding(finding.identifier, laboratory: manifest.laboratory), before.pseudonym != owner {
                throw IntakeFailure.specimenOfAnother(finding.specimen)
            }
            guard kind == .correction, let name = finding.callSet else { continue }
            let specimen =
                try manifest.callSets.first { $0.name == name }?.specimen ?? records.callSet(named: name)?.record.specimen
            guard specimen == finding.specimen else { throw IntakeFailure.findingUnfounded(finding.identifier, name) }
        }
    }

    mutating func resolvePseudonyms() throws {
        for person in manifest.people {
            do throws(IdentityNumberError) {
                numbers[person.id] = try IdentityNumber.parse(
                    person.identityNumber, reserveFormats: partition.settings.reserveNumberFormats, today: partition.now().date)
            } catch {
                throw IntakeFailure.identityInvalid(person.id, IntakeFailure.text(error))
            }
            if let number = numbers[person.id] { pseudonyms[person.id] = try partition.identity.pseudonym(of: number) }
        }
    }

    /// No identity number as a sample's name, and nobody in a file whom the manifest does not name.
    private func checkSampleNames() throws {
        for file in manifest.files where file.role == .variants {
            let header: CallFileHeader
            do throws(FormatError) {
                header = try CallFileHeader.read(path: path(of: file))
            } catch {
                throw IntakeFailure.fileUnusable(error, name: file.name)
            }
            if header.samples.contains(where: IdentityNumber.looksLikeOne) { throw IntakeFailure.identityInFile(file.name) }
            let only = header.samples.count == 1 ? header.samples.first : nil
            let claimed = Set(manifest.callSets.flatMap { $0.columns(in: file.name) }.compactMap { $0 ?? only })
            if header.samples.contains(where: { !claimed.contains($0) }) { throw IntakeFailure.sampleUnclaimed(file.name) }
            if header.isBinary, header.samples.count > 1 { throw IntakeFailure.sharedBinaryFile(file.name) }
        }
    }

    /// Makes the identities durable. Repeating it changes nothing.
    func writeIdentities() throws {
        for person in manifest.people {
            if let number = numbers[person.id] { _ = try partition.identity.resolve(number) }
        }
    }

    /// Whether something that is replaced lies in the index of the other assembly.
    func replacesInOtherAssembly() throws -> Bool {
        try replaced.values.contains { name in
            guard let old = try partition.records.callSet(named: name) else { return false }
            return old.record.assembly != manifest.assembly
        }
    }

    // MARK: What it becomes

    var assay: AssayVersion? {
        manifest.assay.map { assay in
            AssayVersion(
                name: assay.name, version: assay.version, kind: assay.kind, laboratory: manifest.laboratory,
                isAccredited: assay.isAccredited, status: assay.status, targets: targetsFile?.sha256)
        }
    }

    var targetsFile: SubmissionManifest.File? {
        manifest.assay?.targets.flatMap { name in manifest.files.first { $0.name == name } }
    }

    /// What the index calls the assay: the version and its targets, so that a version that was submitted with a wrong BED and refused
    /// leaves nothing behind that hinders the right one.
    var indexAssay: String? {
        assay.map { $0.indexName + "-" + ($0.targets.map { String($0.prefix(12)) } ?? "genome") }
    }

    /// What the index calls that which a call set's structural calls look at: the assay itself, where they have no targets of their own.
    func structuralAssay(of structural: SubmissionManifest.Structural) -> String? {
        guard let file = structuralTargetsFile(of: structural) else { return indexAssay }
        return assay.map { $0.indexName + "-" + file.sha256.prefix(12) }
    }

    func structuralTargetsFile(of structural: SubmissionManifest.Structural) -> SubmissionManifest.File? {
        structural.targets.flatMap { name in manifest.files.first { $0.name == name } }
    }

    func person(of callSet: SubmissionManifest.CallSet) -> Pseudonym? {
        manifest.specimens.first { $0.name == callSet.specimen }.flatMap { pseudonyms[$0.person] }
    }

    func sex(of callSet: SubmissionManifest.CallSet) -> Sex {
        let person = manifest.specimens.first { $0.name == callSet.specimen }?.person
        return manifest.people.first { $0.id == person }?.sex ?? .unknown
    }

    /// Where a file of the submission can be read now.
    func path(of file: SubmissionManifest.File) -> String { partition.files.path(file.name, file.sha256, of: id) }

    /// What the laboratory called the file that lies at a path.
    func fileName(atPath path: String) -> String {
        manifest.files.first { path.hasSuffix("/" + $0.sha256) || path == partition.files.draft($0.name, of: id) }?.name ?? ""
    }

    private func birth(of person: SubmissionManifest.Person) -> YearMonth? {
        person.birth ?? numbers[person.id]?.birthDate.flatMap { YearMonth(year: $0.year, month: $0.month) }
    }

    private var people: [Person] {
        manifest.people.compactMap { person in
            pseudonyms[person.id].map { pseudonym in
                Person(
                    pseudonym: pseudonym, sex: person.sex, birth: birth(of: person), homeRegion: person.homeRegion,
                    municipalityGroup: person.municipalityGroup)
            }
        }
    }

    private var specimens: [Specimen] {
        manifest.specimens.compactMap { specimen in
            pseudonyms[specimen.person].map { pseudonym in
                Specimen(
                    name: specimen.name, person: pseudonym, kind: specimen.kind, bodySite: specimen.bodySite,
                    sampled: specimen.sampled, tumourCellContent: specimen.tumourCellContent,
                    biobankReference: specimen.biobankReference)
            }
        }
    }

    private func each<Value>(_ make: (SubmissionManifest.Person, Pseudonym) -> [Value]) -> [Value] {
        manifest.people.flatMap { person in pseudonyms[person.id].map { make(person, $0) } ?? [] }
    }

    private var diagnoses: [Diagnosis] {
        each { person, pseudonym in
            person.diagnoses.map {
                Diagnosis(person: pseudonym, code: $0.code, systemVersion: $0.version, status: $0.status, onset: $0.onset)
            }
        }
    }

    private var phenotypes: [Phenotype] {
        each { person, pseudonym in
            person.phenotypes.map {
                Phenotype(person: pseudonym, code: $0.code, systemVersion: $0.version, isPresent: $0.isPresent)
            }
        }
    }

    private var treatments: [Treatment] {
        each { person, pseudonym in
            person.treatments.map {
                Treatment(
                    person: pseudonym, drug: $0.drug, line: $0.line, start: $0.start, stop: $0.stop, outcome: $0.outcome)
            }
        }
    }

    private var relations: [FamilyRelation] {
        each { person, pseudonym in
            person.relations.compactMap { relation in
                pseudonyms[relation.of].map { FamilyRelation(person: pseudonym, relative: $0, kind: relation.kind) }
            }
        }
    }

    /// All that the records take in with the submission.
    func accepted(_ receipt: SubmissionReceipt, _ steps: [IntakeStep], at time: Timestamp) -> AcceptedSubmission {
        var callSets: [AcceptedSubmission.CallSet] = []
        for callSet in manifest.callSets {
            guard let person = person(of: callSet), let specimen = callSet.specimen, let assay, let assembly = manifest.assembly,
                let origin = callSet.origin, let area = manifest.area, let provider = manifest.orderingProvider,
                let analysed = callSet.analysed
            else { continue }
            let home = manifest.people.first { pseudonyms[$0.id] == person }?.homeRegion
            callSets.append(
                AcceptedSubmission.CallSet(
                    record: CallSetRecord(
                        name: callSet.name, person: person, specimen: specimen, assay: assay.indexName, assembly: assembly,
                        origin: origin, area: area, homeRegion: home, orderingProvider: provider,
                        performingLaboratory: manifest.laboratory, controller: controller, analysed: analysed,
                        caseName: manifest.caseName),
                    metrics: callSet.metrics, replaces: replaced[callSet.name]))
        }
        return AcceptedSubmission(
            submission: id, people: people, specimens: specimens, assays: assay.map { [$0] } ?? [], callSets: callSets,
            diagnoses: diagnoses, phenotypes: phenotypes, treatments: treatments, relations: relations,
            findings: manifest.findings,
            steps: steps.map { SubmissionStep(step: $0.rawValue, outcome: .done, time: time) }, receipt: receipt.json)
    }

    /// What a correction changes: the call sets that it names keep what it does not give.
    func correction(_ receipt: SubmissionReceipt, _ steps: [IntakeStep], at time: Timestamp) throws -> MetadataCorrection {
        var callSets: [CallSetRecord] = []
        var metrics: [String: [QualityMetric]] = [:]
        for callSet in manifest.callSets {
            guard let old = try partition.records.callSet(named: callSet.name)?.record else { continue }
            let home = manifest.people.first { pseudonyms[$0.id] == old.person }.map(\.homeRegion) ?? old.homeRegion
            callSets.append(
                CallSetRecord(
                    name: old.name, person: old.person, specimen: callSet.specimen ?? old.specimen, assay: old.assay,
                    assembly: old.assembly, origin: old.origin, area: manifest.area ?? old.area, homeRegion: home,
                    orderingProvider: manifest.orderingProvider ?? old.orderingProvider,
                    performingLaboratory: old.performingLaboratory, controller: manifest.controller ?? old.controller,
                    analysed: callSet.analysed ?? old.analysed, caseName: old.caseName))
            if !callSet.metrics.isEmpty { metrics[callSet.name] = callSet.metrics }
        }
        return MetadataCorrection(
            submission: id, people: people, specimens: specimens, callSets: callSets, metrics: metrics, diagnoses: diagnoses,
            phenotypes: phenotypes, treatments: treatments, relations: relations, findings: manifest.findings,
            steps: steps.map { SubmissionStep(step: $0.rawValue, outcome: .done, time: time) }, receipt: receipt.json)
    }
}
