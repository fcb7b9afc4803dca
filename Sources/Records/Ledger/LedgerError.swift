/// Why the ledger did not do what was asked.
package struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        case missing
        /// Opened without the region's key: it can be read, not written.
        case readOnly
        /// The chain's last event is not the one that was authenticated last: somebody changed the file.
        case headChanged
        case withoutReference
        /// The first day that may not be removed yet.
        case tooYoung(String)
        case nothingToRemove
        case unreadableEvent(Int)
        case notAnAnchor
    }

    package let code: Code
    package let place: String

    package init(_ code: Code, place: String) {
        self.code = code
        self.place = place
    }

    package var message: String {
        switch code {
        case .missing: "there is no ledger here."
        case .readOnly: "the ledger was opened without the region's key."
        case .headChanged: "the ledger's last event is not the one that was written last."
        case .withoutReference: "an event that is to be written once needs a reference."
        case .tooYoung(let day): "events of \(day) and later are to be kept: the law asks for five years."
        case .nothingToRemove: "there is no event before this day."
        case .unreadableEvent(let seq): "event \(seq) cannot be read."
        case .notAnAnchor: "this is no anchor of a ledger."
        }
    }

    package var remedy: String {
        switch code {
        case .missing: "Restore it from a backup, or make a partition: samsyn partition init."
        case .readOnly: "Give the key by a file, an environment variable or a command."
        case .headChanged, .unreadableEvent: "Run samsyn ledger verify, and restore what it names from a backup."
        case .withoutReference: "Give the event the reference of what it is about."
        case .tooYoung: "Give an earlier day."
        case .nothingToRemove: "Give a later day, or leave the ledger as it is."
        case .notAnAnchor: "Give a file that samsyn ledger verify exported."
        }
    }

    package var description: String { "\(place): \(message) \(remedy)" }
}
