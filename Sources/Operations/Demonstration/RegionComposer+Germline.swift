internal import ClinicalModel
internal import GenomeModel

extension SubmissionDraft.Assay {
    static let chr22Slice = SubmissionDraft.Assay(
        name: "chr22-slice", version: "1", kind: .panel, targets: "GRCh38/chr22-slice.bed", isAccredited: false,
        status: .researchUseOnly)
    static let chr22Reanalysis = SubmissionDraft.Assay(
        name: "chr22-slice", version: "2", kind: .panel, targets: "GRCh38/chr22-reanalysis.bed", isAccredited: false,
        status: .researchUseOnly)
    static let rarePanel = SubmissionDraft.Assay(
        name: "rare-disease-panel", version: "1", kind: .panel, targets: "GRCh38/rare-disease-panel.bed")
    static let cancerPanel = SubmissionDraft.Assay(
        name: "cancer-panel", version: "1", kind: .panel, targets: "sweden/cancer-panel.bed")
    static let smallExome = SubmissionDraft.Assay(
        name: "small-exome", version: "1", kind: .exome, targets: "sweden/small-exome.bed")
    static let genome = SubmissionDraft.Assay(name: "genome", version: "1", kind: .genome, targets: nil)
    static let tumourGenome = SubmissionDraft.Assay(
        name: "tumour-exome", version: "1", kind: .genome, targets: nil, isAccredited: false, status: .researchUseOnly)
}

extension RegionComposer {
    /// One person, one blood sample, one call set out of a real file.
    mutating func real(
        _ text: [UInt8], sample: String, sex: Sex, profile: DiseaseProfile, ages: ClosedRange<Int>, assay: SubmissionDraft.Assay,
        carriesShared: Bool = false
    ) throws -> SubmissionDraft {
        let home = home()
        let analysed = analysed()
        let sampled = analysed.adding(days: -random.number(7...40))
        var draft = draft(profile.area, assay: assay, home: home, department: "KLINGEN")
        var patient = try person("patient", sex, ages: ages, on: sampled, home: home)
        affect(&patient, with: profile, sampled: sampled)
        draft.people = [patient]
        draft.files = [try callFile("calls.vcf.gz", text)] + (try targets(assay))
        let specimen = draft.caseName + "-B"
        draft.specimens = [SubmissionDraft.Specimen(name: specimen, person: patient.id, type: "blood", sampled: sampled)]
        draft.callSets = [
            SubmissionDraft.CallSet(
                name: draft.caseName + "-G", specimen: specimen, file: "calls.vcf.gz", sample: sample, origin: .germline,
                analysed: analysed, metrics: metrics(coverage: 300), carriesShared: carriesShared)
        ]
        return draft
    }

    /// One person with generated calls. `carried` are variants that the person has in one copy; `genomeSex` is that of the
    /// genotypes, where it is another than the manifest says.
    mutating func generated(
        _ profile: DiseaseProfile, assay: SubmissionDraft.Assay, catalogue: SiteCatalogue, carried: [Variant] = [],
        isCarrierOnly: Bool = false, sex declared: Sex? = nil, genomeSex: Sex? = nil, department: String = "KLINGEN"
    ) throws -> SubmissionDraft {
        let sex = if let declared { declared } else { self.sex(profile) }
        let home = home()
        let analysed = analysed()
        let sampled = analysed.adding(days: -random.number(7...40))
        var draft = draft(profile.area, assay: assay, home: home, department: department)
        var patient = try person("patient", sex, ages: profile.ages, on: sampled, home: home)
        affect(&patient, with: profile, sampled: sampled)
        if isCarrierOnly {
            patient.diagnoses = profile.codes.map { DraftPerson.Finding(code: $0, isCarrierOnly: true) }
            patient.phenotypes = profile.present.map { ($0, false) }
            patient.treatments = []
        }
        let sites = catalogue.sites(with: carried + catalogue.privateVariants(random.number(3...8), &random))
        var genome = GeneratedGenome(founder: genomeSex ?? sex, at: sites, &random)
        for index in sites.indices where sites[index].frequency == 0 { genome.alleles[index] = 1 }
        let specimen = draft.caseName + "-B"
        draft.people = [patient]
        draft.specimens = [SubmissionDraft.Specimen(name: specimen, person: patient.id, type: "blood", sampled: sampled)]
        try add(
            genome, at: sites, named: draft.caseName + "-G", file: "calls.vcf.gz", specimen: specimen, analysed: analysed,
            sure: carried, to: &draft)
        draft.files += try targets(assay)
        return draft
    }

    /// Appends one person's germline call set and its file.
    mutating func add(
        _ genome: GeneratedGenome, at sites: [GeneratedSite], named name: String, file: String, specimen: String,
        analysed: CivilDate, sure: [Variant] = [], to draft: inout SubmissionDraft
    ) throws {
        let text = GeneratedCallFile.germline(
            [GeneratedCallFile.Sample(name: name, genome: genome)], at: sites, depth: 300, sure: [common, shared.variant] + sure,
            &random)
        draft.files.append(try callFile(file, text))
        draft.callSets.append(
            SubmissionDraft.CallSet(
                name: name, specimen: specimen, file: file, sample: name, origin: .germline, analysed: analysed,
                metrics: metrics(coverage: 300), carriesShared: carries(shared.variant, genome, sites),
                carriesCommon: carries(common, genome, sites)))
    }

    func carries(_ variant: Variant, _ genome: GeneratedGenome, _ sites: [GeneratedSite]) -> Bool {
        sites.firstIndex { $0.variant == variant }.map(genome.carries) ?? false
    }

    /// A child with both parents on the small exome, in one file. With `isShared` the child has the shared variant from the mother, who is
    /// well; `new` are variants that the child has from neither.
    mutating func trio(_ profile: DiseaseProfile, isShared: Bool = false, new: [Variant] = []) throws -> SubmissionDraft {
        let home = home()
        let analysed = analysed()
        let sampled = analysed.adding(days: -random.number(7...40))
        var draft = draft(.rare, assay: .smallExome, home: home, department: "KLINGEN")
        var child = try person(
            "child", sex(profile), ages: profile.ages.lowerBound...min(17, profile.ages.upperBound), on: sampled, home: home)
        affect(&child, with: profile, sampled: sampled)
        let age = sampled.year - child.birth.year
        var mother = try person("mother", .female, ages: (age + 20)...(age + 40), on: sampled, home: home)
        var father = try person("father", .male, ages: (age + 21)...(age + 48), on: sampled, home: home)
        mother.relations = [(.mother, "child")]
        father.relations = [(.father, "child")]
        if isShared {
            mother.diagnoses = DiseaseProfile.muenke.codes.prefix(2).map { DraftPerson.Finding(code: $0, isCarrierOnly: true) }
        }
        let extra = sources.exome.privateVariants(random.number(8...16), &random) + (isShared ? [shared.variant] : []) + new
        let sites = sources.exome.sites(with: extra)
        var mothers = GeneratedGenome(founder: .female, at: sites, &random)
        var fathers = GeneratedGenome(founder: .male, at: sites, &random)
        for index in sites.indices where sites[index].frequency == 0 && !new.contains(sites[index].variant) {
            if sites[index].variant == shared.variant || random.chance(0.5) {
                mothers.alleles[index] = 1
            } else {
                fathers.alleles[index] = 1
            }
        }
        var childs = GeneratedGenome(child: child.sex, of: mothers, and: fathers, at: sites, &random)
        for index in sites.indices where isShared && sites[index].variant == shared.variant { childs.alleles[index] = 1 }
        for index in sites.indices where new.contains(sites[index].variant) { childs.alleles[index] = 1 }
        draft.people = [child, mother, father]
        var samples: [GeneratedCallFile.Sample] = []
        for (person, genome, letter) in [(child, childs, "C"), (mother, mothers, "M"), (father, fathers, "F")] {
            let (specimen, name) = ("\(draft.caseName)-B\(letter)", "\(draft.caseName)-G\(letter)")
            samples.append(GeneratedCallFile.Sample(name: name, genome: genome))
            draft.specimens.append(
                SubmissionDraft.Specimen(
                    name: specimen, person: person.id, type: letter == "C" ? "blood" : "saliva", sampled: sampled))
            draft.callSets.append(
                SubmissionDraft.CallSet(
                    name: name, specimen: specimen, file: "trio.vcf.gz", sample: name, origin: .germline, analysed: analysed,
                    metrics: metrics(coverage: 110), carriesShared: carries(shared.variant, genome, sites),
                    carriesCommon: carries(common, genome, sites)))
        }
        let text = GeneratedCallFile.germline(samples, at: sites, depth: 110, sure: [common, shared.variant] + new, &random)
        draft.files = [try callFile("trio.vcf.gz", text)] + (try targets(.smallExome))
        return draft
    }
}
