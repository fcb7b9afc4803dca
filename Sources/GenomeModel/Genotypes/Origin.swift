/// Where a call set's DNA comes from: the inherited genome, or a tumour. The two are stored and counted apart.
public enum Origin: String, Sendable, CaseIterable {
    case germline, tumour
}
