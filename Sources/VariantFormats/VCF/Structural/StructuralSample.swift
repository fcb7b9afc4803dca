import GenomeModel

/// What one sample's column says of one allele of a structural record.
///
/// Callers agree less here than on small variants. A genotype that names or excludes the allele decides. Where there is none
/// (Manta on tumours) or it is wholly missing (TIDDIT on breakends), reads that support the event do, and in a file of one
/// sample the record itself does: it would not be there otherwise.
struct StructuralSample {
    private let values: [ArraySlice<UInt8>]
    private let format: [ArraySlice<UInt8>]
    private let alternates: Int

    init(_ column: ArraySlice<UInt8>, format: [ArraySlice<UInt8>], alternates: Int) {
        values = column.split(separator: Bytes.colon, omittingEmptySubsequences: false)
        self.format = format
        self.alternates = alternates
    }

    private func text(_ key: StaticString) -> ArraySlice<UInt8>? {
        guard let place = format.firstIndex(where: { $0.elementsEqual("\(key)".utf8) }), place < values.count else { return nil }
        let value = values[place]
        return value.isEmpty || value.elementsEqual(".".utf8) ? nil : value
    }

    private func numbers(_ key: StaticString) -> [Double]? {
        text(key).map { value in
            value.split(separator: Bytes.comma, omittingEmptySubsequences: false)
                .map { Double(String(decoding: $0, as: UTF8.self)) ?? .nan }
        }
    }

    /// Alleles of GT by what they are. Nil without GT; `isReadable` false where it cannot be read or names too high an allele.
    struct Naming {
        var named = 0
        var known = 0
        var all = 0
        var isReadable = true
    }

    func naming(of allele: Int) -> Naming? {
        guard let place = format.firstIndex(where: { $0.elementsEqual("GT".utf8) }), place < values.count else { return nil }
        var naming = Naming()
        for part in values[place].split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "|") }) {
            naming.all += 1
            if part.elementsEqual(".".utf8) { continue }
            guard let number = WholeNumber.read(part), (0...alternates).contains(number) else {
                naming.isReadable = false
                continue
            }
            naming.known += 1
            if number == allele { naming.named += 1 }
        }
        if naming.all == 0 { naming.isReadable = false }
        return naming
    }

    /// FT, the sample's own filter, is set and not PASS.
    var isFailed: Bool { text("FT").map { !$0.elementsEqual("PASS".utf8) } ?? false }

    /// Copies; nil where the sample does not say, and not a number where what it says is none.
    var copies: Float? {
        text("CN").map { value in
            let number = Float(String(decoding: value, as: UTF8.self)) ?? .nan
            return number.isFinite && number >= 0 ? number : .nan
        }
    }

    /// Reads for the reference and for the allele, of every pair of counts that the sample has.
    private func support(_ allele: Int) -> (reference: Double, alternate: Double)? {
        var sum: (Double, Double)?
        func add(_ counts: [Double]?) {
            guard let counts, counts.count > allele, counts[0].isFinite, counts[allele].isFinite else { return }
            sum = ((sum?.0 ?? 0) + counts[0], (sum?.1 ?? 0) + counts[allele])
        }
        // Manta and DRAGEN: read pairs and split reads, each for REF and the alleles.
        add(numbers("PR"))
        add(numbers("SR"))
        if sum == nil { add(numbers("VF")) }
        if sum == nil { add(numbers("AD")) }
        return sum
    }

    /// Whether reads support the allele; nil where the sample does not tell.
    func hasSupport(_ allele: Int) -> Bool? {
        if let support = support(allele) { return support.alternate > 0 }
        // Pairs and split reads for the event alone (TIDDIT, Delly, fusion callers).
        let counts = [numbers("DV"), numbers("RV")].compactMap { $0?.first }.filter(\.isFinite)
        if !counts.isEmpty { return counts.contains { $0 > 0 } }
        return numbers("AF").flatMap { $0.count >= allele ? $0[allele - 1] : nil }.flatMap { $0.isFinite ? $0 > 0 : nil }
    }

    /// AF where it is given, else the share of reads for the allele among those for it and for the reference; not a number
    /// where the sample has reads for the event alone.
    func fraction(_ allele: Int) -> Float {
        if let stated = numbers("AF"), stated.count >= allele, (0...1).contains(stated[allele - 1]) {
            return Float(stated[allele - 1])
        }
        guard let support = support(allele), support.reference >= 0, support.alternate >= 0,
            support.reference + support.alternate > 0
        else { return .nan }
        return Float(support.alternate / (support.reference + support.alternate))
    }
}
