internal import GenomeModel

/// A query in the numbers of one file's dictionary.
struct ConsequenceSearch {
    /// For each thing that is looked for the lists of which one must have the variant.
    let keys: [[UInt64]]
    /// Whether being in the lists does not yet say that one consequence has it all.
    let needsLook: Bool

    private let symbol: UInt32?
    private let geneID: UInt32?
    private let names: Set<String>
    private let impacts: Set<ConsequenceImpact>
    private let coding: HGVSText?
    private let protein: HGVSText?

    /// Nil where the file lacks a text that is looked for, and so has nothing.
    init?(_ query: ConsequenceQuery, _ dictionary: DictionaryView) {
        var keys: [[UInt64]] = []
        func number(_ text: String?, _ kind: PostingKind) -> UInt32?? {
            guard let text else { return .some(nil) }
            guard let number = dictionary.number(text), number > 0 else { return nil }
            keys.append([kind.key(number)])
            return number
        }
        guard let symbol = number(query.geneSymbol, .geneSymbol), let geneID = number(query.geneID, .geneID) else { return nil }
        self.symbol = symbol
        self.geneID = geneID
        if !query.terms.isEmpty {
            let terms = query.terms.compactMap(dictionary.number)
            guard !terms.isEmpty else { return nil }
            keys.append(terms.sorted().map { PostingKind.term.key($0) })
        }
        impacts = query.impacts
        if !impacts.isEmpty { keys.append(impacts.sorted().map { PostingKind.impact.key(UInt32($0.rawValue)) }) }
        func text(_ text: String?, _ kind: PostingKind) -> HGVSText? {
            guard let text = text.map(HGVSText.init) else { return nil }
            keys.append([kind.key(Array(text.change.utf8).withUnsafeBytes(PostingKind.bucket))])
            return text
        }
        coding = text(query.hgvsCoding, .coding)
        protein = text(query.hgvsProtein, .protein)
        needsLook = keys.count > 1 || coding != nil || protein != nil
        self.keys = keys
        names = query.terms
    }

    /// Whether one consequence of a row, whose payload `cursor` stands at, has all that is looked for.
    func matches(_ cursor: TrustedCursor, _ dictionary: DictionaryView) -> Bool {
        var cursor = cursor
        for _ in 0..<cursor.varint() where matches(cursor.consequence(), dictionary) { return true }
        return false
    }

    private func matches(_ stored: StoredConsequence, _ dictionary: DictionaryView) -> Bool {
        if let symbol, dictionary.symbol(stored.feature) != symbol { return false }
        if let geneID, dictionary.geneID(stored.feature) != geneID { return false }
        if !names.isEmpty, !hasTerm(stored.terms, dictionary) { return false }
        if !impacts.isEmpty, !impacts.contains(stored.impact) { return false }
        if let coding {
            let accession = stored.codingAccession ?? dictionary.usualCoding(stored.feature)
            guard has(coding, stored.coding, accession, dictionary) else { return false }
        }
        if let protein {
            let accession = stored.proteinAccession ?? dictionary.usualProtein(stored.feature)
            guard has(protein, stored.protein, accession, dictionary) else { return false }
        }
        return true
    }

    private func hasTerm(_ list: UInt32, _ dictionary: DictionaryView) -> Bool {
        ConsequenceTerm.list(dictionary.string(list)).contains { names.contains($0.rawValue) }
    }

    private func has(
        _ wanted: HGVSText, _ change: UnsafeRawBufferPointer, _ accession: UInt32, _ dictionary: DictionaryView
    ) -> Bool {
        !change.isEmpty && HGVSText(String(decoding: change, as: UTF8.self)).change == wanted.change
            && wanted.hasAccession(dictionary.string(accession))
    }
}
