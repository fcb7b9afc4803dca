/// What one call set says of one event where it says anything but "reference".
public struct StructuralCall: Hashable, Sendable {
    public let event: StructuralEvent
    /// An index into the list of call sets that the reader was given.
    public let callSet: UInt32
    public let state: CallState
    /// Of tumour calls, where the file has reads for both; otherwise not a number.
    public let fraction: Float

    public init(event: StructuralEvent, callSet: UInt32, state: CallState, fraction: Float = .nan) {
        self.event = event
        self.callSet = callSet
        self.state = state
        self.fraction = fraction
    }
}
