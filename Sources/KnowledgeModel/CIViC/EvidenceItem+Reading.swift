internal import ClinicalModel
internal import GenomeModel
internal import StructuredText

extension EvidenceItem {
    /// Reads evidence items by the names of columns or members: CIViC's `ClinicalEvidenceSummaries` (TSV; with `gene` and `variant` until 2021,
    /// with `molecular_profile` since), and JSON with one item a line.
    ///
    /// Throws what makes the file as a whole unusable; what is wrong with one row leaves it out with a diagnostic, and a profile
    /// that is not understood is kept as text with one. Cost: one pass.
    package static func read(_ bytes: [UInt8]) throws(KnowledgeFault) -> KnowledgeImport<EvidenceItem> {
        var diagnostics = KnowledgeDiagnostics()
        var found: [(item: EvidenceItem, place: SourcePlace)] = []
        var unreadable: [KnowledgeFault] = []
        let rows = try NamedRows.read(
            bytes,
            requiring: [
                ["evidence_id", "id"], ["molecular_profile", "variant"], ["disease"], ["evidence_type"], ["evidence_direction"],
                ["significance", "clinical_significance"], ["evidence_level"], ["evidence_status"],
            ], &diagnostics
        ) { (row) throws(KnowledgeFault) in
            let item = try EvidenceItem(row)
            found.append((item, row.place(of: "evidence_id", "id")))
            if !item.profile.isReadable {
                unreadable.append(
                    KnowledgeFault(
                        .unreadableProfile, at: row.place(of: "molecular_profile", "variant"), field: "molecular_profile",
                        value: item.profileName))
            }
        }
        for fault in unreadable { diagnostics.add(fault) }
        return KnowledgeImport(found, rows: rows, diagnostics)
    }

    private init(_ row: NamedRow) throws(KnowledgeFault) {
        let identifier = try row.required("evidence_id", "id")
        guard let number = Int(identifier), number > 0 else {
            throw KnowledgeFault(.badNumber, at: row.place(of: "evidence_id", "id"), field: "evidence_id", value: identifier)
        }
        self.number = number
        (profileName, profile) = try row.profile()
        // Some items have no disease: they are about what a change does.
        disease = row.text("disease") ?? ""
        diseaseCode = try row.diseaseCode()
        therapies = row.list("therapies", "drugs") ?? []
        therapyInteraction = row.text("therapy_interaction_type", "drug_interaction_type") ?? ""
        type = try row.word("evidence_type")
        direction = try row.word("evidence_direction")
        significance = try row.required("significance", "clinical_significance")
        level = try row.word("evidence_level")
        rating = try row.rating()
        status = try row.word("evidence_status")
        let source = row.text("citation_source_type", "source_type") ?? ""
        citation = source + ":" + (row.text("citation_id") ?? row.text("asco_abstract_id") ?? "")
        origin =
            row.text("variant_origin") == nil
            ? nil : row.text("variant_origin").flatMap { $0.isEmpty ? .unknown : EvidenceOrigin(rawValue: $0) }
        summary = row.text("evidence_statement")
        phenotypes = row.list("phenotypes")
        coordinates = row.coordinates()
        address = row.text("evidence_civic_url", "civic_url") ?? ""
    }
}

extension NamedRow {
    /// The profile by its own name, else by gene and variant.
    func profile() throws(KnowledgeFault) -> (String, MolecularProfile) {
        if let name = text("molecular_profile") {
            guard !name.isEmpty else {
                throw KnowledgeFault(.missingValue, at: place(of: "molecular_profile"), field: "molecular_profile")
            }
            return (name, MolecularProfile(parsing: name))
        }
        let (gene, variant) = (try required("gene"), try required("variant"))
        return (gene + " " + variant, MolecularProfile(gene: gene, variant: variant))
    }

    /// The Disease Ontology term, with or without its prefix; nil where the cell is empty.
    func diseaseCode() throws(KnowledgeFault) -> Code? {
        guard let text = text("doid"), !text.isEmpty else { return nil }
        let number = text.uppercased().hasPrefix("DOID:") ? String(text.dropFirst(5)) : text
        guard let code = Code(.doid, number) else {
            throw KnowledgeFault(.unknownValue, at: place(of: "doid"), field: "doid", value: text)
        }
        return code
    }

    /// One of the words that the source's own table has.
    func word<Word: RawRepresentable & CaseIterable>(_ name: String) throws(KnowledgeFault) -> Word
    where Word.RawValue == String {
        let text = try required(name)
        guard let word = Word.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
            throw KnowledgeFault(.unknownValue, at: place(of: name), field: name, value: text)
        }
        return word
    }

    /// One to five, or nothing.
    fileprivate func rating() throws(KnowledgeFault) -> Int? {
        guard let text = text("rating"), !text.isEmpty else { return nil }
        guard let rating = Int(text), (0...5).contains(rating) else {
            throw KnowledgeFault(.badNumber, at: place(of: "rating"), field: "rating", value: text)
        }
        return rating
    }

    /// Nil where the row gives none, or none on a chromosome.
    fileprivate func coordinates() -> EvidenceCoordinates? {
        guard let assembly = text("reference_build").flatMap(Assembly.init(rawValue:)),
            let contig = text("chromosome").flatMap({ Contig(name: $0) }),
            let first = text("start").flatMap({ Int($0) }).flatMap({ Position($0) }),
            let last = text("stop").flatMap({ Int($0) }).flatMap({ Position($0) }),
            let interval = Interval(contig: contig, first: first, last: last)
        else { return nil }
        let variant = Variant(
            contig: contig, position: first, reference: text("reference_bases") ?? "", alternate: text("variant_bases") ?? "")
        return EvidenceCoordinates(
            assembly: assembly, interval: interval, variant: variant)
    }
}
