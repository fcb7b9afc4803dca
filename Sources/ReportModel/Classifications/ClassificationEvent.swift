/// What a classification that arrived has changed.
package enum ClassificationEvent: Hashable, Sendable {
    /// It is the laboratory's current one now.
    case recorded(SharedClassification)
    /// The laboratory's current one has the same or a higher version: nothing changed.
    case notNewer(SharedClassification)
    /// The laboratory has no classification of it any more.
    case removed(SharedClassification)
    case conflictArose(ClassificationConflict)
    /// Other positions, or another severity. It has been one since the same day.
    case conflictChanged(ClassificationConflict)
    case conflictEnded(ClassificationConflict)
    /// The laboratory's class is another than before.
    case reclassified(Reclassification)
}
