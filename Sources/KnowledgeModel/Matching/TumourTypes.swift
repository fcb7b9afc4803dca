package import ClinicalModel

/// OncoTree and the Disease Ontology as one hierarchy, joined where their terms mean the same.
package struct TumourTypes: Sendable {
    private let oncotree: CodeHierarchy?
    private let doid: CodeHierarchy?
    private let mapping: TumourTypeMapping

    /// Without one of the hierarchies nothing is known of what lies under what in it.
    package init(_ hierarchies: CodeHierarchies, mapping: TumourTypeMapping) {
        oncotree = hierarchies[.oncotree]
        doid = hierarchies[.doid]
        self.mapping = mapping
    }

    /// What a code lies under, nearest first, with what means the same as the code itself.
    struct Ancestry: Sendable {
        let same: Set<Code>
        /// In order of distance, without `same`.
        let above: [Code]
        private let all: Set<Code>

        init(same: Set<Code>, above: [Code]) {
            self.same = same
            self.above = above
            all = same.union(above)
        }

        func contains(_ code: Code) -> Bool { all.contains(code) }
    }

    /// Cost: the terms above the code.
    func ancestry(of code: Code) -> Ancestry {
        let start = current(code)
        let same = Set([start] + (mapping.same[start] ?? []))
        var seen = same
        var above: [Code] = []
        var waiting = Array(same).sorted()
        while !waiting.isEmpty {
            var next: [Code] = []
            for code in waiting {
                // Above the start, what means the same as a broader term is as broad.
                let broader =
                    parents(of: code) + (mapping.broader[code] ?? []) + (same.contains(code) ? [] : mapping.same[code] ?? [])
                for code in broader where seen.insert(code).inserted {
                    above.append(code)
                    next.append(code)
                }
            }
            waiting = next
        }
        return Ancestry(same: same, above: above)
    }

    /// How the item's disease relates to the patient's tumour type. Of both the ancestry is given, since one of them stays the same over many questions.
    func relation(of patient: Ancestry, to disease: Ancestry) -> TumourRelation {
        if !disease.same.isDisjoint(with: TumourTypes.everyCancer) { return .any }
        if !disease.same.isDisjoint(with: patient.same) { return .same }
        if disease.same.contains(where: patient.contains) { return .broader }
        if patient.same.contains(where: disease.contains) { return .narrower }
        let common = disease.above.first { patient.contains($0) && !TumourTypes.tooGeneral.contains($0) && $0.system == .doid }
        return common.map { .related($0) } ?? .other
    }

    /// How the disease `disease` relates to a patient's tumour type; unknown where one of them is in no hierarchy.
    package func relation(of patient: Code, to disease: Code) -> TumourRelation {
        guard isKnown(patient), isKnown(disease) else { return .unknown }
        return relation(of: ancestry(of: patient), to: ancestry(of: disease))
    }

    func isKnown(_ code: Code) -> Bool { hierarchy(of: code)?.contains(code) ?? false }

    /// What the editions call a code.
    package func name(of code: Code) -> String? { hierarchy(of: code)?.name(of: code) }

    private func hierarchy(of code: Code) -> CodeHierarchy? {
        switch code.system {
        case .oncotree: oncotree
        case .doid: doid
        default: nil
        }
    }

    private func current(_ code: Code) -> Code { hierarchy(of: code)?.current(code) ?? code }

    private func parents(of code: Code) -> [Code] { hierarchy(of: code)?.parents(of: code) ?? [] }

    /// `cancer` and what lies above it.
    private static let everyCancer = Set(["162", "14566", "4"].compactMap { Code(.doid, $0) })

    /// Too much lies under these for two diseases under them to be alike: cancer, organ system and cell type cancer, carcinoma, adenocarcinoma, sarcoma.
    private static let tooGeneral = everyCancer.union(
        ["0050686", "0050687", "305", "299", "1115"].compactMap { Code(.doid, $0) })
}
