import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Records
import VariantStorage

/// What a partition holds besides submissions and the ledger: what a submission that fails must leave as it was.
struct PartitionContent: Hashable {
    var people: [String]
    var callSets: [String]
    var diagnoses: Int
    var phenotypes: Int
    var treatments: Int
    var assays: [String]
    var identities: Int
    var indexed: [String]
    var files: [String]

    init(_ partition: Partition) throws {
        let facts = try partition.records.cohortFacts()
        people = facts.people.map { "\($0.person) \($0.useStopped)" }
        callSets = facts.callSets.map { "\($0)" }
        diagnoses = facts.diagnoses.count
        phenotypes = facts.phenotypes.count
        treatments = facts.treatments.count
        assays = facts.assays.map(\.indexName)
        identities = 0
        for place in 0..<60 {
            let number = try IdentityNumber.parse(try IntakeBench.number(place), today: IntakeBench.today.date)
            if try partition.identity.number(of: partition.identity.pseudonym(of: number)) != nil { identities += 1 }
        }
        indexed = []
        for assembly in Assembly.allCases {
            indexed += try partition.index(assembly)?.callSetNames().sorted().map { "\(assembly.rawValue) \($0)" } ?? []
        }
        files = listDirectory(partition.layout.files)
    }
}

extension Partition {
    /// Events of the ledger about submissions.
    func submissionEvents() throws -> [NumberedEvent] { try ledger.events(LedgerFilter(act: .submission, limit: .max)) }

    /// Call sets that carry `position` A>G on chromosome 1.
    func carriers(_ position: Int, _ assembly: Assembly = .grch38) throws -> [String] {
        guard let index = try index(assembly), let contig = Contig.all.first, let place = Position(position),
            let variant = Variant(contig: contig, position: place, reference: "A", alternate: "G")
        else { return [] }
        return try index.carriers(of: variant, in: index.cohort()).map { index.callSet(of: $0).name }.sorted()
    }

    /// The files that hold a text as it is.
    func files(holding text: String) throws -> [String] {
        var found: [String] = []
        var folders = [layout.directory]
        while let folder = folders.popLast() {
            for name in listDirectory(folder) {
                let path = folder + "/" + name
                guard fileLength(path) != nil else {
                    folders.append(path)
                    continue
                }
                if try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data(text.utf8)) != nil { found.append(path) }
            }
        }
        return found.sorted()
    }
}
