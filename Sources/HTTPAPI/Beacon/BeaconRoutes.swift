internal import ClinicalModel
internal import Foundation
package import GenomeModel
internal import HTTPTypes
package import Hummingbird
package import Identification
internal import Interchange
internal import NIOCore
package import Operations
internal import Questions
internal import StructuredText

/// Beacon v2 over what a node can ask: everything below `/beacon`. The routes are made from the list that the map is made from.
package struct BeaconRoutes: Sendable {
    let node: RunningNode
    let tokens: TokenVerifier
    let genes: GeneLoci
    let identity: BeaconIdentity
    /// Where clients reach the Beacon; nil takes it from each request.
    let address: String?
    let terms: BeaconFilteringTerms

    /// Larger than any question that somebody writes; the node may take less.
    private static let longestBody = 1_048_576
    private let bodyLimit: Int

    /// `version` is the program's. `address` without a slash at the end.
    package init(
        node: RunningNode, tokens: TokenVerifier, genes: GeneLoci, version: String = "0", address: String? = nil,
        limits: RequestLimits = RequestLimits()
    ) {
        self.node = node
        self.tokens = tokens
        self.genes = genes
        self.address = address
        bodyLimit = min(BeaconRoutes.longestBody, limits.bodyBytes)
        identity = BeaconIdentity(node: node.name, version: version, isDevelopment: node.isDevelopment)
        terms = BeaconFilteringTerms(node.regulations.hierarchies)
    }

    package func add(to router: some RouterMethods<APIContext>) {
        let open = router.group("beacon").add(middleware: BeaconErrors(identity: identity))
        let held = open.group().add(middleware: AuthenticateRequests(tokens: tokens))
        for method in [HTTPRequest.Method.get, .post] {
            for information in BeaconInformation.allCases {
                open.on("\(information.rawValue)", method: method) { request, context in
                    try await inform(information, request, context)
                }
            }
            for endpoint in BeaconEndpoint.all {
                let group = endpoint.isAboutTerms ? open : held
                group.on("\(endpoint.path)", method: method) { request, context in
                    try await answer(endpoint, request, context)
                }
            }
            open.on("**", method: method) { _, _ -> Response in
                throw BeaconFailure(.notFound, "There is no such endpoint. See /beacon/map for those that exist.")
            }
        }
    }

    // MARK: Requests

    private func read(_ request: Request) async throws -> BeaconRequest {
        if request.method == .get {
            return try BeaconRequest(query: request.uri.queryParameters.map { (String($0.key), String($0.value)) })
        }
        do {
            let body = try await request.body.collect(upTo: bodyLimit)
            return try BeaconRequest(body: Array(body.readableBytesView))
        } catch is NIOTooManyBytesError {
            throw BeaconFailure(.contentTooLarge, "The body is too large. Send at most \(bodyLimit) bytes.")
        }
    }

    // MARK: Information

    private func inform(
        _ information: BeaconInformation, _ request: Request, _ context: APIContext
    ) async throws -> Response {
        let origin = context.origin ?? RequestOrigin(isSecure: false, authority: request.head.authority ?? "localhost")
        let address = address ?? origin.text + "/beacon"
        let writer = BeaconInformationWriter(identity: identity, address: address)
        return switch information {
        case .root, .info: .beacon(writer.info)
        case .serviceInfo: .beacon(writer.serviceInfo)
        case .configuration: .beacon(writer.configuration)
        case .map: .beacon(writer.map)
        case .entryTypes: .beacon(writer.entryTypes)
        case .filteringTerms: .beacon(try await filteringTerms(request))
        }
    }

    private func filteringTerms(_ request: Request) async throws -> JSONValue {
        let read = try await read(request)
        return terms.response(identity, skip: read.skip, limit: read.limit)
    }

    // MARK: Entries

    private func answer(_ endpoint: BeaconEndpoint, _ request: Request, _ context: APIContext) async throws -> Response {
        let identifier = context.parameters.get("id").map { $0.removingPercentEncoding ?? $0 }
        if endpoint.isAboutTerms {
            if endpoint.shape == .termsOfSingle { _ = try known(identifier, endpoint) }
            return .beacon(try await filteringTerms(request))
        }
        let read = try await read(request)
        if endpoint.returned.kind == nil { return .beacon(try collections(endpoint, identifier, read)) }
        let inquiry = try BeaconInquiry(endpoint, identifier: identifier, read, genes: genes)
        let writer = BeaconWriter(identity: identity, language: request.language)
        let found: BeaconAsking.Found
        if read.isTest {
            guard let test = BeaconTestData(endpoint, inquiry, among: node.regions), let ask = inquiry.asks.first else {
                throw BeaconRequestError(.datasetUnknown)
            }
            found = BeaconAsking.Found(ask: ask, regions: test.regions, answer: test.answer)
        } else {
            let asking = BeaconAsking(node: node, process: "beacon " + endpoint.returned.path)
            found = try await asking.run(inquiry, try AskingTerms(request, context))
        }
        let outcome = BeaconOutcome(
            found.regions, requested: read.granularity, asked: found.ask, variant: inquiry.variant, event: inquiry.event,
            include: read.include)
        switch outcome {
        case .told(let told):
            let unknown = found.ask.criterion.unknownCodes(in: node.regulations.hierarchies)
            return .beacon(
                writer.response(
                    told, read, endpoint.returned, inquiry, regions: found.regions, answer: found.answer,
                    warnings: unknown.map { "\($0) is not in the edition in use and matches only itself." }))
        case .untold(let status, let why):
            throw untold(HTTPResponse.Status(code: status), why, found, read, writer)
        }
    }

    /// The regions' own reasons follow the sentence, each once.
    private func untold(
        _ status: HTTPResponse.Status, _ why: BeaconOutcome.Untold, _ found: BeaconAsking.Found, _ request: BeaconRequest,
        _ writer: BeaconWriter
    ) -> BeaconFailure {
        var reasons: [String] = []
        for region in found.regions where region.answer.state == .refused {
            if let reason = region.answer.reason?.text(writer.language), !reasons.contains(reason) { reasons.append(reason) }
        }
        return BeaconFailure(
            status, ([why.sentence.text(writer.language)] + reasons).joined(separator: " "), request: request,
            info: writer.info(found.regions, found.answer, numbers: false))
    }

    // MARK: Collections

    private func known(_ identifier: String?, _ endpoint: BeaconEndpoint) throws -> BeaconDataset {
        guard let dataset = identifier.flatMap({ BeaconDataset($0) }), node.regions.contains(dataset.region),
            endpoint.entryType == .dataset || dataset.part == nil
        else { throw BeaconRequestError(.datasetUnknown) }
        return dataset
    }

    private func collections(
        _ endpoint: BeaconEndpoint, _ identifier: String?, _ request: BeaconRequest
    ) throws -> JSONValue {
        guard request.variant.isEmpty, request.alsoCarries.isEmpty else { throw BeaconRequestError(.variantNotHere) }
        guard request.filters.isEmpty else { throw BeaconRequestError(.notHeld, "filters") }
        var datasets =
            endpoint.entryType == .dataset ? BeaconDataset.all(of: node.regions) : node.regions.map { BeaconDataset($0) }
        if endpoint.shape == .single {
            let one = try known(identifier, endpoint)
            datasets = [one]
        }
        if !request.datasets.isEmpty { datasets = datasets.filter { request.datasets.contains($0.identifier) } }
        let page = datasets.dropFirst(request.skip * request.limit).prefix(request.limit)
        let writer = BeaconWriter(identity: identity)
        return writer.response(
            collections: page.map { dataset in
                let isLocal = node.partitions[dataset.region] != nil
                return endpoint.entryType == .dataset
                    ? BeaconCollections.json(dataset, isLocal: isLocal)
                    : BeaconCollections.cohort(dataset.region, isLocal: isLocal)
            }, total: datasets.count, request, endpoint.entryType)
    }
}
