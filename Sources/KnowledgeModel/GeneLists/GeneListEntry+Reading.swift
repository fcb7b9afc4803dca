internal import StructuredText

extension GeneListEntry {
    /// Reads a gene list with a header and tabs: PanelApp's export, or any table with `symbol` (or `Gene Symbol`, `gene`) and, where given, `hgnc`,
    /// `confidence` (green, amber, red), `inheritance`, `phenotypes` and `sources`, the last two with semicolons between.
    package static func read(_ bytes: [UInt8], list: String) throws(KnowledgeFault) -> KnowledgeImport<GeneListEntry> {
        var diagnostics = KnowledgeDiagnostics()
        var found: [(item: GeneListEntry, place: SourcePlace)] = []
        let rows = try NamedRows.read(bytes, requiring: [["Gene Symbol", "symbol", "gene"]], &diagnostics) {
            (row) throws(KnowledgeFault) in
            found.append((try GeneListEntry(row, list: list), row.place(of: "Gene Symbol", "symbol", "gene")))
        }
        return KnowledgeImport(found, rows: rows, diagnostics)
    }

    private init(_ row: NamedRow, list: String) throws(KnowledgeFault) {
        let entity = try row.entity()
        let symbol = try entity == .gene ? row.required("Gene Symbol", "symbol", "gene") : row.required("Entity Name", "symbol")
        let hgnc = (row.text("HGNC", "hgnc") ?? "").uppercased()
        guard hgnc.isEmpty || (hgnc.hasPrefix("HGNC:") && Int(hgnc.dropFirst(5)) != nil) else {
            throw KnowledgeFault(.unknownValue, at: row.place(of: "HGNC", "hgnc"), field: "hgnc", value: hgnc)
        }
        self.init(
            list: list, entity: entity, symbol: symbol, hgnc: hgnc, confidence: try row.confidence(),
            inheritance: row.text("Model_Of_Inheritance", "inheritance") ?? "",
            phenotypes: row.list("Phenotypes", "phenotypes", separator: ";") ?? [],
            sources: row.list("Sources(; separated)", "sources", separator: ";") ?? [])
    }
}

extension NamedRow {
    fileprivate func entity() throws(KnowledgeFault) -> GeneListEntry.Entity {
        guard let text = text("Entity type", "entity"), !text.isEmpty else { return .gene }
        guard let entity = GeneListEntry.Entity(rawValue: text.lowercased()) else {
            throw KnowledgeFault(.unknownValue, at: place(of: "Entity type", "entity"), field: "Entity type", value: text)
        }
        return entity
    }

    fileprivate func confidence() throws(KnowledgeFault) -> GeneConfidence? {
        if let text = text("GEL_Status"), !text.isEmpty {
            guard let status = Int(text) else {
                throw KnowledgeFault(.badNumber, at: place(of: "GEL_Status"), field: "GEL_Status", value: text)
            }
            return GeneConfidence(status: status)
        }
        guard let text = text("confidence"), !text.isEmpty else { return nil }
        guard let confidence = GeneConfidence(rawValue: text.lowercased()) else {
            throw KnowledgeFault(.unknownValue, at: place(of: "confidence"), field: "confidence", value: text)
        }
        return confidence
    }
}
