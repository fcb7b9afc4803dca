internal import ClinicalModel
internal import Interchange
internal import Questions

/// What a peer answered, read: the replies of each of its regions.
enum PeerReading: Sendable {
    case answer(ReadReplies<RegionReply>)
    case figures(ReadReplies<RegionFigures>)
    case entries(ReadReplies<RegionEntries>)

    init(_ bytes: [UInt8], to question: RelayedQuestion, _ memory: ReplyMemory) throws(PeerMessageError) {
        switch question.ask {
        case .answer: self = .answer(try memory.readAnswers(bytes, to: question))
        case .figures: self = .figures(try PeerReplies.readFigures(bytes, to: question))
        case .entries: self = .entries(try PeerReplies.readEntries(bytes, to: question))
        }
    }
}

/// Replies to questions for one answer that were read lately: most are the same as an earlier one but for the question's name.
final class ReplyMemory: Sendable {
    /// What the reading depends on beside the bytes.
    private struct Context: Hashable, Sendable {
        let regions: [RegionCode]
        let kind: Question.Kind
    }

    private let memory = MessageMemory<Context, ReadReplies<RegionReply>>()

    func readAnswers(
        _ bytes: [UInt8], to question: RelayedQuestion
    ) throws(PeerMessageError) -> ReadReplies<RegionReply> {
        let context = Context(regions: question.asked.regions, kind: question.asked.question.kind)
        let (replies, name) = try memory.meaning(of: bytes, named: "question", in: context) {
            bytes throws(PeerMessageError) in try PeerReplies.readAnswers(bytes, to: question)
        }
        guard name == nil || name == question.asked.identifier else { throw PeerMessageError(.inconsistent, at: "question") }
        return replies
    }
}
