internal import Synchronization

/// Where a node takes call files to be annotated: so many at the same time and no more, since each lies on the disk and keeps a thread busy.
package final class AnnotationDesk: Sendable {
    /// The right to have one file here; it is given back when nobody holds it any more.
    final class Place: Sendable {
        private let desk: AnnotationDesk

        fileprivate init(_ desk: AnnotationDesk) { self.desk = desk }

        deinit { desk.taken.withLock { $0 -= 1 } }
    }

    package let places: Int
    private let taken = Mutex(0)

    package init(places: Int = 4) { self.places = places }

    /// Takes a place for a file of at most `bytes` and what is made of it: until the file that comes back has been read to its end.
    /// Throws `AnnotationError.full` where there is none.
    package func begin(atMost bytes: Int) throws -> AnnotationUpload {
        let isFree = taken.withLock { taken in
            guard taken < places else { return false }
            taken += 1
            return true
        }
        guard isFree else { throw AnnotationError.full }
        return try AnnotationUpload(Place(self), limit: bytes)
    }
}
