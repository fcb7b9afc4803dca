package import GenomeModel
package import Questions
package import StructuredText

/// Which variants a request means. Beacon's 0-based half-open coordinates end here: what comes out is 1-based with both ends included.
package enum BeaconVariantQuery: Hashable, Sendable {
    case allele(Variant, Assembly)
    case event(StructuralEvent, Assembly)
    case selection(VariantSelection, Assembly)

    package var assembly: Assembly {
        switch self {
        case .allele(_, let assembly), .event(_, let assembly), .selection(_, let assembly): assembly
        }
    }

    /// Nil where no parameter names a variant. `stated` is the assembly of the dataset that is asked. Throws for what cannot be understood,
    /// and for what is not held here.
    package init?(
        _ parameters: [String: JSONValue], stated: Assembly? = nil, genes: GeneLoci
    ) throws(BeaconRequestError) {
        if parameters["mateName"] != nil { throw BeaconRequestError(.notHeld, "mateName") }
        let reading = BeaconVariantReading(parameters: parameters, stated: stated)
        let ways = [
            ["start", "end"].contains { parameters[$0] != nil },
            parameters["geneId"] != nil || parameters["aminoacidChange"] != nil,
            parameters["genomicAlleleShortForm"] != nil || parameters["vrsId"] != nil,
        ]
        guard ways.filter({ $0 }).count < 2 else { throw BeaconRequestError(.twoQueries) }
        if ways[2] {
            self = try reading.shortForm()
        } else if ways[1] {
            self = try reading.gene(genes)
        } else if ways[0] {
            self = try reading.positions()
        } else {
            let others = [
                "referenceName", "referenceBases", "alternateBases", "variantType", "variantMinLength", "variantMaxLength",
            ]
            guard others.allSatisfy({ parameters[$0] == nil }) else { throw BeaconRequestError(.positionsMissing) }
            if parameters["assemblyId"] != nil { _ = try reading.assembly(of: nil) }
            return nil
        }
    }

    /// The identifier of a variant in answers, `GRCh38-17-43093464-G-A`, or an allele in any notation that names its assembly.
    package init(identifier: String) throws(BeaconRequestError) {
        for assembly in Assembly.allCases where identifier.hasPrefix(assembly.rawValue + "-") {
            let text = identifier.dropFirst(assembly.rawValue.count + 1)
            if StructuralNotation.isMeant(by: text) {
                self = .event(try BeaconVariantReading.event(text, assembly), assembly)
                return
            }
            self = .allele(try BeaconVariantReading.variant(text, assembly, .identifier), assembly)
            return
        }
        guard let assembly = ContigName(identifier.prefix { $0 != ":" })?.assembly else {
            throw BeaconRequestError(.identifier)
        }
        self = .allele(try BeaconVariantReading.variant(identifier[...], assembly, .identifier), assembly)
    }

    package static func identifier(_ variant: Variant, _ assembly: Assembly) -> String {
        assembly.rawValue + "-" + variant.notation
    }

    package static func identifier(_ event: StructuralEvent, _ assembly: Assembly) -> String {
        assembly.rawValue + "-" + event.notation
    }
}
