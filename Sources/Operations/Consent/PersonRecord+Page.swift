internal import AccessModel
package import ClinicalModel
internal import GenomeModel
internal import Records
package import StructuredText

extension PersonRecord {
    /// Of what the person has, shows and is given.
    package var codes: [Code] { diagnoses.map(\.code) + phenotypes.map(\.code) + treatments.map(\.drug) }

    /// The record as plain text, one line for each thing.
    package func page(_ names: NamedCodes) -> LocalizedText { LocalizedText(sv: page(names, .sv), en: page(names, .en)) }

    private func page(_ names: NamedCodes, _ language: Language) -> String {
        func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
        var lines = [
            "\(person.pseudonym)  \(person.sex.rawValue)  \(person.birth?.description ?? "-")  \(person.homeRegion?.description ?? "-")"
        ]
        for diagnosis in diagnoses {
            lines.append(say("diagnos", "diagnosis") + "  \(names.label(diagnosis.code, language))  \(diagnosis.status.rawValue)")
        }
        for phenotype in phenotypes {
            lines.append(
                say("fenotyp", "phenotype") + "  \(names.label(phenotype.code, language))  "
                    + (phenotype.isPresent ? say("finns", "present") : say("utesluten", "excluded")))
        }
        for treatment in treatments {
            lines.append(
                say("behandling", "treatment") + "  \(names.label(treatment.drug, language))  "
                    + "\(treatment.start)–\(treatment.stop?.description ?? "")")
        }
        for callSet in callSets {
            lines.append(
                say("analys", "call set")
                    + "  \(callSet.record.name)  \(callSet.record.assay)  \(callSet.record.origin.rawValue)  \(callSet.state.rawValue)"
            )
        }
        for event in statements {
            lines.append(
                say("besked", "statement") + "  \(event.kind.rawValue)  " + (event.isGiven ? say("ja", "yes") : say("nej", "no"))
                    + "  \(event.from)")
        }
        for copy in copies {
            lines.append(
                say("kopia", "copy") + "  \(copy.reference)  \(copy.made)  "
                    + (copy.deleted.map { say("borttagen ", "deleted ") + $0.description } ?? ""))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
