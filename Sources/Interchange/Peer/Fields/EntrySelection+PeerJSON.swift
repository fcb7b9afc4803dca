internal import GenomeModel
internal import Questions
internal import StructuredText

extension EntrySelection {
    static let limits = 1...1000

    var peerJSON: JSONValue {
        JSONValue(members: [
            ("variants", variants?.peerJSON), ("identifier", identifier.map { JSONValue(.string($0)) }),
            ("individual", individual.map { JSONValue(.string($0)) }),
            ("biosample", biosample.map { JSONValue(.string($0)) }), ("skip", JSONValue(skip)), ("limit", JSONValue(limit)),
        ])
    }

    init(_ fields: PeerFields) throws(PeerMessageError) {
        self.init()
        if let selection = try fields.optionalObject("variants") { variants = try VariantSelection(selection) }
        identifier = try fields.optionalText("identifier")
        individual = try fields.optionalText("individual")
        biosample = try fields.optionalText("biosample")
        skip = try fields.number("skip")
        // None at all is a question about their number.
        limit = try fields.number("limit", in: 0...EntrySelection.limits.upperBound)
    }
}

extension VariantSelection {
    fileprivate var peerJSON: JSONValue {
        switch self {
        case .alleles(let variants): ["kind": "alleles", "alleles": JSONValue(variants.map(\.peerJSON))]
        case .overlapping(let interval, let reference, let alternate):
            JSONValue(members: [
                ("kind", "overlapping"), ("contig", JSONValue(.string(interval.contig.name))),
                ("first", JSONValue(Int(interval.first.value))), ("last", JSONValue(Int(interval.last.value))),
                ("reference", reference.map { JSONValue(.string($0)) }),
                ("alternate", alternate.map { JSONValue(.string($0)) }),
            ])
        case .bracket(let contig, let first, let last):
            [
                "kind": "bracket", "contig": JSONValue(.string(contig.name)),
                "firstFrom": JSONValue(Int(first.lowerBound)), "firstThrough": JSONValue(Int(first.upperBound)),
                "lastFrom": JSONValue(Int(last.lowerBound)), "lastThrough": JSONValue(Int(last.upperBound)),
            ]
        case .consequence(let query, let interval): query.peerJSON(in: interval)
        case .events(let selection): selection.peerJSON
        }
    }

    fileprivate init(_ fields: PeerFields) throws(PeerMessageError) {
        func place(_ name: String) throws(PeerMessageError) -> UInt32 {
            UInt32(try fields.number(name, in: 0...Int(Position.limit)))
        }
        func span(_ from: String, _ through: String) throws(PeerMessageError) -> ClosedRange<UInt32> {
            let (first, last) = (try place(from), try place(through))
            guard first <= last else { throw fields.fault(.inconsistent, through) }
            return first...last
        }
        func contig() throws(PeerMessageError) -> Contig { try fields.value("contig") { Contig(name: $0) } }
        switch try fields.text("kind") {
        case "alleles":
            var variants: [Variant] = []
            for allele in try fields.objects("alleles", limit: 10_000) { variants.append(try Variant(allele)) }
            self = .alleles(variants)
        case "overlapping":
            self = .overlapping(
                try Interval(fields), reference: try fields.optionalText("reference", limit: 65_536),
                alternate: try fields.optionalText("alternate", limit: 65_536))
        case "bracket":
            self = .bracket(
                contig: try contig(), first: try span("firstFrom", "firstThrough"), last: try span("lastFrom", "lastThrough"))
        case "consequence":
            self = .consequence(
                try ConsequenceQuery(fields), in: fields.optional("contig") == nil ? nil : try Interval(fields))
        case "events": self = .events(try EventSelection(fields))
        default: throw fields.fault(.notUnderstood, "kind")
        }
    }
}

extension Variant {
    var peerJSON: JSONValue {
        [
            "contig": JSONValue(.string(contig.name)), "position": JSONValue(Int(position.value)),
            "reference": JSONValue(.string(reference)), "alternate": JSONValue(.string(alternate)),
        ]
    }

    init(_ fields: PeerFields) throws(PeerMessageError) {
        guard let position = Position(try fields.number("position")),
            let variant = Variant(
                contig: try fields.value("contig") { Contig(name: $0) }, position: position,
                reference: try fields.text("reference", limit: 65_536), alternate: try fields.text("alternate", limit: 65_536))
        else { throw fields.fault(.outOfBounds, "position") }
        self = variant
    }
}
