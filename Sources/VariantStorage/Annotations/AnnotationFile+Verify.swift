internal import GenomeModel

extension AnnotationFile {
    /// Reads every byte and proves what opening leaves open: each block, the order across blocks, that every key is that of its
    /// alleles, the totals, the order of the dictionary, and that the lists are exactly those of the variants.
    ///
    /// Throws the first thing that is wrong. Cost: about that of writing the file.
    public func verify() throws(StorageError) {
        guard dictionary.isSorted else { throw StorageError(.damaged(.dictionary), place: path) }
        var (variants, consequences) = (0, 0)
        var previous: (key: VariantKey, allele: LongAllele?)?
        for stretch in 0..<trailer.stretches {
            var lists = PostingTally()
            let first = stretch * AnnotationTrailer.blocksPerStretch
            for block in first..<min(first + AnnotationTrailer.blocksPerStretch, blockCount) {
                consequences += try total(ofBlock: block)
                let view = try self.block(block)
                for row in 0..<view.count {
                    let key = view.key(row)
                    let allele = key.isReversible ? nil : view.longAllele(row).allele
                    guard SegmentAudit.isCanonical(key, allele) else { throw StorageError(.damaged(.alleles), place: path) }
                    if let previous, previous.key >= key {
                        guard previous.key == key, let before = previous.allele, let allele,
                            LongAllele.order(before, allele) < 0
                        else { throw StorageError(.damaged(.keyOrder), place: path) }
                    }
                    previous = (key, allele)
                    lists.add(
                        UInt32((block - first) * SegmentTrailer.blockRows + row), view.groups(row), dictionary)
                }
                variants += view.count
            }
            guard lists.equals(try self.lists(ofStretch: stretch)) else {
                throw StorageError(.damaged(.postings), place: path)
            }
        }
        guard variants == trailer.variants, consequences == trailer.consequences else {
            throw StorageError(.damaged(.totals), place: path)
        }
        guard try hasNoOtherBytes() else { throw StorageError(.damaged(.strayBytes), place: path) }
    }

    /// Whether blocks and lists fill the file up to its directory.
    private func hasNoOtherBytes() throws(StorageError) -> Bool {
        var bytes = 8
        for block in 0..<blockCount { bytes += table.raw(block).count }
        for stretch in 0..<trailer.stretches { bytes += lengthOfLists(ofStretch: stretch) }
        return bytes == Int(trailer.directoryOffset)
    }
}

/// The lists of a stretch as its blocks call for them, made another way than the writer does.
private struct PostingTally {
    private var ordinals: [UInt64: [UInt32]] = [:]
    private var terms: [UInt32: [UInt32]] = [:]

    mutating func add(_ ordinal: UInt32, _ cursor: TrustedCursor, _ dictionary: DictionaryView) {
        var cursor = cursor
        for _ in 0..<cursor.varint() {
            let stored = cursor.consequence()
            let (symbol, gene) = (dictionary.symbol(stored.feature), dictionary.geneID(stored.feature))
            if symbol > 0 { put(ordinal, .geneSymbol, symbol) }
            if gene > 0 { put(ordinal, .geneID, gene) }
            for term in numbers(ofTermsIn: stored.terms, dictionary) { put(ordinal, .term, term) }
            put(ordinal, .impact, UInt32(stored.impact.rawValue))
            if !stored.coding.isEmpty { put(ordinal, .coding, PostingKind.bucket(stored.coding)) }
            if !stored.protein.isEmpty { put(ordinal, .protein, PostingKind.bucket(stored.protein)) }
        }
    }

    private mutating func numbers(ofTermsIn list: UInt32, _ dictionary: DictionaryView) -> [UInt32] {
        if let known = terms[list] { return known }
        let numbers = ConsequenceTerm.list(dictionary.string(list)).map { dictionary.number($0.rawValue) ?? 0 }
        terms[list] = numbers
        return numbers
    }

    private mutating func put(_ ordinal: UInt32, _ kind: PostingKind, _ token: UInt32) {
        let key = kind.key(token)
        if ordinals[key]?.last != ordinal { ordinals[key, default: []].append(ordinal) }
    }

    func equals(_ view: PostingView) -> Bool {
        view.count == ordinals.count && (0..<view.count).allSatisfy { ordinals[view.key($0)] == view.ordinals(at: $0) }
    }
}
