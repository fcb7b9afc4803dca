internal import ClinicalModel
package import GenomeModel
package import ReportModel
internal import StructuredText

extension SubmissionManifest {
    /// The most findings of one submission.
    static let findingLimit = 10_000

    /// Reads `findings`, each in the form of docs/interpretation.md; a faulty one is noted with the member that is wrong.
    static func readFindings(_ root: ManifestCursor) -> [Finding] {
        guard let given = root.value["findings"], !given.isNull else { return [] }
        guard let values = given.array else {
            root.note(.wrongType, "findings", expected: "list")
            return []
        }
        guard values.count <= findingLimit else {
            root.note(.tooMany, "findings", expected: "≤ \(findingLimit)")
            return []
        }
        return values.enumerated().compactMap { index, value in readFinding(value, "findings[\(index)]", root.log) }
    }

    private static func readFinding(_ value: JSONValue, _ path: String, _ log: ManifestCursor.Log) -> Finding? {
        if let stray = identity(in: value, path) {
            log.note(ManifestFault(.identityInName, path: stray.path, place: stray.place))
            return nil
        }
        do throws(ReportJSONError) {
            let finding = try Finding(json: value)
            guard TextShape.name.matches(finding.identifier) else {
                log.note(
                    ManifestFault(
                        .wrongValue, path: path + ".identifier", place: value["identifier"]?.place ?? value.place,
                        expected: TextShape.name.expected))
                return nil
            }
            return finding
        } catch {
            let code: ManifestFault.Code =
                switch error.code {
                case .missing: .missing
                case .wrongType, .notJSON: .wrongType
                case .unknownMember: .unknownName
                case .badValue: .wrongValue
                }
            // A member that nobody foresaw may be anything, also a number of somebody's.
            let member = error.code == .unknownMember || error.member == "finding" ? "" : "." + error.member
            log.note(ManifestFault(code, path: path + member, place: error.place, expected: "docs/interpretation.md"))
            return nil
        }
    }

    /// Where an identity number stands in the texts of a finding. Positions on the genome are not looked at: they are digits by nature.
    private static func identity(in value: JSONValue, _ path: String) -> (path: String, place: SourcePlace)? {
        if let text = value.string { return IdentityNumber.looksLikeOne(text) ? (path, value.place) : nil }
        for member in value.members ?? [] where !["variant", "interval"].contains(member.name) {
            if IdentityNumber.looksLikeOne(member.name) { return (path, member.place) }
            if let found = identity(in: member.value, path + "." + member.name) { return found }
        }
        for (index, value) in (value.array ?? []).enumerated() {
            if let found = identity(in: value, path + "[\(index)]") { return found }
        }
        return nil
    }

    /// Findings against the rest of the manifest: their specimens and call sets, which belong together, and the assembly. A correction may
    /// name what the region has already.
    func checkFindings(_ root: ManifestCursor) {
        func note(_ code: ManifestFault.Code, _ index: Int, _ member: String, _ expected: String = "") {
            let value = root.value["findings"]?.array?[index]
            root.log.note(
                ManifestFault(
                    code, path: "findings[\(index)].\(member)", place: value?[member]?.place ?? value?.place ?? root.value.place,
                    expected: expected))
        }
        var seen = Set<String>()
        let specimens = Set(specimens.map(\.name))
        for (index, finding) in findings.enumerated() {
            if !seen.insert(finding.identifier).inserted { note(.repeated, index, "identifier") }
            if kind != .correction, !specimens.contains(finding.specimen) { note(.unknownReference, index, "specimen") }
            if let name = finding.callSet {
                let callSet = callSets.first { $0.name == name }
                if kind != .correction, callSet == nil { note(.unknownReference, index, "callSet") }
                if let specimen = callSet?.specimen, specimen != finding.specimen {
                    note(.unknownReference, index, "callSet", "specimen: \(specimen)")
                }
            }
            if let assembly, let own = finding.assembly, own != assembly {
                note(.wrongValue, index, finding.assemblyMember, assembly.rawValue)
            }
        }
    }
}

extension Finding {
    /// The assembly that its places are of; nil for what has no place.
    package var assembly: Assembly? {
        switch content {
        case .smallVariant(let finding): finding.variant.assembly
        case .copyNumber(let finding): finding.assembly
        case .structural(let finding): finding.assembly
        case .secondary(let finding):
            switch finding.alteration {
            case .smallVariant(let finding): finding.variant.assembly
            case .copyNumber(let finding): finding.assembly
            case .structural(let finding): finding.assembly
            }
        case .signature, .biomarker, .expression: nil
        }
    }

    fileprivate var assemblyMember: String {
        switch content {
        case .smallVariant: "smallVariant"
        case .copyNumber: "copyNumber"
        case .structural: "structural"
        default: "secondary"
        }
    }
}
