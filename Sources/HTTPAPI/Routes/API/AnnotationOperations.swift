internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Operations
internal import Questions
internal import StructuredText

/// Call files that come without counts and go with them.
enum AnnotationOperations {
    static let all = [annotate]

    private static let types = [
        "application/octet-stream", "application/gzip", "application/x-gzip", "application/vnd.ga4gh.vcf", "text/plain",
        "text/vcf",
    ]

    private static let annotate = APIOperation(
        "annotate-file", .post, "/api/v1/annotations", .search,
        sv: "Skriv in hur ofta varje variant i en VCF-fil ses i landet.",
        en: "Write into a VCF file how often each of its variants is seen in the country.",
        outcomes: [
            .init(
                .ok,
                """
                The file, compressed (BGZF), with the counts in INFO: docs/api.md. Samsyn-Regions holds each region's state as JSON: \
                {"24": "answered"}.
                """, .binary, type: "application/gzip")
        ]
    ) { call in
        let terms = try call.terms()
        var regions = try call.node.asking(terms.scope, by: terms.actor)
        // A batch of variants is more work than one question.
        regions.patience = max(regions.patience, .seconds(30))
        var asked = try call.asked(Question(.count), process: "annotate")
        // Each batch is a question of its own.
        asked.identifier = ""
        let upload = try call.node.annotations.begin(atMost: call.node.uploadLimit)
        for try await buffer in call.request.body { try upload.append(Array(buffer.readableBytesView)) }
        let file = try await upload.annotate(asked, by: regions)
        var fields: HTTPFields = [.contentType: "application/gzip", .cacheControl: "no-store"]
        let states = JSONValue(
            members: file.regions.map { ($0.region.description, JSONValue(.string($0.state.rawValue))) })
        if let name = HTTPField.Name("Samsyn-Regions") { fields[name] = states.canonicalText }
        let body = ResponseBody(contentLength: file.bytes) { writer in
            while case let bytes = try file.next(), !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: fields, body: body)
    }
    .with(\.parameters, [.query("assembly", .assembly, "What the file is written against.")])
    .with(\.body, .stream(types))
    .with(\.seconds, 3600)
    .with(\.problems, [.unprocessableContent])
}
