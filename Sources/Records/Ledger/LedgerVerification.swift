package import StructuredText

/// What came out when a ledger was verified.
package struct LedgerVerification: Hashable, Sendable {
    package struct Fault: Hashable, Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            /// The event's text or hash is not what the chain covers.
            case edited
            /// Events are missing in the middle.
            case removed
            /// The event stands in another's place.
            case reordered
            /// The last events are gone, or were added by somebody without the region's key.
            case tail
            /// The first events are gone, and no retention event says so.
            case prunedWithoutRecord = "pruned-without-record"
            /// The chain does not pass through an anchor that was kept elsewhere.
            case anchor
            /// The list of whom events concerned is not what the events say.
            case patients
            /// A view, an index or a trigger of the ledger is not as the program made it, or the file itself is damaged.
            case schema
        }

        package let kind: Kind
        /// The first event concerned; 0 where it is the ledger as a whole.
        package let seq: Int

        package init(kind: Kind, seq: Int) {
            self.kind = kind
            self.seq = seq
        }
    }

    /// How many events were walked.
    package let events: Int
    package let first: Int
    package let last: Int
    /// False where the ledger was opened without the key: then the last events may be missing and nobody can tell.
    package let isHeadChecked: Bool
    /// The first that was found, nil where the ledger is whole.
    package let fault: Fault?

    package init(events: Int, first: Int, last: Int, isHeadChecked: Bool, fault: Fault?) {
        self.events = events
        self.first = first
        self.last = last
        self.isHeadChecked = isHeadChecked
        self.fault = fault
    }

    package var isWhole: Bool { fault == nil }
}

extension LedgerVerification.Fault {
    /// What is wrong, and where, in words.
    package var text: LocalizedText {
        switch kind {
        case .edited:
            LocalizedText(sv: "Händelse \(seq) har ändrats.", en: "Event \(seq) was edited.")
        case .removed:
            LocalizedText(sv: "Händelse \(seq) har tagits bort.", en: "Event \(seq) was removed.")
        case .reordered:
            LocalizedText(
                sv: "Händelse \(seq) har bytt plats med en annan.", en: "Event \(seq) changed places with another.")
        case .tail:
            LocalizedText(
                sv: "Händelserna från och med \(seq) är inte de som skrevs sist.",
                en: "The events from \(seq) on are not those that were written last.")
        case .prunedWithoutRecord:
            LocalizedText(
                sv: "Händelserna före \(seq) är borta utan att någon gallring är antecknad.",
                en: "The events before \(seq) are gone, and no removal is on record.")
        case .anchor:
            LocalizedText(
                sv: "Händelse \(seq) stämmer inte med det ankare som förvaras på annan plats.",
                en: "Event \(seq) does not agree with the anchor that is kept elsewhere.")
        case .patients:
            LocalizedText(
                sv: "Förteckningen över vilka patienter händelse \(seq) gällde har ändrats.",
                en: "The list of whom event \(seq) concerned was changed.")
        case .schema:
            LocalizedText(
                sv: "Loggens tabeller, vyer eller spärrar är inte som programmet skapade dem.",
                en: "The ledger's tables, views or triggers are not as the program made them.")
        }
    }
}
