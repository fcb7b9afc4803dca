internal import AccessModel
internal import ClinicalModel
internal import Questions
internal import StructuredText

/// What every reply of a region begins with: its state, its decision, its data release.
struct RegionEnvelope {
    let answer: RegionAnswer
    let decision: Decision?
    let dataRelease: String?
    let annotation: String?

    init(_ answer: RegionAnswer, _ decision: Decision?, _ dataRelease: String?, annotation: String? = nil) {
        self.answer = answer
        self.decision = decision
        self.dataRelease = dataRelease
        self.annotation = annotation
    }

    func json(_ further: [(String, JSONValue?)] = []) -> JSONValue {
        JSONValue(
            members: [
                ("region", JSONValue(.string(answer.region.description))),
                ("state", JSONValue(.string(answer.state.rawValue))), ("count", answer.count.map { JSONValue($0) }),
                ("band", answer.band.map { JSONValue(.string($0)) }), ("reason", answer.reason?.peerJSON),
                ("frequency", answer.frequency?.peerJSON), ("decision", decision?.peerJSON),
                ("dataRelease", dataRelease.map { JSONValue(.string($0)) }),
                ("annotation", annotation.map { JSONValue(.string($0)) }),
            ] + further)
    }

    /// Throws where state, count, band, figures and decision do not belong together.
    init(_ fields: PeerFields, to asked: AskedQuestion) throws(PeerMessageError) {
        let region = try fields.value("region") { RegionCode($0) }
        let state: RegionState = try fields.word("state")
        let count = fields.optional("count") == nil ? nil : try fields.number("count")
        let band = try fields.optionalValue("band") { RegionEnvelope.band($0) }
        let frequency = try fields.optionalObject("frequency").map { object throws(PeerMessageError) in
            try FrequencyFigures(object)
        }
        decision = try fields.optionalObject("decision").map { object throws(PeerMessageError) in try Decision(object) }
        dataRelease = try fields.optionalText("dataRelease")
        annotation = try fields.optionalText("annotation", limit: 4096)
        guard state == .answered || (count == nil && frequency == nil) else { throw fields.fault(.inconsistent, "count") }
        guard state == .suppressed || band == nil else { throw fields.fault(.inconsistent, "band") }
        switch state {
        case .answered:
            answer = try RegionEnvelope.answered(region, count, frequency, asked, fields)
        case .suppressed: answer = .suppressed(region, band: band)
        case .refused: answer = .refused(region, reason: try fields.localized("reason"))
        case .late: answer = .late(region)
        case .unreachable:
            answer = .unreachable(
                region, reason: fields.optional("reason") == nil ? nil : try fields.localized("reason"))
        }
        try checkDecision(fields)
    }

    private static func answered(
        _ region: RegionCode, _ count: Int?, _ frequency: FrequencyFigures?, _ asked: AskedQuestion, _ fields: PeerFields
    ) throws(PeerMessageError) -> RegionAnswer {
        var expectsFrequency = false
        if case .frequency = asked.question.kind { expectsFrequency = asked.matter == .answer }
        switch asked.matter {
        case .figures:
            guard count == nil, frequency == nil else { throw fields.fault(.inconsistent, "count") }
            return .answered(region)
        case .answer, .entries:
            guard let count else { throw fields.fault(.missing, "count") }
            guard (frequency != nil) == expectsFrequency, frequency.map({ $0.carriers == count }) ?? true else {
                throw fields.fault(.inconsistent, "frequency")
            }
            return frequency.map { .answered(region, frequency: $0) } ?? .answered(region, count: count)
        }
    }

    /// A region that has seen the question has decided about it, and a refusal gives no numbers.
    private func checkDecision(_ fields: PeerFields) throws(PeerMessageError) {
        switch answer.state {
        case .answered, .suppressed:
            guard let decision else { throw fields.fault(.missing, "decision") }
            guard !decision.isRefused else { throw fields.fault(.inconsistent, "decision") }
        case .refused: guard decision != nil else { throw fields.fault(.missing, "decision") }
        case .late, .unreachable: break
        }
    }

    /// `1-4`.
    private static func band(_ text: String) -> ClosedRange<Int>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]), first >= 0, first <= last,
            "\(first)-\(last)" == text
        else { return nil }
        return first...last
    }
}
