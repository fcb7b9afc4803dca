/// One endpoint of the entry types. The map and the routes are both made from `all`, so that they cannot differ.
package struct BeaconEndpoint: Hashable, Sendable {
    package enum Shape: Hashable, Sendable {
        case list
        /// `{id}`.
        case single
        /// Entries of another type that belong to `{id}`.
        case nested(BeaconEntryType)
        /// The filtering terms of the type.
        case terms
        /// The filtering terms of `{id}`.
        case termsOfSingle
    }

    package let entryType: BeaconEntryType
    package let shape: Shape

    package init(_ entryType: BeaconEntryType, _ shape: Shape) {
        self.entryType = entryType
        self.shape = shape
    }

    /// Below `/beacon/`: `individuals/{id}/biosamples`.
    package var path: String {
        let root = entryType.path
        return switch shape {
        case .list: root
        case .single: root + "/{id}"
        case .nested(let other): root + "/{id}/" + other.path
        case .terms: root + "/filtering_terms"
        case .termsOfSingle: root + "/{id}/filtering_terms"
        }
    }

    /// What its answers are made of.
    package var returned: BeaconEntryType {
        if case .nested(let other) = shape { return other }
        return entryType
    }

    package var isAboutTerms: Bool { shape == .terms || shape == .termsOfSingle }

    /// What belongs to an entry and can be asked for. One person's variants cannot: see `EntryKind.genomicVariations`. A dataset has an
    /// assembly, which people, specimens and runs have not.
    static func related(to type: BeaconEntryType) -> [BeaconEntryType] {
        switch type {
        case .individual: [.biosample, .run, .analysis]
        case .biosample: [.run, .analysis]
        case .run: [.analysis]
        case .analysis: []
        case .genomicVariant: [.individual, .biosample, .run, .analysis]
        case .dataset: [.genomicVariant]
        case .cohort: [.individual, .biosample, .run, .analysis]
        }
    }

    package static let all: [BeaconEndpoint] = BeaconEntryType.allCases.flatMap { type in
        var endpoints = [BeaconEndpoint(type, .list), BeaconEndpoint(type, .single)]
        endpoints += related(to: type).map { BeaconEndpoint(type, .nested($0)) }
        switch type {
        case .individual: endpoints.append(BeaconEndpoint(type, .terms))
        case .dataset, .cohort: endpoints.append(BeaconEndpoint(type, .termsOfSingle))
        case .biosample, .run, .analysis, .genomicVariant: break
        }
        return endpoints
    }
}

/// The endpoints that tell of the Beacon itself. They need no token.
package enum BeaconInformation: String, Sendable, CaseIterable {
    case root = ""
    case info
    case serviceInfo = "service-info"
    case configuration, map
    case entryTypes = "entry_types"
    case filteringTerms = "filtering_terms"
}
