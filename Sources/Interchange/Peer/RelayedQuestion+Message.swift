internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import StructuredText

extension RelayedQuestion {
    /// As it goes over the wire: JSON, or the bulk form with the variants as columns where figures are asked for.
    package var message: (type: String, bytes: [UInt8]) {
        let text = json.compactBytes
        guard case .figures(let variants) = ask else { return (PeerProtocol.json, text) }
        var writer = BulkWriter()
        writer.append(variants)
        return (
            PeerProtocol.bulk, BulkMessage([.init(.json, text), .init(.variants, writer.bytes)]).bytes
        )
    }

    private var json: JSONValue {
        JSONValue(members: [
            ("protocol", JSONValue(PeerProtocol.version)), ("ask", JSONValue(.string(ask.word))),
            ("identifier", JSONValue(.string(asked.identifier))), ("patience", JSONValue(patience)),
            ("regions", JSONValue(asked.regions.map(\.description))), ("asked", asked.peerJSON), ("kind", kind),
            ("selection", selection?.peerJSON),
        ])
    }

    private var kind: JSONValue? {
        guard case .entries(let kind) = asked.matter else { return nil }
        return JSONValue(.string(kind.rawValue))
    }

    private var selection: EntrySelection? {
        guard case .entries(let selection) = ask else { return nil }
        return selection
    }

    /// Reads what came in at `endpoint`. The deadline is `patience` from now.
    package init(_ bytes: [UInt8], at endpoint: PeerProtocol.Endpoint) throws(PeerMessageError) {
        guard bytes.count <= endpoint.requestLimit else { throw PeerMessageError(.outOfBounds, at: "message") }
        let message = endpoint == .figures ? try BulkMessage(bytes) : nil
        let fields = try PeerFields.message(try message?.section(.json) ?? bytes)
        guard try fields.text("ask") == endpoint.askWord else { throw fields.fault(.inconsistent, "ask") }
        var asked = try AskedQuestion(try fields.object("asked"))
        asked.identifier = try fields.value("identifier") { RelayedQuestion.isIdentifier($0) ? $0 : nil }
        asked.regions = try fields.values("regions") { RegionCode($0) }
        guard !asked.regions.isEmpty, Set(asked.regions).count == asked.regions.count else {
            throw fields.fault(.inconsistent, "regions")
        }
        let ask: Ask
        switch endpoint {
        case .question: ask = .answer
        case .figures:
            var reader = BulkReader(try message?.section(.variants) ?? [])
            ask = .figures(try reader.variants())
            try reader.end()
            asked.matter = .figures
        case .entries:
            asked.matter = .entries(try fields.word("kind"))
            ask = .entries(try EntrySelection(try fields.object("selection")))
        case .release, .classifications, .status: throw PeerMessageError(.inconsistent, at: "ask")
        }
        try self.init(asked, ask, patience: try fields.number("patience", in: 1...RelayedQuestion.patienceLimit))
    }

    /// 1–64 letters, digits and dashes: it stands in logs.
    private static func isIdentifier(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
                default: false
                }
            }
    }
}

extension RelayedQuestion.Ask {
    fileprivate var word: String { endpoint.askWord }
}

extension PeerProtocol.Endpoint {
    fileprivate var askWord: String {
        switch self {
        case .question: "answer"
        case .figures: "figures"
        case .entries: "entries"
        case .release: "release"
        case .classifications: "classifications"
        case .status: "status"
        }
    }
}
