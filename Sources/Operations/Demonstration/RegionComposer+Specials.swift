internal import ClinicalModel
internal import GenomeModel

extension RegionComposer {
    /// What only one region has: the other real files, things gone wrong, and submissions that follow on another.
    mutating func composeSpecials() throws {
        switch region.code.number {
        case 1: try composeSamePersonTwice()
        case 3: try composeRealFamily()
        case 5: try composeRole("destroy")
        case 12: try composeWrongChecksum()
        case 14:
            try composeSwappedSex()
            try composeRealTumour()
        case 18: try composeRole("stop-using")
        default:
            try composeReplacement()
            try composeCorrection()
            try composeAddition()
        }
    }

    /// Somebody whose data will be ended.
    private mutating func composeRole(_ name: String) throws {
        var draft = try hereditary()
        draft.roles[name] = draft.callSets.first?.name
        append(draft)
    }

    /// One person under two identity numbers: the same genotypes in two cases.
    private mutating func composeSamePersonTwice() throws {
        guard let profile = profile(DiseaseProfile.hereditary, sex: .female) else { return }
        let before = random
        append(try generated(profile, assay: .cancerPanel, catalogue: sources.cancerPanel, sex: .female))
        let after = random
        // The same numbers again make the same person, but for the identity number, which is gone from the stock.
        random = before
        var again = try generated(profile, assay: .cancerPanel, catalogue: sources.cancerPanel, sex: .female)
        random = after
        again.warnings = [.samePerson]
        append(again)
    }

    private mutating func composeSwappedSex() throws {
        guard let profile = profile(DiseaseProfile.hereditary, sex: .male) else { return }
        var draft = try generated(
            profile, assay: .cancerPanel, catalogue: sources.cancerPanel, sex: .male, genomeSex: .female)
        draft.warnings = [.sexMismatch]
        append(draft)
    }

    /// Refused for its checksum, and then mended.
    private mutating func composeWrongChecksum() throws {
        var draft = try hereditary()
        draft.hasWrongChecksum = true
        draft.expectation = .quarantined
        append(draft)
        draft.hasWrongChecksum = false
        draft.expectation = .available
        draft.kind = "resubmission"
        draft.concernsCase = draft.caseName
        append(draft)
    }

    /// The breast tumour of TCGA-A2-A04W, given to a woman who does not exist.
    private mutating func composeRealTumour() throws {
        guard let profile = DiseaseProfile.solid.first(where: { $0.name == "breast" }) else { return }
        let analysed = analysed()
        let sampled = analysed.adding(days: -20)
        var draft = draft(.solid, assay: .tumourGenome, home: region.code, department: "ONK")
        var patient = try person("patient", .female, ages: 45...60, on: sampled, home: region.code)
        affect(&patient, with: profile, sampled: sampled)
        draft.people = [patient]
        let specimen = draft.caseName + "-T"
        draft.specimens = [
            SubmissionDraft.Specimen(
                name: specimen, person: patient.id, type: "tumour-tissue", bodySite: profile.bodySite, sampled: sampled,
                tumourCellContent: 0.6)
        ]
        draft.files = [
            SubmissionDraft.File(
                name: "breast-tumour.vcf.gz", role: "variants", bytes: try sources.file("GRCh38/breast-tumour.vcf.gz"))
        ]
        draft.callSets = [
            SubmissionDraft.CallSet(
                name: draft.caseName + "-TS", specimen: specimen, file: "breast-tumour.vcf.gz", sample: "T001-BRCA",
                origin: .tumour,
                analysed: analysed, metrics: metrics(coverage: 120))
        ]
        append(draft)
    }

    /// The family of Scout's demonstration case: GRCh37, a genome.
    private mutating func composeRealFamily() throws {
        let analysed = analysed()
        let sampled = analysed.adding(days: -20)
        var draft = draft(.rare, assay: .genome, home: region.code, department: "KLINGEN")
        draft.assembly = .grch37
        var child = try person("child", .male, ages: 3...9, on: sampled, home: region.code)
        if let profile = DiseaseProfile.rare.last { affect(&child, with: profile, sampled: sampled) }
        var mother = try person("mother", .female, ages: 30...44, on: sampled, home: region.code)
        var father = try person("father", .male, ages: 31...48, on: sampled, home: region.code)
        mother.relations = [(.mother, "child")]
        father.relations = [(.father, "child")]
        draft.people = [child, mother, father]
        draft.files = [
            SubmissionDraft.File(
                name: "family-643594.vcf.gz", role: "variants", bytes: try sources.file("GRCh37/family-643594.vcf.gz"))
        ]
        for (id, sample, letter) in [("child", "ADM1059A2", "C"), ("mother", "ADM1059A3", "M"), ("father", "ADM1059A1", "F")] {
            let specimen = "\(draft.caseName)-B\(letter)"
            draft.specimens.append(SubmissionDraft.Specimen(name: specimen, person: id, type: "blood", sampled: sampled))
            draft.callSets.append(
                SubmissionDraft.CallSet(
                    name: "\(draft.caseName)-G\(letter)", specimen: specimen, file: "family-643594.vcf.gz", sample: sample,
                    origin: .germline, analysed: analysed, metrics: metrics(coverage: 36)))
        }
        append(draft)
    }

    /// HG00187 called again by another program over a shorter stretch takes the place of the first analysis.
    private mutating func composeReplacement() throws {
        guard let old = drafts.first(where: { $0.callSets.first?.sample == "HG00187" }), let first = old.callSets.first else {
            return
        }
        var draft = old
        draft.kind = "replacement"
        draft.assay = .chr22Reanalysis
        draft.files =
            [SubmissionDraft.File(name: "HG00187.g.vcf.gz", role: "variants", bytes: try sources.file("GRCh38/HG00187.g.vcf.gz"))]
            + (try targets(.chr22Reanalysis))
        draft.callSets = [
            SubmissionDraft.CallSet(
                name: first.name + "2", specimen: first.specimen, file: "HG00187.g.vcf.gz", sample: "HG00187", origin: .germline,
                analysed: RegionComposer.today.adding(days: -5), replaces: first.name, metrics: metrics(coverage: 320))
        ]
        append(draft)
    }

    /// Spread to the liver was found and had been left out: the list of diagnoses takes the place of the old one.
    private mutating func composeCorrection() throws {
        guard let old = drafts.first(where: { $0.area == .solid && $0.callSets.count == 2 }), var patient = old.people.first
        else { return }
        let onset = old.specimens.first?.sampled
        patient.diagnoses.append(DraftPerson.Finding(code: "ICD10:C78.7", onset: onset))
        patient.relations = []
        var draft = SubmissionDraft(caseName: old.caseName, laboratory: laboratory)
        draft.kind = "correction"
        draft.assembly = nil
        draft.people = [patient]
        draft.concernsCase = old.caseName
        append(draft)
    }

    /// A tumour is found in somebody who was tested for inherited risk, and joins the case.
    private mutating func composeAddition() throws {
        guard let old = drafts.first(where: { $0.assay == .cancerPanel && $0.callSets.count == 1 }),
            let patient = old.people.first,
            let profile = DiseaseProfile.solid.first(where: { $0.name == (patient.sex == .female ? "breast" : "colon") })
        else { return }
        var draft = old
        draft.kind = "addition"
        (draft.files, draft.specimens, draft.callSets) = ([], [], [])
        let analysed = RegionComposer.today.adding(days: -3)
        let sampled = analysed.adding(days: -12)
        try addTumour(profile, to: &draft, person: patient.id, sampled: sampled, analysed: analysed, isBlood: false)
        draft.files += try targets(.cancerPanel)
        append(draft)
    }
}
