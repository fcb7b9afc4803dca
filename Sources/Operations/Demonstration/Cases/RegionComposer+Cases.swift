internal import ClinicalModel
internal import GenomeModel
internal import ReportModel

extension RegionComposer {
    /// The cases of this region that go the whole way to an answer, and those who carry the variant that is classified anew. They come after
    /// everything else, so that what came before is as it would be without them.
    mutating func compose(_ cases: [DemonstrationCase]) throws {
        for one in cases where one.region == region.code {
            var draft = try draft(of: one)
            if let first = draft.specimens.first {
                draft.specimens += one.specimens.map { own in
                    SubmissionDraft.Specimen(
                        name: own.name, person: first.person, type: own.kind.rawValue, bodySite: own.bodySite,
                        sampled: first.sampled, tumourCellContent: own.tumourCells)
                }
            }
            draft.findings = one.findings.filter { !$0.isByHand }.map(\.finding)
            append(draft)
        }
        guard let reclassified = KnownVariant.reclassified,
            let lynch = DiseaseProfile.hereditary.first(where: { $0.name == "Lynch" })
        else { throw DemonstrationError(.fileIncomplete) }
        for number in 0..<reclassifiedCarriers {
            append(
                try generated(
                    lynch, assay: .cancerPanel, catalogue: sources.cancerPanel, carried: [reclassified.variant],
                    isCarrierOnly: number % 2 == 1))
        }
    }

    /// How many were tested before and carry it, beside the patient in Skåne whose laboratory classifies it anew.
    private var reclassifiedCarriers: Int {
        switch region.code.number {
        case 24: 2
        case 5, 14: 1
        default: 0
        }
    }

    private mutating func draft(of one: DemonstrationCase) throws -> SubmissionDraft {
        nextName = one.name
        let variants = one.calls.map(\.variant.variant)
        if let cells = one.tumourCells {
            return try tumourNormal(
                one.profile, department: one.department, content: cells,
                known: one.calls.map { call in
                    GeneratedCallFile.SomaticCall(
                        variant: call.variant.variant, fraction: Int(((call.alleleFraction ?? cells / 2) * 1000).rounded()),
                        passes: true)
                })
        }
        if one.isTrio { return try trio(one.profile, new: variants) }
        let isRare = one.area == .rare
        return try generated(
            one.profile, assay: isRare ? .rarePanel : .cancerPanel, catalogue: isRare ? sources.rarePanel : sources.cancerPanel,
            carried: variants, department: one.department)
    }
}
