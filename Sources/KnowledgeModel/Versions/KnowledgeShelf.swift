/// The versions of one series, at most one of them current. Every step returns what happened, for the log.
package struct KnowledgeShelf: Hashable, Sendable {
    package let series: KnowledgeSeries
    /// In the order in which they were imported. Nothing is ever removed: a report names the version that it was made with.
    package private(set) var entries: [Entry] = []

    package struct Entry: Hashable, Sendable {
        package let version: KnowledgeVersion
        package fileprivate(set) var state: KnowledgeState
        /// The last difference that somebody saw.
        package fileprivate(set) var receipt: DifferenceReceipt?
    }

    package enum Event: Hashable, Sendable {
        case staged(VersionIdentifier)
        case differenceSeen(DifferenceReceipt)
        case madeCurrent(VersionIdentifier, superseding: VersionIdentifier?)
        case discarded(VersionIdentifier)
    }

    package init(_ series: KnowledgeSeries) { self.series = series }

    package var current: KnowledgeVersion? { entries.first { $0.state == .current }?.version }

    package func state(of version: VersionIdentifier) -> KnowledgeState? { index(of: version).map { entries[$0].state } }

    /// Takes an import in. The same file again is refused, unless it was discarded: then it is staged anew.
    package mutating func stage(_ version: KnowledgeVersion) throws(KnowledgeStateError) -> Event {
        guard version.series == series else { throw KnowledgeStateError(.otherSeries) }
        if let index = index(of: version.identifier) {
            guard entries[index].state == .discarded else {
                throw KnowledgeStateError(.alreadyImported, state: entries[index].state)
            }
            entries[index] = Entry(version: version, state: .staged, receipt: nil)
        } else {
            entries.append(Entry(version: version, state: .staged, receipt: nil))
        }
        return .staged(version.identifier)
    }

    /// Notes that somebody saw what the version would change from the one that is current now.
    package mutating func confirm(_ receipt: DifferenceReceipt) throws(KnowledgeStateError) -> Event {
        let index = try step(receipt.version, from: [.staged, .superseded])
        guard receipt.comparedWith == current?.identifier else { throw KnowledgeStateError(.differenceOutdated) }
        entries[index].receipt = receipt
        return .differenceSeen(receipt)
    }

    /// Makes a version the one that findings are matched with. Refused until its difference from the current one was seen.
    package mutating func makeCurrent(_ version: VersionIdentifier) throws(KnowledgeStateError) -> Event {
        let index = try step(version, from: [.staged, .superseded])
        guard let receipt = entries[index].receipt else {
            throw KnowledgeStateError(.differenceNotSeen, state: entries[index].state)
        }
        let before = current?.identifier
        guard receipt.comparedWith == before else { throw KnowledgeStateError(.differenceOutdated) }
        for other in entries.indices where entries[other].state == .current {
            entries[other].state = .superseded
            entries[other].receipt = nil
        }
        entries[index].state = .current
        return .madeCurrent(version, superseding: before)
    }

    /// Puts a staged version aside.
    package mutating func discard(_ version: VersionIdentifier) throws(KnowledgeStateError) -> Event {
        let index = try step(version, from: [.staged])
        entries[index].state = .discarded
        return .discarded(version)
    }

    private func index(of version: VersionIdentifier) -> Int? { entries.firstIndex { $0.version.identifier == version } }

    private func step(_ version: VersionIdentifier, from states: Set<KnowledgeState>) throws(KnowledgeStateError) -> Int {
        guard version.series == series else { throw KnowledgeStateError(.otherSeries) }
        guard let index = index(of: version) else { throw KnowledgeStateError(.unknownVersion) }
        guard states.contains(entries[index].state) else { throw KnowledgeStateError(.notPossible, state: entries[index].state) }
        return index
    }
}
