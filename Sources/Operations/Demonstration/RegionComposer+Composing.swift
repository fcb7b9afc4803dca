internal import ClinicalModel
internal import GenomeModel

extension RegionComposer {
    /// Everything of the region: about `people` cases of the ordinary kinds, the carriers of the shared variant, and what
    /// this region has besides.
    mutating func compose(people: Int, finns: [DemonstrationSources.RealPerson], published: [DemonstrationSources.RealPerson])
        throws
    {
        func share(_ of: Double) -> Int { max(1, Int((Double(people) * of).rounded())) }
        for finn in finns.prefix(share(0.35)) { try append(self.finn(finn)) }
        for one in published.prefix(share(0.2)) { try append(self.published(one)) }
        for _ in 0..<share(0.125) { try append(hereditary()) }
        for _ in 0..<share(0.1) {
            guard let profile = profile(DiseaseProfile.rare) else { continue }
            try append(generated(profile, assay: .rarePanel, catalogue: sources.rarePanel))
        }
        for _ in 0..<share(0.05) {
            guard let profile = profile(DiseaseProfile.rare) else { continue }
            try append(trio(profile))
        }
        for _ in 0..<share(0.125) { try append(tumourNormal(DiseaseProfile.solid, "ONK")) }
        for _ in 0..<share(0.075) { try append(tumourNormal(DiseaseProfile.haematology, "PAT")) }
        for _ in 0..<share(0.05) { try append(tumourNormal(DiseaseProfile.childhood, "ONK")) }
        try composeSharedCarriers()
        try composeSpecials()
    }

    private mutating func finn(_ finn: DemonstrationSources.RealPerson) throws -> SubmissionDraft {
        let sex = Sex(rawValue: finn.sex) ?? .unknown
        guard let text = sources.finland.column(finn.sample), let profile = profile(DiseaseProfile.rare, sex: sex) else {
            throw DemonstrationError(.fileIncomplete, "finland.chr22.vcf.gz")
        }
        return try real(text, sample: finn.sample, sex: sex, profile: profile, ages: profile.ages, assay: .chr22Slice)
    }

    /// A published case keeps its disease, its findings and its calls; age and home are made up.
    private mutating func published(_ one: DemonstrationSources.RealPerson) throws -> SubmissionDraft {
        guard let text = sources.publishedCases.column(one.sample), let finding = sources.findings[one.sample] else {
            throw DemonstrationError(.fileIncomplete, "published-cases.vcf.gz")
        }
        let profile = DiseaseProfile(
            name: one.sample, area: .rare, weight: 1, ages: 0...45, women: 0.5, codes: [finding.disease], present: finding.present
        )
        let variant = shared.variant
        var draft = try real(
            text, sample: one.sample, sex: Sex(rawValue: one.sex) ?? .unknown, profile: profile, ages: profile.ages,
            assay: .rarePanel,
            carriesShared: sources.publishedCases.carries(
                one.sample, contig: variant.contig.name, position: Int(variant.position.value), alternate: variant.alternate))
        draft.people[0].phenotypes += finding.excluded.map { ($0, false) }
        return draft
    }

    mutating func hereditary() throws -> SubmissionDraft {
        guard let profile = profile(DiseaseProfile.hereditary) else { throw DemonstrationError(.fileIncomplete) }
        // Half of those who are tested have the family's variant; of these most are well.
        let known = random.pick(KnownVariant.hereditary.filter { $0.gene == profile.inheritedGene })
        let carried = random.chance(0.5) ? known.map { [$0.variant] } ?? [] : []
        return try generated(
            profile, assay: .cancerPanel, catalogue: sources.cancerPanel, carried: carried,
            isCarrierOnly: !carried.isEmpty && random.chance(0.7))
    }

    private mutating func tumourNormal(_ profiles: [DiseaseProfile], _ department: String) throws -> SubmissionDraft {
        guard let profile = profile(profiles) else { throw DemonstrationError(.fileIncomplete) }
        return try tumourNormal(profile, department: department)
    }

    /// How many carry the shared variant here, the published case in Uppsala not counted: five and more in two regions, fewer in
    /// three, none in two.
    private var sharedCarriers: Int {
        switch region.code.number {
        case 24: 6
        case 1: 5
        case 14: 2
        default: 0
        }
    }

    private mutating func composeSharedCarriers() throws {
        for number in 0..<sharedCarriers {
            var draft = try generated(
                .muenke, assay: .rarePanel, catalogue: sources.rarePanel, carried: [shared.variant],
                isCarrierOnly: number % 3 == 2)
            let letter = region.code.number == 24 ? "A" : region.code.number == 1 ? "B" : "C"
            if number == 0, let name = draft.callSets.first?.name { draft.roles[letter] = name }
            append(draft)
        }
        if region.code.number == 12 {
            var draft = try trio(.unsolvedSynostosis, isShared: true)
            draft.roles["D"] = draft.callSets.first?.name
            append(draft)
        }
    }
}
