internal import GenomeModel
internal import Questions
internal import StructuredText

extension StructuralEvent {
    /// Copies are one person's, and not told.
    var peerJSON: JSONValue {
        JSONValue(members: [
            ("notation", JSONValue(.string(notation))), ("firstGene", genes?.first.map { JSONValue(.string($0)) }),
            ("secondGene", genes?.second.map { JSONValue(.string($0)) }),
        ])
    }

    init(_ fields: PeerFields, in assembly: Assembly) throws(PeerMessageError) {
        let event = try fields.value("notation") { try? StructuralNotation.parse($0, assembly: assembly) }
        let genes = FusionGenes(try fields.optionalText("firstGene"), try fields.optionalText("secondGene"))
        guard let genes, event.kind == .adjacency else {
            self = event
            return
        }
        guard
            let named = StructuralEvent(
                joining: Breakend(event.first, keeping: event.firstSide),
                Breakend(event.second, keeping: event.secondSide), genes: genes)
        else { throw fields.fault(.outOfBounds, "notation") }
        self = named
    }
}

extension EventSelection {
    var peerJSON: JSONValue {
        JSONValue(members: [
            ("kind", "events"), ("kinds", JSONValue(StructuralKind.allCases.filter(kinds.contains).map { "\($0)" })),
            ("contig", JSONValue(.string(interval.contig.name))), ("first", JSONValue(Int(interval.first.value))),
            ("last", JSONValue(Int(interval.last.value))), ("firstFrom", first.map { JSONValue(Int($0.lowerBound)) }),
            ("firstThrough", first.map { JSONValue(Int($0.upperBound)) }),
            ("lastFrom", second.map { JSONValue(Int($0.lowerBound)) }),
            ("lastThrough", second.map { JSONValue(Int($0.upperBound)) }),
            ("lengthFrom", length.map { JSONValue(Int($0.lowerBound)) }),
            ("lengthThrough", length.map { JSONValue(Int($0.upperBound)) }),
        ])
    }

    init(_ fields: PeerFields) throws(PeerMessageError) {
        func span(_ name: String) throws(PeerMessageError) -> ClosedRange<UInt32>? {
            guard fields.optional(name + "From") != nil else { return nil }
            let bounds = 0...Int(Position.limit)
            let (first, last) = (
                try fields.number(name + "From", in: bounds), try fields.number(name + "Through", in: bounds)
            )
            guard first <= last else { throw fields.fault(.inconsistent, name + "Through") }
            return UInt32(first)...UInt32(last)
        }
        var kinds: Set<StructuralKind> = []
        for word in try fields.texts("kinds", limit: StructuralKind.allCases.count) {
            guard let kind = StructuralKind.allCases.first(where: { "\($0)" == word }) else {
                throw fields.fault(.notUnderstood, "kinds")
            }
            kinds.insert(kind)
        }
        self.init(
            kinds: kinds, in: try Interval(fields), first: try span("first"), second: try span("last"),
            length: try span("length"))
    }
}

extension Interval {
    init(_ fields: PeerFields) throws(PeerMessageError) {
        guard let first = Position(try fields.number("first")), let last = Position(try fields.number("last")),
            let interval = Interval(contig: try fields.value("contig") { Contig(name: $0) }, first: first, last: last)
        else { throw fields.fault(.outOfBounds, "first") }
        self = interval
    }
}
