internal import StructuredText

extension BeaconRequest {
    /// Reads the body of a POST request. An empty one asks for the defaults. Parameters may stand flat or nested, granularity and pagination
    /// inside or outside `query`, the variant in `g_variant` or beside it; null is as good as left out.
    package init(body: [UInt8]) throws(BeaconRequestError) {
        var reader = BeaconRequestReader()
        if !body.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
            let value: JSONValue
            do throws(JSONSyntaxError) { value = try JSONReader.read(body) } catch {
                throw BeaconRequestError(.notJSON, cause: error.description)
            }
            guard let members = value.members else { throw BeaconRequestError(.notAnObject) }
            try reader.read(members)
        }
        self = try reader.request()
    }

    /// Reads the query of a GET request. A name given several times is a list where the parameter is one.
    package init(query: [(name: String, value: String)]) throws(BeaconRequestError) {
        var reader = BeaconRequestReader()
        for (name, value) in query { try reader.readItem(name, value) }
        self = try reader.request()
    }
}

/// Gathers the parameters of a request from wherever they stand.
private struct BeaconRequestReader {
    private var fields: [String: JSONValue] = [:]
    private var variant: [String: JSONValue] = [:]
    private var others: [[String: JSONValue]] = []
    private var filters: [BeaconFilter] = []

    private static let containers: Set<String> = ["query", "requestParameters", "pagination", "datasets", "meta"]
    private static let variantContainers: Set<String> = [
        "g_variant", "g_variants", "genomicVariant", "genomicVariants", "genomicVariation", "genomicVariations",
    ]
    private static let lists: Set<String> = ["start", "end", "filters", "datasetIds", "alsoCarries", "requestedSchema"]
    private static let common: Set<String> = [
        "apiVersion", "requestedSchemas", "requestedSchema", "requestedGranularity", "includeResultsetResponses", "skip", "limit",
        "testMode", "datasetIds",
    ]
    /// What clients send along and what changes no answer.
    private static let ignored: Set<String> = ["$schema", "info", "description", "currentPage", "nextPage", "previousPage"]
    /// Other spellings: those of the default model's own GET endpoints among them.
    private static let spellings: [String: String] = [
        "geneid": "geneId", "allele": "genomicAlleleShortForm", "granularity": "requestedGranularity",
        "includeResultSetResponses": "includeResultsetResponses", "includeResponses": "includeResultsetResponses",
        "assembly": "assemblyId", "dataset": "datasetIds", "datasetId": "datasetIds",
    ]
    static let variantNames: Set<String> = [
        "referenceName", "start", "end", "referenceBases", "alternateBases", "assemblyId", "geneId", "genomicAlleleShortForm",
        "aminoacidChange", "variantType", "variantMinLength", "variantMaxLength", "mateName", "vrsId",
    ]

    mutating func read(_ members: [JSONValue.Member], isMeta: Bool = false) throws(BeaconRequestError) {
        for member in members where !member.value.isNull {
            let name = BeaconRequestReader.spellings[member.name] ?? member.name
            if BeaconRequestReader.containers.contains(name) {
                try readContainer(name, member.value)
            } else if BeaconRequestReader.variantContainers.contains(name) {
                try readVariants(name, member.value)
            } else if name == "alsoCarries" {
                for one in member.value.array ?? [member.value] { others.append(try other(one)) }
            } else if name == "filters" {
                filters += try BeaconFilter.list(member.value)
            } else if BeaconRequestReader.variantNames.contains(name) {
                try BeaconRequestReader.set(name, member.value, in: &variant)
            } else if BeaconRequestReader.common.contains(name) {
                try BeaconRequestReader.set(name, member.value, in: &fields)
            } else if !isMeta, !BeaconRequestReader.ignored.contains(name) {
                throw BeaconRequestReader.unknown(member.name)
            }
        }
    }

    private mutating func readContainer(_ name: String, _ value: JSONValue) throws(BeaconRequestError) {
        // `datasets` may be the list itself.
        if name == "datasets", value.members == nil { return try BeaconRequestReader.set("datasetIds", value, in: &fields) }
        guard let members = value.members else { throw BeaconRequestError(.wrongType, name) }
        try read(members, isMeta: name == "meta")
    }

    private mutating func readVariants(_ name: String, _ value: JSONValue) throws(BeaconRequestError) {
        for (place, one) in (value.array ?? [value]).enumerated() {
            guard let members = one.members else { throw BeaconRequestError(.wrongType, name) }
            let parameters = try BeaconRequestReader.parameters(members)
            guard place == 0 else {
                others.append(parameters)
                continue
            }
            for (name, value) in parameters { try BeaconRequestReader.set(name, value, in: &variant) }
        }
    }

    private func other(_ value: JSONValue) throws(BeaconRequestError) -> [String: JSONValue] {
        if value.string != nil { return ["genomicAlleleShortForm": value] }
        guard let members = value.members else { throw BeaconRequestError(.wrongType, "alsoCarries") }
        return try BeaconRequestReader.parameters(members)
    }

    private static func parameters(_ members: [JSONValue.Member]) throws(BeaconRequestError) -> [String: JSONValue] {
        var parameters: [String: JSONValue] = [:]
        for member in members where !member.value.isNull && !ignored.contains(member.name) {
            let name = spellings[member.name] ?? member.name
            guard variantNames.contains(name) else { throw unknown(member.name) }
            try set(name, member.value, in: &parameters)
        }
        return parameters
    }

    mutating func readItem(_ name: String, _ text: String) throws(BeaconRequestError) {
        let name = BeaconRequestReader.spellings[name] ?? name
        let value = JSONValue(.string(text))
        if name == "filters" {
            filters += try BeaconFilter.list(value)
        } else if name == "alsoCarries" {
            for one in text.split(separator: ",") {
                others.append(["genomicAlleleShortForm": JSONValue(.string(BeaconValue.trimmed(one)))])
            }
        } else if BeaconRequestReader.variantNames.contains(name) {
            try add(name, value, &variant)
        } else if BeaconRequestReader.common.contains(name) {
            try add(name, value, &fields)
        } else {
            throw BeaconRequestReader.unknown(name)
        }
    }

    private func add(
        _ name: String, _ value: JSONValue, _ place: inout [String: JSONValue]
    ) throws(BeaconRequestError) {
        guard BeaconRequestReader.lists.contains(name), let earlier = place[name] else {
            return try BeaconRequestReader.set(name, value, in: &place)
        }
        place[name] = JSONValue((earlier.array ?? [earlier]) + [value])
    }

    private static func set(
        _ name: String, _ value: JSONValue, in place: inout [String: JSONValue]
    ) throws(BeaconRequestError) {
        if let earlier = place[name], earlier.canonicalText != value.canonicalText {
            throw BeaconRequestError(.givenTwice, name)
        }
        place[name] = value
    }

    private static func unknown(_ name: String) -> BeaconRequestError {
        BeaconRequestError(
            .unknownName, name,
            among: (common.union(variantNames).union(["alsoCarries", "filters", "pagination", "query", "requestParameters"]))
                .sorted())
    }

    func request() throws(BeaconRequestError) -> BeaconRequest {
        var request = BeaconRequest()
        func value(_ name: String) -> BeaconValue? { fields[name].map { BeaconValue(name: name, value: $0) } }
        request.apiVersion = try value("apiVersion")?.text()
        request.requestedGranularity = try value("requestedGranularity")?.word(BeaconGranularity.self)
        request.include = try value("includeResultsetResponses")?.word(BeaconInclude.self) ?? .hit
        request.skip = try value("skip")?.whole(through: BeaconRequest.skipLimit) ?? 0
        let limit = try value("limit")?.whole(through: .max) ?? BeaconRequest.defaultLimit
        request.limit = limit == 0 ? BeaconRequest.largestLimit : min(limit, BeaconRequest.largestLimit)
        request.isTest = try value("testMode")?.flag() ?? false
        request.datasets = try value("datasetIds")?.texts() ?? []
        request.requestedSchemas = try schemas()
        request.filters = filters
        request.variant = variant
        request.alsoCarries = others
        return request
    }

    private func schemas() throws(BeaconRequestError) -> [(entityType: String?, schema: String)] {
        var schemas: [(entityType: String?, schema: String)] = []
        if let field = fields["requestedSchema"] {
            for text in try BeaconValue(name: "requestedSchema", value: field).texts() { schemas.append((nil, text)) }
        }
        guard let field = fields["requestedSchemas"] else { return schemas }
        for one in field.array ?? [field] {
            if let text = one.string {
                schemas.append((nil, text))
            } else if one.members != nil {
                schemas.append((one["entityType"]?.string, one["schema"]?.string ?? ""))
            } else {
                throw BeaconRequestError(.wrongType, "requestedSchemas")
            }
        }
        return schemas
    }
}
