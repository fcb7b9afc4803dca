internal import Interchange
internal import Questions

/// What a peer answered, read: the replies of each of its regions.
enum PeerReading: Sendable {
    case answer(ReadReplies<RegionReply>)
    case figures(ReadReplies<RegionFigures>)
    case entries(ReadReplies<RegionEntries>)

    init(_ bytes: [UInt8], to question: RelayedQuestion) throws(PeerMessageError) {
        switch question.ask {
        case .answer: self = .answer(try PeerReplies.readAnswers(bytes, to: question))
        case .figures: self = .figures(try PeerReplies.readFigures(bytes, to: question))
        case .entries: self = .entries(try PeerReplies.readEntries(bytes, to: question))
        }
    }
}
