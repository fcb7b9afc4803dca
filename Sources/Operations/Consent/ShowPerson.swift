package import AccessModel
package import ClinicalModel
internal import GenomeModel
internal import Records
package import StructuredText

/// Shows what a partition holds about one person, where the law lets the actor see it; the person can see that it was done.
package struct ShowPerson: Sendable {
    package enum View: Sendable {
        case refused(Decision)
        case shown(LocalizedText)
    }

    package let partition: Partition
    package let law: LawBook
    package let actor: Actor
    package let purpose: Purpose
    package let person: Pseudonym

    package init(partition: Partition, law: LawBook, actor: Actor, purpose: Purpose, person: Pseudonym) {
        self.partition = partition
        self.law = law
        self.actor = actor
        self.purpose = purpose
        self.person = person
    }

    package func run() async throws -> View {
        let records = partition.records
        guard let known = try records.person(person) else { throw PartitionError(.unknownPerson, place: "person") }
        let today = partition.now().date
        let callSets = try records.callSets(of: person)
        guard let controller = callSets.first?.record.controller ?? partition.settings.defaultController else {
            throw PartitionError(.unknownPerson, place: "person")
        }
        let decide = DecideAboutPerson(
            partition: partition, law: law, actor: actor, purpose: purpose, person: person, date: today)
        let decision = try decide(controller)
        let isShown = decision.granularity == .record
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), .recordRead, process: "person show", purpose: purpose,
                basis: decision.basisText(.sv), decision: decision.granularity, patients: [person], returned: isShown ? 1 : 0,
                lacksCareRelation: try !decide.hasCareRelation))
        guard isShown else { return .refused(decision) }
        return .shown(try text(known, callSets, today))
    }

    private func text(_ known: Person, _ callSets: [RecordedCallSet], _ today: CivilDate) throws -> LocalizedText {
        func page(_ language: Language) throws -> String {
            func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
            var lines = [
                "\(known.pseudonym)  \(known.sex.rawValue)  \(known.birth?.description ?? "-")  \(known.homeRegion?.description ?? "-")"
            ]
            for diagnosis in try partition.records.diagnoses(of: person) {
                lines.append(say("diagnos", "diagnosis") + "  \(diagnosis.code)  \(diagnosis.status.rawValue)")
            }
            for phenotype in try partition.records.phenotypes(of: person) {
                lines.append(
                    say("fenotyp", "phenotype") + "  \(phenotype.code)  "
                        + (phenotype.isPresent ? say("finns", "present") : say("utesluten", "excluded")))
            }
            for treatment in try partition.records.treatments(of: person) {
                lines.append(
                    say("behandling", "treatment")
                        + "  \(treatment.drug)  \(treatment.start)–\(treatment.stop?.description ?? "")")
            }
            for callSet in callSets {
                lines.append(
                    say("analys", "call set")
                        + "  \(callSet.record.name)  \(callSet.record.assay)  \(callSet.record.origin.rawValue)  \(callSet.state.rawValue)"
                )
            }
            for event in try partition.records.consentEvents(of: person) {
                lines.append(
                    say("besked", "statement") + "  \(event.kind.rawValue)  "
                        + (event.isGiven ? say("ja", "yes") : say("nej", "no")) + "  \(event.from)")
            }
            for copy in try partition.records.copies(of: person) {
                lines.append(
                    say("kopia", "copy") + "  \(copy.reference)  \(copy.made)  "
                        + (copy.deleted.map { say("borttagen ", "deleted ") + $0.description } ?? ""))
            }
            return lines.joined(separator: "\n") + "\n"
        }
        return LocalizedText(sv: try page(.sv), en: try page(.en))
    }
}
