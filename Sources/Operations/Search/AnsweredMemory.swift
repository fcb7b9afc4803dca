internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import Records
internal import Synchronization

/// What organisations have been told out of a partition, as the rules that protect few people need it: what stands in the records, kept
/// at hand for as long as nobody writes there.
///
/// Whoever decides what may be told holds it until what was told is written down, so that two questions at once cannot both be answered
/// where one of them would be withheld after the other.
package final class AnsweredMemory: Sendable {
    private let held = Mutex<[String: AnsweredToOrganisation]>([:])

    init() {}

    func open<T: Sendable>(
        _ asked: AskedQuestion, _ snapshot: CohortSnapshot, _ partition: Partition,
        _ body: (inout AnsweredToOrganisation) throws -> T
    ) throws -> T {
        try held.withLock { held in
            let organisation = asked.organisation
            let stamp = try partition.records.stamp()
            var memory = held[organisation]
            if memory?.changeCounter != snapshot.facts.changeCounter {
                memory = nil
            } else if stamp == nil || memory?.stamp != stamp {
                if try partition.records.disclosureCounter() == memory?.counter { memory?.stamp = stamp } else { memory = nil }
            }
            var current = try memory ?? AnsweredToOrganisation(organisation, snapshot, partition, stamp: stamp)
            // Whatever happens inside, what was written is looked for again.
            held[organisation] = nil
            let result = try body(&current)
            held[organisation] = current
            return result
        }
    }
}

/// What one organisation has been told.
struct AnsweredToOrganisation: Sendable {
    /// People of the answers from this release.
    private(set) var people: [RowSet] = []
    /// Call sets out of which figures of variants were told from this release. Each is taken to have been asked for every variant.
    private(set) var cohorts: [RowSet] = []
    /// The same of every release, and how many of the call sets are gone since.
    private var everyCohort: [(rows: RowSet, gone: Int)] = []
    fileprivate let changeCounter: Int
    fileprivate var counter: Int
    fileprivate var stamp: Int?
    private let organisation: String
    private let release: String
    private var questions: Set<String> = []
    private var figureQuestions: Set<String> = []
    /// Figures of every release.
    private var figures: Set<Int64> = []
    private var risk = 0.0

    fileprivate init(_ organisation: String, _ snapshot: CohortSnapshot, _ partition: Partition, stamp: Int?) throws {
        let records = partition.records
        self.organisation = organisation
        self.stamp = stamp
        release = snapshot.facts.release
        changeCounter = snapshot.facts.changeCounter
        counter = try records.disclosureCounter()
        for set in try records.answeredSets(organisation: organisation, release: release) {
            people.append(snapshot.people(of: set.people))
            questions.insert(set.question)
        }
        for cohort in try records.figureCohorts(organisation: organisation) {
            let rows = snapshot.rows(of: cohort.callSets)
            everyCohort.append((rows, cohort.callSets.count / 4 - rows.count))
            guard cohort.release == release else { continue }
            cohorts.append(rows)
            figureQuestions.insert(cohort.question)
        }
        for charge in try records.membershipCharges(organisation: organisation) {
            figures.insert(charge.figure)
            risk += charge.risk
        }
    }

    /// Keeps whose number was told, so that a later answer cannot be subtracted from it.
    mutating func remember(
        _ set: RowSet, of asked: AskedQuestion, _ suffix: String, _ snapshot: CohortSnapshot, _ partition: Partition
    ) throws {
        let question = name(asked, asked.question.text + suffix, partition)
        // The same people under another question, or on another day, are told by nothing new.
        guard !people.contains(set), questions.insert(question).inserted else { return }
        try partition.records.rememberAnsweredSet(
            AnsweredSet(
                organisation: organisation, release: release, question: question, people: snapshot.bytes(of: set),
                time: partition.now()))
        people.append(set)
        counter = try partition.records.disclosureCounter()
    }

    /// Keeps of which call sets figures were told.
    mutating func rememberCohort(
        _ rows: RowSet, of asked: AskedQuestion, _ snapshot: CohortSnapshot, _ partition: Partition
    ) throws {
        let question = name(asked, asked.question.criterion.text, partition)
        guard !cohorts.contains(rows), figureQuestions.insert(question).inserted else { return }
        try partition.records.rememberFigureCohort(
            FigureCohort(
                organisation: organisation, release: release, question: question, callSets: snapshot.bytes(ofRows: rows),
                time: partition.now()))
        cohorts.append(rows)
        everyCohort.append((rows, 0))
        counter = try partition.records.disclosureCounter()
    }

    /// The fewest people by which a cohort differs from one that the organisation has had figures of, in this release or an earlier one:
    /// the difference of two figures is a figure of them. Nil where it differs from none.
    func leastDifference(of rows: RowSet, _ snapshot: CohortSnapshot) -> Int? {
        let people = snapshot.table.people(in: rows)
        return everyCohort.compactMap { earlier in
            let difference = people.countOfDifference(to: snapshot.table.people(in: earlier.rows)) + earlier.gone
            return difference > 0 ? difference : nil
        }.min()
    }

    /// The figures that may be told within the budget, in the order given; what was told before is free.
    mutating func charge(_ charges: [MembershipCharge], budget: Double, _ partition: Partition) throws -> Set<Int64> {
        var told: Set<Int64> = []
        var fresh: [MembershipCharge] = []
        var spent = risk
        for charge in charges where !told.contains(charge.figure) {
            if figures.contains(charge.figure) {
                told.insert(charge.figure)
            } else if spent + charge.risk <= budget {
                spent += charge.risk
                told.insert(charge.figure)
                fresh.append(charge)
            }
        }
        guard !fresh.isEmpty else { return told }
        // The records have the last word: another process may have told something meanwhile.
        let granted = try partition.records.charge(fresh, to: organisation, budget: budget, time: partition.now())
        for charge in fresh {
            if granted.contains(charge.figure) {
                figures.insert(charge.figure)
                risk += charge.risk
            } else {
                told.remove(charge.figure)
            }
        }
        counter = try partition.records.disclosureCounter()
        return told
    }

    private func name(_ asked: AskedQuestion, _ text: String, _ partition: Partition) -> String {
        partition.identity.keyedDigest(of: Array("\(asked.date) \(asked.assembly.rawValue) \(text)".utf8))
    }
}
