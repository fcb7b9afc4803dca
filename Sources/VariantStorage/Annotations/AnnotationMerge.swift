internal import GenomeModel

/// Merges annotation files of one version into one that holds their union, less the variants that are not to be kept.
///
/// What two files say of a variant is put together, each consequence once. The dictionary is made anew of what is used, so no
/// text of a variant that is left out remains.
enum AnnotationMerge {
    typealias Keep = (VariantKey, _ reference: UnsafeBufferPointer<UInt8>, _ alternate: UnsafeBufferPointer<UInt8>) -> Bool

    /// Writes the merged file. Memory: its dictionary, a stretch, and four bytes for each text of the inputs.
    static func run(
        _ files: [AnnotationFile], source: AnnotationVersion, to path: String, fileSystem: FileSystem, keep: Keep
    ) throws(StorageError) -> StagedAnnotation {
        var writer = try AnnotationWriter(path: path, source: source, fileSystem: fileSystem)
        var inputs: [Input] = []
        for file in files { inputs.append(try Input(file)) }
        var union = ConsequenceUnion()
        var variants = 0
        while let (first, isOnly) = first(of: inputs) {
            let (key, allele) = (inputs[first].key, inputs[first].allele)
            let bare = allele ?? .inKey
            let isKept = keep(key, bare.reference, bare.alternate)
            union.removeAll()
            for index in inputs.indices
            where index == first || (!isOnly && inputs[index].isSame(key, allele)) {
                if isKept { inputs[index].collect(into: &union, &writer.dictionary, isOnly: isOnly) }
                try inputs[index].advance()
            }
            if isKept {
                try union.write(key, allele: allele, to: &writer)
                variants += 1
            }
        }
        let length = try writer.finish()
        return StagedAnnotation(source: source, path: path, variants: variants, length: length)
    }

    /// The input whose variant comes first, and whether no other has the same; nil when all are through.
    private static func first(of inputs: [Input]) -> (Int, isOnly: Bool)? {
        var best: Int?
        var isOnly = true
        for index in inputs.indices where !inputs[index].isThrough {
            guard let known = best else {
                best = index
                continue
            }
            let order = inputs[index].order(inputs[known].key, inputs[known].allele)
            if order == 0 { isOnly = false }
            if order < 0 {
                best = index
                isOnly = true
            }
        }
        return best.map { ($0, isOnly) }
    }

    /// One file on its way.
    private struct Input {
        private static let unmapped = UInt32.max

        private let file: AnnotationFile
        private var view: BlockView?
        private var block = 0
        private var row = 0
        private var strings: [UInt32]
        private var features: [UInt32]
        private(set) var key = VariantKey(rawValue: 0)
        private(set) var allele: LongAllele?

        init(_ file: AnnotationFile) throws(StorageError) {
            self.file = file
            strings = [UInt32](repeating: Input.unmapped, count: file.dictionary.stringCount)
            features = [UInt32](repeating: Input.unmapped, count: file.dictionary.featureCount)
            view = file.blockCount > 0 ? try file.block(0) : nil
            load()
        }

        var isThrough: Bool { view == nil }

        mutating func advance() throws(StorageError) {
            guard let current = view else { return }
            row += 1
            if row == current.count {
                block += 1
                row = 0
                view = block < file.blockCount ? try file.block(block) : nil
            }
            load()
        }

        private mutating func load() {
            guard let view else { return }
            key = view.key(row)
            allele = key.isReversible ? nil : view.longAllele(row).allele
        }

        /// Negative, zero or positive as its variant comes before, is, or comes after another.
        func order(_ other: VariantKey, _ otherAllele: LongAllele?) -> Int {
            if key != other { return key < other ? -1 : 1 }
            guard let allele, let otherAllele else { return 0 }
            return LongAllele.order(allele, otherAllele)
        }

        func isSame(_ other: VariantKey, _ otherAllele: LongAllele?) -> Bool {
            !isThrough && order(other, otherAllele) == 0
        }

        /// Adds its variant's consequences, in the numbers of the new file's dictionary.
        mutating func collect(
            into union: inout ConsequenceUnion, _ dictionary: inout AnnotationDictionary, isOnly: Bool
        ) {
            guard let view else { return }
            var cursor = view.groups(row)
            for _ in 0..<cursor.varint() {
                let stored = cursor.consequence()
                let coding = stored.codingAccession ?? file.dictionary.usualCoding(stored.feature)
                let protein = stored.proteinAccession ?? file.dictionary.usualProtein(stored.feature)
                let entry = ConsequenceBatch.Entry(
                    feature: feature(stored.feature, &dictionary), terms: string(stored.terms, &dictionary),
                    exon: string(stored.exon, &dictionary), intron: string(stored.intron, &dictionary),
                    codingAccession: stored.coding.isEmpty ? 0 : string(coding, &dictionary),
                    proteinAccession: stored.protein.isEmpty ? 0 : string(protein, &dictionary), textStart: 0,
                    codingLength: 0, proteinLength: 0, impact: stored.impact)
                union.add(entry, coding: stored.coding, protein: stored.protein, isNew: isOnly)
            }
        }

        private mutating func string(_ number: UInt32, _ dictionary: inout AnnotationDictionary) -> UInt32 {
            if strings[Int(number)] == Input.unmapped {
                strings[Int(number)] = dictionary.string(file.dictionary.string(number))
            }
            return strings[Int(number)]
        }

        private mutating func feature(_ number: UInt32, _ dictionary: inout AnnotationDictionary) -> UInt32 {
            if features[Int(number)] == Input.unmapped {
                features[Int(number)] = dictionary.feature(file.dictionary.feature(number))
            }
            return features[Int(number)]
        }
    }
}
