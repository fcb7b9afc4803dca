internal import ClinicalModel
package import Records
package import ReportModel
internal import Synchronization

/// A partition's book of classifications, kept open: what has arrived since it was last looked at is put in when somebody looks.
package final class ClassificationShelf: Sendable {
    private let held = Mutex<(sequence: Int, book: ClassificationBook)>((0, ClassificationBook()))

    init() {}

    /// With everything that has arrived. Cost: what has arrived since the last time.
    package func book(of records: RecordsDatabase) throws -> ClassificationBook {
        let before = held.withLock { $0 }
        var (sequence, book) = before
        for (number, arrived) in try records.classifications(after: sequence) {
            _ = book.put(arrived)
            sequence = number
        }
        let after = (sequence, book)
        held.withLock { if $0.sequence < after.0 { $0 = after } }
        return book
    }

    /// What came of everything that arrived after a number, and the number of the last arrival.
    func events(of records: RecordsDatabase, after mark: Int) throws -> (events: [ClassificationEvent], upTo: Int) {
        let known = held.withLock { $0 }
        var (sequence, book) = known.sequence <= mark ? known : (0, ClassificationBook())
        var events: [ClassificationEvent] = []
        for (number, arrived) in try records.classifications(after: sequence) {
            let came = book.put(arrived)
            if number > mark { events += came }
            sequence = number
        }
        let after = (sequence, book)
        held.withLock { if $0.sequence < after.0 { $0 = after } }
        return (events, max(sequence, mark))
    }
}

extension ClassificationBook {
    fileprivate mutating func put(_ arrived: ArrivedClassification) -> [ClassificationEvent] {
        let date = arrived.arrived.date
        guard let classification = arrived.classification else {
            return remove(arrived.subject, of: arrived.laboratory, in: arrived.region, on: date)
        }
        return take(classification, on: date)
    }
}
