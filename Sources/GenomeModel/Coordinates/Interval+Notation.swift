extension Interval {
    /// The interval that a text names: `17:43044295-43125483`, `chr17:43,044,295-43,125,483`, `17:5` (one base), `17` (whole).
    ///
    /// 1-based, both ends included. The contig can be a RefSeq accession of `assembly`. Throws where the text is none of
    /// these, or leaves the contig.
    public static func parse(_ text: some StringProtocol, assembly: Assembly) throws(IntervalNotationError) -> Interval {
        var scanner = NotationScanner(text)
        guard let name = ContigName(scanner.take { $0 != UInt8(ascii: ":") }) else { throw .unknownContig }
        if let stated = name.assembly, stated != assembly { throw .otherAssembly(stated) }
        let length = assembly.length(of: name.contig)
        guard scanner.skip(":") else { return try interval(name.contig, 1, length, length) }
        guard let first = scanner.number() else { throw .notAPosition }
        guard scanner.skip("-") else {
            guard scanner.isAtEnd else { throw .notAPosition }
            return try interval(name.contig, first, first, length)
        }
        guard let last = scanner.number(), scanner.isAtEnd else { throw .notAPosition }
        return try interval(name.contig, first, last, length)
    }

    /// `17:43044295-43125483`, without `chr`.
    public var notation: String { "\(contig.name):\(first.value)-\(last.value)" }

    private static func interval(
        _ contig: Contig, _ first: Int, _ last: Int, _ length: Int
    ) throws(IntervalNotationError) -> Interval {
        guard first <= length, last <= length else { throw .pastEnd }
        guard let first = Position(first), let last = Position(last) else { throw .notAPosition }
        guard let interval = Interval(contig: contig, first: first, last: last) else { throw .reversed }
        return interval
    }
}
