internal import KnowledgeModel
internal import ReportModel
internal import StructuredText

/// What a report cites of knowledge: external references with address and words, which the variants name.
extension ReportPhenopacket {
    /// Extensions of a variant, each with the identifier of an external reference; nil where nothing is cited for it.
    func evidence(for finding: Finding) -> JSONValue? {
        let cited = document.content.citations.filter { $0.finding == finding.identifier }
        guard !cited.isEmpty else { return nil }
        return JSONValue(cited.map { ["name": "cited-evidence", "value": JSONValue(.string($0.identifier))] as JSONValue })
    }

    /// The same metadata with the references, and the releases that they are of among the resources.
    func citing(_ metaData: JSONValue) -> JSONValue {
        let citations = document.content.citations
        guard !citations.isEmpty, let members = metaData.members else { return metaData }
        let references = citations.map { citation in
            let words = [citation.said, citation.release.map { "(" + $0 + ")" } ?? ""].filter { !$0.isEmpty }
            return JSONValue(members: [
                ("id", JSONValue(.string(citation.identifier))),
                ("reference", citation.address.map { JSONValue(.string($0)) }),
                ("description", words.isEmpty ? nil : .some(JSONValue(.string(words.joined(separator: " "))))),
            ])
        }
        let resources = (metaData["resources"]?.array ?? []) + KnowledgeSource.allCases.compactMap(resource)
        let last: [(String, JSONValue?)] = [
            ("resources", JSONValue(resources)), ("externalReferences", JSONValue(references)),
        ]
        return JSONValue(members: members.filter { $0.name != "resources" }.map { ($0.name, .some($0.value)) } + last)
    }

    private func resource(_ source: KnowledgeSource) -> JSONValue? {
        let releases = Set(document.content.citations.filter { $0.source == source.rawValue }.compactMap(\.release)).sorted()
        guard let address = source.address, !releases.isEmpty else { return nil }
        return [
            "id": JSONValue(.string(source.rawValue)), "name": JSONValue(.string(source.name.en)),
            "url": JSONValue(.string(address)), "version": JSONValue(.string(releases.joined(separator: ", "))),
            "namespacePrefix": JSONValue(.string(source.rawValue)), "iriPrefix": JSONValue(.string(address + "/")),
        ]
    }
}

extension KnowledgeSource {
    /// Of the publisher; nil for what has many, or is the laboratory's own.
    fileprivate var address: String? {
        switch self {
        case .civic: "https://civicdb.org"
        case .clinvar: "https://www.ncbi.nlm.nih.gov/clinvar"
        case .geneList, .guideline: nil
        }
    }
}
