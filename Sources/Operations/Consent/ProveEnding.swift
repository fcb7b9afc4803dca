package import ClinicalModel
internal import GenomeModel
package import Records
internal import VariantStorage

/// What is not as an ending promises.
package enum EndingFault: Hashable, Sendable, CustomStringConvertible {
    case stillIndexed(Int)
    case stillUsed
    case stillShown
    case recordIncomplete(String)
    case copyLeft(String)
    case bytesLeft(String)

    package var description: String {
        switch self {
        case .stillIndexed(let count): "\(count) call sets are still in the index."
        case .stillUsed: "The records still let the data be used."
        case .stillShown: "The records still let the data be shown."
        case .recordIncomplete(let what): "The clinical record is not whole: \(what)."
        case .copyLeft(let path): "A copy is still there: \(path)."
        case .bytesLeft(let path): "Bytes are left in \(path)."
        }
    }
}

/// Proves the ending that was ordered, and no other: after destruction no byte is left but the ledger's events; after the others the clinical record
/// is whole.
package struct ProveEnding: Sendable {
    let partition: Partition
    let person: Pseudonym
    let act: Ending.Act
    /// The names of the person's call sets when it was ordered.
    let callSets: [String]

    package init(partition: Partition, person: Pseudonym, act: Ending.Act, callSets: [String]) {
        self.partition = partition
        self.person = person
        self.act = act
        self.callSets = callSets
    }

    package func run() throws -> [EndingFault] {
        switch act {
        case .destroy: try leftovers()
        case .stopUsing:
            try wholeness() + indexed() + (partition.records.hasStoppedUse(person) ? [] : [.stillUsed])
        case .stopShowing:
            try wholeness() + (partition.records.hasStoppedShowing(person) ? [] : [.stillShown])
        case .deleteCopy:
            try wholeness()
                + partition.records.copies(of: person).filter { copy in
                    copy.deleted != nil && fileLength(partition.layout.directory + "/" + copy.path) != nil
                }.map { .copyLeft($0.path) }
        }
    }

    private func indexed() throws -> [EndingFault] {
        var left = 0
        for assembly in Assembly.allCases {
            guard let index = try partition.index(assembly) else { continue }
            left += index.callSetNames().intersection(callSets).count
            if index.hasErasuresWaiting { left += 1 }
        }
        return left == 0 ? [] : [.stillIndexed(left)]
    }

    /// The person, their call sets and every file that brought them are there, byte for byte.
    private func wholeness() throws -> [EndingFault] {
        var faults: [EndingFault] = []
        if try partition.records.person(person) == nil { faults.append(.recordIncomplete("the person")) }
        if try partition.identity.number(of: person) == nil { faults.append(.recordIncomplete("the identity")) }
        let recorded = try partition.records.callSets(of: person)
        if Set(recorded.map(\.record.name)) != Set(callSets) { faults.append(.recordIncomplete("call sets")) }
        for submission in Set(recorded.map(\.submission)).sorted() {
            for file in try partition.records.files(of: submission)
            where try partition.files.digest(of: file.sha256) != file.sha256 {
                faults.append(.recordIncomplete("a file of \(submission)"))
            }
        }
        return faults
    }

    /// Looks for the pseudonym and the call sets' names in every file of the partition but the ledger.
    private func leftovers() throws -> [EndingFault] {
        var faults = try indexed()
        let needles = ([person.text] + callSets.filter { $0.utf8.count >= 4 }).map { Array($0.utf8) }
        let others = try partition.records.cohortFacts().callSets.map(\.name)
            .filter { other in callSets.contains { other != $0 && other.contains($0) } }.map { Array($0.utf8) }
        for path in partition.layout.everyFile() where !path.hasPrefix(partition.layout.audit) {
            if try FileSearch.contains(path, anyOf: needles, outside: others) {
                faults.append(.bytesLeft(String(path.dropFirst(partition.layout.directory.count + 1))))
            }
        }
        return faults
    }
}
