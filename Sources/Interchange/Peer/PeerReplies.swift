package import ClinicalModel
internal import GenomeModel
package import Questions
internal import StructuredText

/// What a node answers to `RelayedQuestion.Ask`: one reply for each of its regions that was asked.
package enum PeerReplies: Sendable {
    case answer([RegionReply])
    case figures([RegionFigures])
    case entries([RegionEntries])
}

/// A node's replies as they were read: a region whose reply cannot be used stands there with the fault, and the others are good.
package struct ReadReplies<Reply: Sendable>: Sendable {
    package let regions: [RegionCode: Result<Reply, PeerMessageError>]

    package init(_ regions: [RegionCode: Result<Reply, PeerMessageError>]) { self.regions = regions }

    /// Throws where the region is not in it, or its reply is no good.
    package func reply(of region: RegionCode) throws(PeerMessageError) -> Reply {
        guard let result = regions[region] else { throw PeerMessageError(.missing, at: "regions") }
        return try result.get()
    }
}

extension PeerReplies {
    /// As it goes over the wire. `question` is the identifier of what is answered.
    package func message(to question: String, from node: String) -> (type: String, bytes: [UInt8]) {
        var sections: [BulkMessage.Section] = []
        let regions: [JSONValue]
        switch self {
        case .answer(let replies):
            regions = replies.map {
                RegionEnvelope($0.answer, $0.decision, $0.dataRelease, annotation: $0.annotation)
                    .json([
                        ("annotations", $0.annotations.isEmpty ? Optional.none : JSONValue($0.annotations.map(\.peerJSON)))
                    ])
            }
        case .entries(let replies):
            regions = replies.map { reply in
                RegionEnvelope(reply.answer, reply.decision, reply.dataRelease, annotation: reply.annotation)
                    .json([("entries", JSONValue(reply.entries.map(\.peerJSON)))])
            }
        case .figures(let replies):
            regions = replies.map { reply in
                var further: [(String, JSONValue?)] = []
                if let columns = reply.columns {
                    further.append(("columns", JSONValue(sections.count)))
                    var writer = BulkWriter()
                    writer.append(columns)
                    sections.append(.init(.figures, writer.bytes))
                }
                return RegionEnvelope(reply.answer, reply.decision, reply.dataRelease).json(further)
            }
        }
        let json = JSONValue(members: [
            ("protocol", JSONValue(PeerProtocol.version)), ("question", JSONValue(.string(question))),
            ("node", JSONValue(.string(node))), ("regions", JSONValue(regions)),
        ])
        let text = json.compactBytes
        guard case .figures = self else { return (PeerProtocol.json, text) }
        return (PeerProtocol.bulk, BulkMessage([.init(.json, text)] + sections).bytes)
    }

    /// Reads the replies to a question for one answer.
    package static func readAnswers(
        _ bytes: [UInt8], to question: RelayedQuestion
    ) throws(PeerMessageError) -> ReadReplies<RegionReply> {
        try read(try PeerFields.message(bytes), to: question) { fields throws(PeerMessageError) in
            let envelope = try RegionEnvelope(fields, to: question.asked)
            return RegionReply(
                answer: envelope.answer, decision: envelope.decision, dataRelease: envelope.dataRelease,
                annotation: envelope.annotation,
                annotations: try VariantAnnotation.list(fields, in: question.asked.assembly))
        }
    }

    package static func readEntries(
        _ bytes: [UInt8], to question: RelayedQuestion
    ) throws(PeerMessageError) -> ReadReplies<RegionEntries> {
        guard case .entries(let kind) = question.asked.matter, case .entries(let selection) = question.ask else {
            throw PeerMessageError(.inconsistent, at: "ask")
        }
        return try read(try PeerFields.message(bytes), to: question) { fields throws(PeerMessageError) in
            let envelope = try RegionEnvelope(fields, to: question.asked)
            var entries: [Entry] = []
            for entry in try fields.objects("entries", limit: EntrySelection.limits.upperBound) {
                entries.append(try Entry(entry, kind, of: envelope.answer.region, in: question.asked.assembly))
            }
            guard entries.count <= selection.limit, entries.isEmpty || envelope.answer.state == .answered,
                envelope.answer.count.map({ entries.count <= $0 }) ?? true
            else { throw fields.fault(.inconsistent, "entries") }
            return RegionEntries(
                answer: envelope.answer, entries: entries, decision: envelope.decision, dataRelease: envelope.dataRelease,
                annotation: envelope.annotation)
        }
    }

    package static func readFigures(
        _ bytes: [UInt8], to question: RelayedQuestion
    ) throws(PeerMessageError) -> ReadReplies<RegionFigures> {
        guard case .figures(let variants) = question.ask else { throw PeerMessageError(.inconsistent, at: "ask") }
        let message = try BulkMessage(bytes)
        let sections = message.sections(.figures)
        return try read(try PeerFields.message(try message.section(.json)), to: question) { fields throws(PeerMessageError) in
            let envelope = try RegionEnvelope(fields, to: question.asked)
            var columns: FigureColumns?
            if fields.optional("columns") != nil {
                let index = try fields.number("columns")
                guard sections.indices.contains(index) else { throw fields.fault(.inconsistent, "columns") }
                var reader = BulkReader(sections[index])
                let read = try reader.figures()
                try reader.end()
                guard read.count == variants.count else { throw fields.fault(.inconsistent, "columns") }
                columns = read
            }
            guard (columns != nil) == (envelope.answer.state == .answered) else { throw fields.fault(.inconsistent, "columns") }
            return RegionFigures(
                answer: envelope.answer, columns: columns, decision: envelope.decision, dataRelease: envelope.dataRelease)
        }
    }

    /// Every region's part by itself. Regions that were not asked are left out; one that stands there twice is no good at all.
    private static func read<Reply: Sendable>(
        _ fields: PeerFields, to question: RelayedQuestion, _ each: (PeerFields) throws(PeerMessageError) -> Reply
    ) throws(PeerMessageError) -> ReadReplies<Reply> {
        guard try fields.text("question") == question.asked.identifier else { throw fields.fault(.inconsistent, "question") }
        var regions: [RegionCode: Result<Reply, PeerMessageError>] = [:]
        for part in try fields.objects("regions", limit: RegionCode.all.count) {
            let region = try part.value("region") { RegionCode($0) }
            guard question.asked.regions.contains(region) else { continue }
            guard regions[region] == nil else {
                regions[region] = .failure(fields.fault(.inconsistent, "regions"))
                continue
            }
            do throws(PeerMessageError) {
                regions[region] = .success(try each(part))
            } catch {
                regions[region] = .failure(error)
            }
        }
        return ReadReplies(regions)
    }
}
