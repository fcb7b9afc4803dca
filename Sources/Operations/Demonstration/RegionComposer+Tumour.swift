internal import ClinicalModel
internal import GenomeModel

extension RegionComposer {
    /// A patient with a normal sample and a tumour, each a file of its own.
    /// With `known`, the tumour has these and its private variants, else recurrent ones of its disease.
    mutating func tumourNormal(
        _ profile: DiseaseProfile, department: String, content: Double? = nil, known: [GeneratedCallFile.SomaticCall]? = nil
    ) throws -> SubmissionDraft {
        let isBlood = profile.bodySite == "SCT:14016003"
        var draft = try generated(profile, assay: .cancerPanel, catalogue: sources.cancerPanel, department: department)
        guard let normal = draft.specimens.first, let patient = draft.people.first, let analysed = draft.callSets.first?.analysed
        else { return draft }
        // Blood would hold the disease itself.
        if isBlood {
            draft.specimens = [
                SubmissionDraft.Specimen(name: normal.name, person: patient.id, type: "skin", sampled: normal.sampled)
            ]
        }
        try addTumour(
            profile, to: &draft, person: patient.id, sampled: normal.sampled, analysed: analysed, isBlood: isBlood,
            content: content, known: known)
        return draft
    }

    /// Appends a tumour's specimen, calls and file.
    mutating func addTumour(
        _ profile: DiseaseProfile, to draft: inout SubmissionDraft, person: String, sampled: CivilDate, analysed: CivilDate,
        isBlood: Bool, content given: Double? = nil, known: [GeneratedCallFile.SomaticCall]? = nil
    ) throws {
        let content = if let given { given } else { Double(random.number(25...90)) / 100 }
        let (specimen, name) = (draft.caseName + "-T", draft.caseName + "-TS")
        draft.specimens.append(
            SubmissionDraft.Specimen(
                name: specimen, person: person,
                type: isBlood ? "bone-marrow" : random.pick(["ffpe", "ffpe", "tumour-tissue"]) ?? "ffpe",
                bodySite: profile.bodySite, sampled: sampled, tumourCellContent: content))
        // Half the cells' reads show a clonal variant of one copy.
        let clonal = content * 500
        var calls = sources.cancerPanel.privateVariants(random.number(6...30), &random).map { variant in
            GeneratedCallFile.SomaticCall(
                variant: variant, fraction: max(20, Int(clonal * (0.2 + 0.8 * random.share()))), passes: random.chance(0.85))
        }
        if let known {
            calls += known
        } else {
            var recurrent = KnownVariant.somatic(of: profile.somaticGenes)
            recurrent.shuffle(using: &random)
            for known in recurrent.prefix(random.number(1...2)) {
                calls.append(GeneratedCallFile.SomaticCall(variant: known.variant, fraction: max(40, Int(clonal)), passes: true))
            }
        }
        calls.sort { $0.variant < $1.variant }
        draft.files.append(try callFile("tumour.vcf.gz", GeneratedCallFile.tumour(name, calls, depth: 700, &random)))
        draft.callSets.append(
            SubmissionDraft.CallSet(
                name: name, specimen: specimen, file: "tumour.vcf.gz", sample: name, origin: .tumour, analysed: analysed,
                metrics: metrics(coverage: 700)))
    }
}
