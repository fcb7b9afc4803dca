package import ClinicalModel
package import GenomeModel
package import Questions

/// What a request to an endpoint asks of the regions.
package struct BeaconInquiry: Hashable, Sendable {
    /// One way of asking.
    package enum Ask: Hashable, Sendable {
        case count(Criterion, AskedQuestion.Counted)
        /// The figures of one allele.
        case frequency(Variant, Criterion)
        /// The figures of one structural event.
        case eventFrequency(StructuralEvent, Criterion)
        case entries(EntryKind, EntrySelection, Criterion)
        /// Whether anybody carries an allele, asked as a count of people.
        case carriers(Criterion)
    }

    /// The first is what was asked for; the next is tried where nobody may answer the one before and somebody may answer less.
    package let asks: [Ask]
    package let assembly: Assembly
    /// The regions that the request itself is limited to; nil for all of its scope.
    package let regions: Set<RegionCode>?
    /// What follows a region's name in the names of the result sets: `-GRCh38-germline`, or nothing.
    package let suffix: String
    /// The one variant that is asked about.
    package let variant: Variant?
    /// The one structural event that is asked about.
    package let event: StructuralEvent?

    /// `identifier` is the path's `{id}`. Throws for what cannot be asked.
    package init(
        _ endpoint: BeaconEndpoint, identifier: String?, _ request: BeaconRequest, genes: GeneLoci
    ) throws(BeaconRequestError) {
        let returned = endpoint.returned
        let datasets = try BeaconInquiry.datasets(endpoint, identifier, request)
        let parts = Set(datasets.map(\.part))
        guard parts.count < 2, parts.first ?? nil == nil || returned == .genomicVariant else {
            throw BeaconRequestError(.datasetPartial)
        }
        let part = parts.first ?? nil
        let query = try BeaconInquiry.variant(endpoint, identifier, request, stated: part?.assembly, genes)
        var criteria = [try BeaconFilter.criterion(request.filters)]
        for one in request.alsoCarries {
            guard case .allele(let variant, let assembly)? = try BeaconVariantQuery(one, stated: query?.assembly, genes: genes)
            else { throw BeaconRequestError(.alleleNeeded) }
            guard query.map({ $0.assembly == assembly }) ?? true else { throw BeaconRequestError(.assemblyDiffers) }
            criteria.append(.condition(.carries(variant.notation)))
        }
        if let origin = part?.origin { criteria.append(.condition(.origin([origin]))) }
        var selection = EntrySelection()
        selection.limit = request.limit
        selection.skip = request.skip * request.limit
        if case .allele(let variant, _)? = query { self.variant = variant } else { self.variant = nil }
        if case .event(let event, _)? = query { self.event = event } else { self.event = nil }
        let other = try BeaconInquiry.otherAssembly(request, genes)
        assembly = query?.assembly ?? part?.assembly ?? other ?? .grch38
        regions = datasets.isEmpty ? nil : Set(datasets.map(\.region))
        suffix = part.map { "-\($0.assembly.rawValue)-\($0.origin.rawValue)" } ?? ""
        if returned == .genomicVariant {
            guard let query else { throw BeaconRequestError(.variantMissing) }
            asks = BeaconInquiry.asksForVariants(query, Criterion.joining(criteria), selection, request)
        } else {
            asks = try BeaconInquiry.asksForEntries(endpoint, identifier, query, criteria, selection, request)
        }
        try BeaconInquiry.check(asks)
    }

    // MARK: Datasets and variants

    private static func datasets(
        _ endpoint: BeaconEndpoint, _ identifier: String?, _ request: BeaconRequest
    ) throws(BeaconRequestError) -> [BeaconDataset] {
        var datasets: [BeaconDataset] = []
        for name in request.datasets {
            guard let dataset = BeaconDataset(name) else { throw BeaconRequestError(.datasetUnknown) }
            datasets.append(dataset)
        }
        guard endpoint.entryType == .dataset || endpoint.entryType == .cohort, endpoint.shape != .list else { return datasets }
        guard let dataset = identifier.flatMap({ BeaconDataset($0) }), endpoint.entryType == .dataset || dataset.part == nil
        else { throw BeaconRequestError(.datasetUnknown) }
        guard datasets.allSatisfy({ $0 == dataset }) else { throw BeaconRequestError(.datasetUnknown) }
        return [dataset]
    }

    private static func variant(
        _ endpoint: BeaconEndpoint, _ identifier: String?, _ request: BeaconRequest, stated: Assembly?, _ genes: GeneLoci
    ) throws(BeaconRequestError) -> BeaconVariantQuery? {
        let query = try BeaconVariantQuery(request.variant, stated: stated, genes: genes)
        guard endpoint.entryType == .genomicVariant, endpoint.shape != .list else { return query }
        guard query == nil else { throw BeaconRequestError(.variantNotHere) }
        return try BeaconVariantQuery(identifier: identifier ?? "")
    }

    private static func otherAssembly(_ request: BeaconRequest, _ genes: GeneLoci) throws(BeaconRequestError) -> Assembly? {
        guard let first = request.alsoCarries.first else { return nil }
        return try BeaconVariantQuery(first, genes: genes)?.assembly
    }

    // MARK: Ways of asking

    private static func asksForVariants(
        _ query: BeaconVariantQuery, _ criterion: Criterion, _ selection: EntrySelection, _ request: BeaconRequest
    ) -> [Ask] {
        switch query {
        case .allele(let variant, _):
            return [.frequency(variant, criterion), .carriers(carriers(of: variant.notation, criterion))]
        case .event(let event, _):
            return [.eventFrequency(event, criterion), .carriers(carriers(of: event.notation, criterion))]
        case .selection(let variants, _):
            var selection = selection
            selection.variants = variants
            if request.granularity != .record { (selection.skip, selection.limit) = (0, 1) }
            return [.entries(.genomicVariations, selection, criterion)]
        }
    }

    /// The figures of a variant are of inherited genomes unless the question says otherwise; so are its carriers, then.
    private static func carriers(of notation: String, _ criterion: Criterion) -> Criterion {
        let namesOrigin = Question(.count, criterion).namesOrigin
        let origin: Criterion = namesOrigin ? .everyone : .condition(.origin([.germline]))
        return Criterion.joining([criterion, origin, .condition(.carries(notation))])
    }

    private static func asksForEntries(
        _ endpoint: BeaconEndpoint, _ identifier: String?, _ query: BeaconVariantQuery?, _ criteria: [Criterion],
        _ selection: EntrySelection, _ request: BeaconRequest
    ) throws(BeaconRequestError) -> [Ask] {
        guard let kind = endpoint.returned.kind else { throw BeaconRequestError(.variantNotHere) }
        var (criteria, selection) = (criteria, selection)
        switch query {
        case .allele(let variant, _): criteria.append(.condition(.carries(variant.notation)))
        case .event(let event, _): criteria.append(.condition(.carries(event.notation)))
        case .selection(let variants, _): selection.variants = variants
        case nil: break
        }
        let criterion = Criterion.joining(criteria)
        let count = Ask.count(criterion, endpoint.returned.counted)
        let isOfOne = try narrow(&selection, endpoint, identifier)
        // Whether one person is there is no number of people: it is told to whoever may see the record.
        if isOfOne {
            if request.granularity != .record { (selection.skip, selection.limit) = (0, 1) }
            return [.entries(kind, selection, criterion)]
        }
        guard request.granularity == .record else {
            guard selection.variants == nil else { throw BeaconRequestError(.alleleNeeded) }
            return [count]
        }
        return selection.variants == nil
            ? [.entries(kind, selection, criterion), count] : [.entries(kind, selection, criterion)]
    }

    private static func narrow(
        _ selection: inout EntrySelection, _ endpoint: BeaconEndpoint, _ identifier: String?
    ) throws(BeaconRequestError) -> Bool {
        guard endpoint.shape != .list else { return false }
        switch endpoint.entryType {
        case .dataset, .cohort, .genomicVariant: return false
        case .individual, .biosample, .run, .analysis: break
        }
        guard let identifier, (1...200).contains(identifier.utf8.count) else { throw BeaconRequestError(.identifier) }
        switch (endpoint.entryType, endpoint.shape) {
        case (.individual, .nested): selection.individual = identifier
        case (.biosample, .nested): selection.biosample = identifier
        // A run and its analysis are two views of one call set, of one name.
        default: selection.identifier = identifier
        }
        return true
    }

    /// The limits of the cohort language hold here too.
    private static func check(_ asks: [Ask]) throws(BeaconRequestError) {
        for ask in asks {
            let criterion = ask.criterion
            guard criterion.conditions.count <= Question.conditionLimit, criterion.depth <= Question.depthLimit,
                criterion.text.unicodeScalars.count <= Question.lengthLimit
            else { throw BeaconRequestError(.filtersTooMany) }
        }
    }
}

extension BeaconInquiry.Ask {
    package var criterion: Criterion {
        switch self {
        case .count(let criterion, _), .frequency(_, let criterion), .eventFrequency(_, let criterion),
            .entries(_, _, let criterion), .carriers(let criterion):
            criterion
        }
    }
}
