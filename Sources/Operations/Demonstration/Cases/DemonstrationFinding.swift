internal import ClinicalModel
internal import ReportModel
internal import StructuredText

/// Reads a finding of a case and what it is taken for.
struct DemonstrationFinding {
    struct Context {
        let caseName: String
        let laboratory: OrganisationCode
        let isTumour: Bool
        let isTrio: Bool
        /// The assay of whoever is no trio.
        let panel: String
        /// Names of the specimens that were not sequenced.
        let specimens: [String]
        let variants: [String: NamedVariant]
    }

    private let context: Context

    init(_ context: Context) { self.context = context }

    private static let members = [
        "name", "variant", "zygosity", "fraction", "depth", "found", "cut-off", "method", "by-hand", "germline", "earlier",
        "tumour-type", "actionability", "specimen",
    ]

    func read(_ node: AccessFileNode) throws(AccessFileError) -> DemonstrationCase.Kept {
        let fields = try node.fields(DemonstrationFinding.members)
        let named = try named(fields)
        let content = try content(fields, named)
        let isByHand = try fields.optional("by-hand")?.bool() ?? false
        let suffixes = context.isTumour ? ("T", "TS") : context.isTrio ? ("BC", "GC") : ("B", "G")
        let own = try ownSpecimen(fields)
        let finding = Finding(
            identifier: "\(context.caseName)-\(try fields["name"].text())", content: content, method: try method(fields),
            callSet: isByHand || own != nil ? nil : "\(context.caseName)-\(suffixes.1)",
            specimen: own ?? "\(context.caseName)-\(suffixes.0)", date: DemonstrationCase.found)
        let meaning = DemonstrationMeaning(finding: finding, named: named)
        var (earlier, interpretation): (InterpretationContent?, InterpretationContent?) = (nil, try meaning.somatic(fields))
        if let node = fields.optional("earlier") { earlier = try meaning.germline(node) }
        if let node = fields.optional("germline") { interpretation = try meaning.germline(node) }
        return DemonstrationCase.Kept(
            finding: finding, isByHand: isByHand, earlier: earlier, interpretation: interpretation)
    }

    /// Nil for the one that was sequenced.
    private func ownSpecimen(_ fields: AccessFileFields) throws(AccessFileError) -> String? {
        guard let node = fields.optional("specimen") else { return nil }
        let name = "\(context.caseName)-\(try node.text())"
        guard context.specimens.contains(name) else {
            throw node.error(.unknownValue(name, known: context.specimens))
        }
        return name
    }

    private func named(_ fields: AccessFileFields) throws(AccessFileError) -> NamedVariant? {
        guard let node = fields.optional("variant") else { return nil }
        guard let named = context.variants[try node.text()] else {
            throw node.error(.unknownValue(try node.text(), known: context.variants.keys.sorted()))
        }
        return named
    }

    private func content(_ fields: AccessFileFields, _ named: NamedVariant?) throws(AccessFileError) -> Finding.Content {
        if let named {
            let seen = named.seen(
                zygosity: try fields.optional("zygosity")?.one(of: SmallVariantFinding.Zygosity.self),
                fraction: try fields.optional("fraction")?.fraction(), depth: try fields.optional("depth")?.number())
            guard let seen else { throw fields.whole.error(.badNumber) }
            return .smallVariant(seen)
        }
        let found = try fields["found"].fields(["copy-number", "structural", "biomarker"])
        if let node = found.optional("copy-number") { return .copyNumber(try node.form(remedy: NamedVariant.remedy)) }
        if let node = found.optional("structural") { return .structural(try node.form(remedy: NamedVariant.remedy)) }
        let read = try found["biomarker"].form(BiomarkerFinding.self, remedy: NamedVariant.remedy)
        guard let node = fields.optional("cut-off") else { return .biomarker(read) }
        let (name, known) = (try node.text(), CutOff.gms560)
        guard let cutOff = known.first(where: { $0.name == name }),
            let held = BiomarkerFinding(marker: read.marker, result: read.result, cutOff: cutOff, clone: read.clone)
        else { throw node.error(.unknownValue(name, known: known.map(\.name))) }
        return .biomarker(held)
    }

    /// The panel's own where nothing else is said.
    private func method(_ fields: AccessFileFields) throws(AccessFileError) -> FindingMethod {
        guard let given = try fields.optional("method")?.fields(["kind", "name", "version"]) else {
            return FindingMethod(
                kind: context.isTrio ? .exome : .dnaPanel, name: context.isTrio ? "small-exome" : context.panel, version: "1",
                laboratory: context.laboratory)
        }
        return FindingMethod(
            kind: try given["kind"].one(of: FindingMethod.Kind.self), name: try given["name"].text(),
            version: try given["version"].text(), laboratory: context.laboratory)
    }
}
