internal import ClinicalModel
internal import GenomeModel

/// What a region holds once its drafts have been dealt with in order, counted from the generator's own knowledge.
struct DemonstrationBooks {
    /// One a draft, below the demonstration's directory.
    let folders: [String]
    let region: PlannedRegion
    let roles: [PlannedRole]

    /// A call set that stands at the end.
    private struct Entry {
        let person: String
        let group: String
        let coversShared: Bool
        let coversCommon: Bool
        let callSet: SubmissionDraft.CallSet
    }

    init(_ composer: RegionComposer) {
        let code = composer.region.code
        let folders = composer.drafts.enumerated().map { index, draft in
            let number = String(index + 1)
            return "submissions/\(code)/" + String(repeating: "0", count: max(0, 3 - number.count))
                + "\(number)-\(draft.caseName)"
        }
        var entries: [String: Entry] = [:]
        var planned: [PlannedSubmission] = []
        var roles: [PlannedRole] = []
        for (index, draft) in composer.drafts.enumerated() {
            let earlier = composer.drafts[..<index].firstIndex { $0.caseName == draft.concernsCase }
            planned.append(
                PlannedSubmission(
                    folder: folders[index], kind: draft.kind, caseName: draft.caseName, expected: draft.expectation,
                    warnings: draft.warnings, concerns: earlier.map { folders[$0] }, callSets: draft.callSets.map(\.name)))
            for callSet in draft.callSets {
                let person = DemonstrationBooks.identityNumber(of: callSet, in: draft)
                for (role, name) in draft.roles where name == callSet.name {
                    roles.append(
                        PlannedRole(name: role, region: code, folder: folders[index], identityNumber: person, callSet: name))
                }
                guard draft.expectation == .available else { continue }
                let assembly = draft.assembly ?? .grch38
                if let replaced = callSet.replaces { entries[replaced] = nil }
                let isCounted = assembly == .grch38 && callSet.origin == .germline
                entries[callSet.name] = Entry(
                    person: person, group: "\(assembly.rawValue)/\(callSet.origin.rawValue)",
                    coversShared: isCounted && composer.covers(composer.shared.variant, draft.assay),
                    coversCommon: isCounted && composer.covers(composer.common, draft.assay), callSet: callSet)
            }
        }
        self.folders = folders
        self.roles = roles
        region = PlannedRegion(
            region: code, submissions: planned, people: Set(entries.values.map(\.person)).count,
            callSets: entries.values.reduce(into: [:]) { $0[$1.group, default: 0] += 1 },
            sharedCovered: entries.values.filter(\.coversShared).count,
            sharedCarriers: entries.values.filter { $0.coversShared && $0.callSet.carriesShared }.count,
            commonCovered: entries.values.filter(\.coversCommon).count,
            commonCarriers: entries.values.filter { $0.coversCommon && $0.callSet.carriesCommon }.count,
            organisations: composer.organisations)
    }

    private static func identityNumber(of callSet: SubmissionDraft.CallSet, in draft: SubmissionDraft) -> String {
        let person = draft.specimens.first { $0.name == callSet.specimen }?.person
        return draft.people.first { $0.id == person }?.identityNumber ?? ""
    }
}

extension RegionComposer {
    /// Whether an assay's targets cover a variant.
    func covers(_ variant: Variant, _ assay: SubmissionDraft.Assay?) -> Bool {
        switch assay?.targets {
        case nil: assay?.kind == .genome
        case SubmissionDraft.Assay.rarePanel.targets: sources.rarePanel.covers(variant)
        case SubmissionDraft.Assay.cancerPanel.targets: sources.cancerPanel.covers(variant)
        case SubmissionDraft.Assay.smallExome.targets: sources.exome.covers(variant)
        // What is left lies on chromosome 22.
        default: variant.contig.rawValue == 22
        }
    }
}
