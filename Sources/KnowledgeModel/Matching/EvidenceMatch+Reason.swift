package import ClinicalModel
package import StructuredText

extension EvidenceMatch {
    /// Why the item is listed: a sentence for each part of its profile, one for the tumour type, and one where the origin differs.
    ///
    /// `label` gives a finding's name by its identifier; `tumourName` is what the patient's tumour type is called.
    package func reasons(
        label: (String) -> LocalizedText, tumourName: LocalizedText?, diseaseName: (Code) -> String?
    ) -> [LocalizedText] {
        var sentences = parts.map { $0.sentence(label) }
        if let sentence = tumourSentence(tumourName, diseaseName) { sentences.append(sentence) }
        if originAgrees == false {
            sentences.append(
                item.isAboutGermline == true
                    ? LocalizedText(
                        sv: "Evidensen gäller medfödda varianter, fyndet kommer från tumören.",
                        en: "The evidence is about inherited variants, the finding comes from the tumour.")
                    : LocalizedText(
                        sv: "Evidensen gäller förvärvade varianter, fyndet är medfött.",
                        en: "The evidence is about somatic variants, the finding is inherited."))
        }
        return sentences
    }

    private func tumourSentence(_ tumour: LocalizedText?, _ diseaseName: (Code) -> String?) -> LocalizedText? {
        let sv = tumour?.sv ?? "patientens tumör"
        let en = tumour?.en ?? "the patient's tumour"
        let disease = item.disease
        switch self.tumour {
        case .same:
            return LocalizedText(
                sv: "Evidensen gäller samma tumörtyp: \(disease).", en: "The evidence is about the same tumour type: \(disease).")
        case .broader:
            return LocalizedText(
                sv: "Evidensen gäller \(disease), som \(sv) hör till.",
                en: "The evidence is about \(disease), of which \(en) is a kind.")
        case .any: return LocalizedText(sv: "Evidensen gäller all cancer.", en: "The evidence is about cancer of any kind.")
        case .narrower:
            return LocalizedText(
                sv: "Evidensen gäller \(disease), en undergrupp till \(sv).",
                en: "The evidence is about \(disease), a subtype of \(en).")
        case .related(let code):
            let common = diseaseName(code) ?? code.description
            return LocalizedText(
                sv: "Evidensen gäller \(disease), en annan form av \(common) än \(sv).",
                en: "The evidence is about \(disease), another kind of \(common) than \(en).")
        case .other:
            return LocalizedText(
                sv: "Evidensen gäller en annan tumörtyp: \(disease).",
                en: "The evidence is about another tumour type: \(disease).")
        case .unknown:
            guard !disease.isEmpty else { return nil }
            return LocalizedText(
                sv: "Hur \(disease) förhåller sig till \(sv) är inte känt.", en: "How \(disease) relates to \(en) is not known.")
        }
    }
}

extension ProfilePart {
    /// What the findings say of the part, as a sentence.
    package func sentence(_ label: (String) -> LocalizedText) -> LocalizedText {
        switch outcome {
        case .met(let level, let finding):
            let name = label(finding)
            return LocalizedText(
                sv: "\(name.sv) motsvarar \(text): \(level.name.sv).", en: "\(name.en) is what \(text) means: \(level.name.en).")
        case .near(let reason, let finding):
            let (name, why) = (label(finding), reason.name)
            return LocalizedText(sv: "\(name.sv) är inte \(text): \(why.sv).", en: "\(name.en) is not \(text): \(why.en).")
        case .absent: return LocalizedText(sv: "\(text) hittades inte.", en: "\(text) was not found.")
        case .absentAsRequired:
            return LocalizedText(
                sv: "\(text): undersökt, och inget annat hittades.", en: "\(text): examined, and nothing else was found.")
        case .presentAgainstRequirement(let finding):
            let name = label(finding)
            return LocalizedText(sv: "\(text), men \(name.sv) finns.", en: "\(text), but \(name.en) is there.")
        case .notExamined: return LocalizedText(sv: "\(text): inte undersökt.", en: "\(text): not examined.")
        case .unreadable:
            return LocalizedText(sv: "\(text) kan inte tolkas av programmet.", en: "\(text) cannot be understood by the program.")
        }
    }
}

extension NearReason {
    package var name: LocalizedText {
        switch self {
        case .otherChangeOfCodon: LocalizedText(sv: "en annan förändring av samma kodon", en: "another change of the same codon")
        case .oneCopyLost: LocalizedText(sv: "bara en kopia är förlorad", en: "only one copy is lost")
        case .onlyGain: LocalizedText(sv: "fler kopior men ingen amplifiering", en: "more copies but no amplification")
        case .exonsNotKnown:
            LocalizedText(sv: "samma fusion, men exonen är inte kända", en: "the same fusion, but the exons are not known")
        case .otherExons: LocalizedText(sv: "samma fusion mellan andra exon", en: "the same fusion between other exons")
        case .otherCopyNotKnown:
            LocalizedText(
                sv: "om den andra kopian är förändrad är inte känt", en: "whether the other copy is altered is not known")
        }
    }
}
