internal import ClinicalModel
package import ReportModel
internal import StructuredText

extension ClassificationMessage {
    /// As it goes over the wire.
    package var bytes: [UInt8] {
        let json = JSONValue(members: [
            ("protocol", JSONValue(PeerProtocol.version)), ("from", JSONValue(.string(from.description))),
            ("to", JSONValue(.string(to.description))), ("after", JSONValue(after)), ("edition", JSONValue(.string(edition))),
            ("variant", variant.map { JSONValue(.string($0.description)) }), ("threads", JSONValue(threads.map(\.json))),
        ])
        return Array(json.canonicalText.utf8)
    }

    /// Reads what came in.
    package init(_ bytes: [UInt8]) throws(PeerMessageError) {
        guard bytes.count <= PeerProtocol.Endpoint.classifications.requestLimit else {
            throw PeerMessageError(.outOfBounds, at: "message")
        }
        let fields = try PeerFields.message(bytes)
        self.init(
            from: try fields.value("from") { RegionCode($0) }, to: try fields.value("to") { RegionCode($0) },
            after: try fields.number("after"), edition: try fields.text("edition"),
            variant: try fields.optionalValue("variant") { VariantIdentifier($0) },
            threads: try fields.forms("threads", limit: ClassificationMessage.threadLimit))
    }
}

extension ClassificationReply {
    package var bytes: [UInt8] {
        let json = JSONValue(members: [
            ("protocol", JSONValue(PeerProtocol.version)), ("region", JSONValue(.string(region.description))),
            ("edition", JSONValue(.string(edition))), ("entries", JSONValue(entries.map(\.json))), ("upTo", JSONValue(upTo)),
            ("hasMore", JSONValue(hasMore)), ("threads", JSONValue(threads.map(\.json))),
            (
                "refusal",
                refusal.map { ["sv": JSONValue(.string($0.sv)), "en": JSONValue(.string($0.en))] as JSONValue }
            ),
        ])
        return Array(json.canonicalText.utf8)
    }

    /// Reads an answer to `message`. Throws where another region answers, or where it speaks for another.
    package init(_ bytes: [UInt8], to message: ClassificationMessage) throws(PeerMessageError) {
        let fields = try PeerFields.message(bytes)
        let entries: [Entry] = try fields.forms("entries", limit: ClassificationMessage.limit)
        self.init(
            region: try fields.value("region") { RegionCode($0) }, edition: try fields.text("edition"), entries: entries,
            upTo: try fields.number("upTo"), hasMore: try fields.flag("hasMore"),
            threads: try fields.forms("threads", limit: ClassificationMessage.threadLimit),
            refusal: fields.optional("refusal") == nil ? nil : try fields.localized("refusal"))
        guard region == message.to, entries.allSatisfy({ $0.classification.map { $0.region == message.to } ?? true }),
            zip(entries, entries.dropFirst()).allSatisfy({ $0.sequence < $1.sequence }),
            entries.last.map({ $0.sequence <= upTo }) ?? true
        else { throw fields.fault(.inconsistent, "entries") }
    }
}

extension PeerFields {
    /// Values in the report model's own forms.
    fileprivate func forms<Form: ReportJSONForm>(_ name: String, limit: Int) throws(PeerMessageError) -> [Form] {
        var forms: [Form] = []
        for json in try list(name, limit: limit) {
            guard let form = try? Form(json: json) else { throw fault(.malformed, name) }
            forms.append(form)
        }
        return forms
    }
}
