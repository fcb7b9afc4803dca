internal import ClinicalModel
internal import StructuredText
internal import VariantFormats

/// The failures by name, with their texts in one place: `docs/intake.md` lists the same ones.
extension IntakeFailure {
    static func fileMissing(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .filesComplete, .fileMissing, place: name,
            message: LocalizedText(sv: "Filen finns inte bredvid manifestet.", en: "The file is not beside the manifest."),
            remedy: LocalizedText(
                sv: "Lägg dit filen, eller ta bort den ur manifestet, och sänd in igen.",
                en: "Put the file there, or take it out of the manifest, and submit again."))
    }

    static func fileNotRegular(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .filesComplete, .fileNotRegular, place: name,
            message: LocalizedText(
                sv: "Namnet är en länk, en mapp eller en enhet, inte en fil.",
                en: "The name is a link, a folder or a device, not a file."),
            remedy: LocalizedText(sv: "Kopiera själva filen till mappen.", en: "Copy the file itself into the folder."))
    }

    static func fileSize(_ name: String, expected: Int, found: Int) -> IntakeFailure {
        IntakeFailure(
            .filesComplete, .fileSize, place: name,
            message: LocalizedText(
                sv: "Filen är \(found) byte; manifestet säger \(expected).",
                en: "The file has \(found) bytes; the manifest says \(expected)."),
            remedy: LocalizedText(
                sv: "Överför filen igen; den kan ha blivit avbruten.", en: "Transfer the file again; it may have been cut."))
    }

    static func checksum(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .filesComplete, .checksum, place: name,
            message: LocalizedText(
                sv: "Kontrollsumman (SHA-256) är inte manifestets.", en: "The checksum (SHA-256) is not the manifest's."),
            remedy: LocalizedText(
                sv: "Överför filen igen, eller räkna om summan med sha256sum om filen har gjorts om.",
                en: "Transfer the file again, or compute the sum anew with sha256sum if the file was made anew."))
    }

    static func fileTooLarge(_ name: String, limit: Int) -> IntakeFailure {
        IntakeFailure(
            .filesComplete, .fileTooLarge, place: name,
            message: LocalizedText(
                sv: "Filen är större än gränsen, \(limit >> 30) GiB.",
                en: "The file is larger than the limit, \(limit >> 30) GiB."),
            remedy: LocalizedText(
                sv: "Sänd in den komprimerad, eller höj fileLimitGiB i partition.yaml.",
                en: "Submit it compressed, or raise fileLimitGiB in partition.yaml."))
    }

    static func manifestInvalid(_ faults: [ManifestFault]) -> IntakeFailure {
        let shown = faults.prefix(20)
        func text(_ language: Language) -> String {
            shown.map { fault in
                let place =
                    fault.place.line == 0
                    ? ""
                    : (language == .sv
                        ? "rad \(fault.place.line), tecken \(fault.place.column), "
                        : "line \(fault.place.line), column \(fault.place.column), ")
                return
                    "\(place)\(fault.path.isEmpty ? "" : fault.path + ": ")\(fault.message.text(language))\(fault.expected.isEmpty ? "" : " [\(fault.expected)]")"
            }.joined(separator: "\n") + (faults.count > shown.count ? "\n…" : "")
        }
        return IntakeFailure(
            .manifestValid, .manifestInvalid, place: "manifest.json",
            message: LocalizedText(sv: text(.sv), en: text(.en)),
            remedy: faults.first?.remedy ?? LocalizedText(sv: "", en: ""))
    }

    static func manifestTooLarge(limit: Int) -> IntakeFailure {
        IntakeFailure(
            .manifestValid, .manifestTooLarge, place: "manifest.json",
            message: LocalizedText(
                sv: "Manifestet är större än \(limit >> 20) MiB.", en: "The manifest is larger than \(limit >> 20) MiB."),
            remedy: LocalizedText(
                sv: "Se efter att rätt fil heter manifest.json, eller dela ärendet.",
                en: "Check that the right file is called manifest.json, or divide the case."))
    }

    static func unknownOrganisation(_ code: Code, place: String) -> IntakeFailure {
        IntakeFailure(
            .manifestValid, code, place: place,
            message: LocalizedText(sv: "Regionen känner ingen sådan organisation.", en: "The region knows no such organisation."),
            remedy: LocalizedText(
                sv: "Registrera den med: samsyn partition organisation, eller rätta koden.",
                en: "Register it with: samsyn partition organisation, or mend the code."))
    }

    static func callSetKnown(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .manifestValid, .callSetKnown, place: name,
            message: LocalizedText(sv: "En analys med det namnet finns redan.", en: "A call set of this name is there already."),
            remedy: LocalizedText(
                sv: "Är det en omanalys: kind replacement. Annars: ett nytt namn.",
                en: "If it is a re-analysis: kind replacement. Else: a new name."))
    }

    static func callSetUnknown(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .manifestValid, .callSetUnknown, place: name,
            message: LocalizedText(sv: "Ingen analys med det namnet finns.", en: "There is no call set of this name."),
            remedy: LocalizedText(
                sv: "Rätta namnet i replaces (eller callSets), eller sänd in som kind new.",
                en: "Mend the name in replaces (or callSets), or submit as kind new."))
    }

    static func callSetOfAnother(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .identityResolved, .callSetOfAnother, place: name,
            message: LocalizedText(
                sv: "Analysen som ska ersättas hör till en annan person.",
                en: "The call set to be replaced belongs to another person."),
            remedy: LocalizedText(
                sv: "Se efter att identitetsnummer och replaces hör ihop; ett prov kan ha förväxlats.",
                en: "Check that identity number and replaces belong together; a sample may have been swapped."))
    }

    static func specimenOfAnother(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .identityResolved, .specimenOfAnother, place: name,
            message: LocalizedText(
                sv: "Provet är registrerat på en annan person.", en: "The specimen is registered to another person."),
            remedy: LocalizedText(
                sv: "Se efter provnummer och identitetsnummer; ett prov kan ha förväxlats.",
                en: "Check specimen and identity number; a sample may have been swapped."))
    }

    static func findingUnfounded(_ finding: String, _ name: String) -> IntakeFailure {
        IntakeFailure(
            .identityResolved, .findingUnfounded, place: finding,
            message: LocalizedText(
                sv: "Fyndet vilar på \(name), som inte finns eller är från ett annat prov.",
                en: "The finding rests on \(name), which is not there or is from another specimen."),
            remedy: LocalizedText(
                sv: "Rätta specimen och callSet i fyndet.", en: "Mend specimen and callSet of the finding."))
    }

    static func caseUnknown(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .manifestValid, .caseUnknown, place: name,
            message: LocalizedText(sv: "Inget sådant ärende finns att lägga till.", en: "There is no such case to add to."),
            remedy: LocalizedText(sv: "Rätta case, eller sänd in som kind new.", en: "Mend case, or submit as kind new."))
    }

    static func submissionUnknown(_ id: String) -> IntakeFailure {
        IntakeFailure(
            .manifestValid, .submissionUnknown, place: id,
            message: LocalizedText(sv: "Regionen känner ingen sådan insändning.", en: "The region knows no such submission."),
            remedy: LocalizedText(sv: "Lista dem med: samsyn intake status", en: "List them with: samsyn intake status"))
    }

    static func submissionState(_ id: String, _ state: String) -> IntakeFailure {
        IntakeFailure(
            .manifestValid, .submissionState, place: id,
            message: LocalizedText(
                sv: "Insändningen är i läget \(state); bara en i karantän kan sändas om och bara en tillgänglig rättas.",
                en:
                    "The submission is \(state); only one in quarantine can be resubmitted, and only one that is available corrected."
            ),
            remedy: LocalizedText(sv: "Se läget med: samsyn intake status", en: "See its state with: samsyn intake status"))
    }

    static func assayChanged(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .manifestValid, .assayChanged, place: name,
            message: LocalizedText(
                sv: "Metodversionen är registrerad med andra uppgifter (mål, sort eller laboratorium).",
                en: "This version of the assay is registered with other targets, another kind or another laboratory."),
            remedy: LocalizedText(
                sv: "Ge den ändrade metoden ett nytt versionsnummer.", en: "Give the changed assay a new version."))
    }

    static func notCorrectable(_ place: String) -> IntakeFailure {
        IntakeFailure(
            .manifestValid, .notCorrectable, place: place,
            message: LocalizedText(
                sv: "Uppgiften påverkar hur varianterna räknas och kan inte rättas för sig.",
                en: "The value decides how variants are counted and cannot be corrected by itself."),
            remedy: LocalizedText(
                sv: "Sänd in analysen på nytt som kind replacement.", en: "Submit the analysis again as kind replacement."))
    }

    static func personEnded(_ id: String) -> IntakeFailure {
        IntakeFailure(
            .identityResolved, .personEnded, place: id,
            message: LocalizedText(
                sv: "Personens uppgifter får enligt beslut inte längre användas.",
                en: "By decision the person's data is no longer to be used."),
            remedy: LocalizedText(
                sv: "Fråga regionens dataansvarige; ett nytt beslut krävs.",
                en: "Ask the region's data steward; a new decision is needed."))
    }

    static func metricMissing(_ callSet: String, _ metric: String) -> IntakeFailure {
        IntakeFailure(
            .qualityPassed, .metricMissing, place: callSet,
            message: LocalizedText(sv: "Kvalitetsmåttet \(metric) saknas.", en: "The quality metric \(metric) is missing."),
            remedy: LocalizedText(
                sv: "Lägg till måttet i manifestet, eller ändra regionens quality.yaml.",
                en: "Add the metric to the manifest, or change the region's quality.yaml."))
    }

    static func metricOutside(_ callSet: String, _ metric: String, _ value: Double, _ limit: String) -> IntakeFailure {
        IntakeFailure(
            .qualityPassed, .metricOutside, place: callSet,
            message: LocalizedText(
                sv: "\(metric) är \(value); gränsen är \(limit).", en: "\(metric) is \(value); the threshold is \(limit)."),
            remedy: LocalizedText(
                sv: "Gör om analysen, eller ändra regionens quality.yaml efter beslut.",
                en: "Repeat the analysis, or change the region's quality.yaml by decision."))
    }

    static func identityInvalid(_ id: String, _ reason: LocalizedText) -> IntakeFailure {
        IntakeFailure(
            .identityResolved, .identityInvalid, place: id, message: reason,
            remedy: LocalizedText(
                sv: "Jämför med remissen: två siffror kan ha bytt plats. Reservnummer kräver ett format i partition.yaml.",
                en:
                    "Compare with the referral: two digits may have changed places. Reserve numbers need a format in partition.yaml."
            ))
    }

    static func identityTwice(_ id: String) -> IntakeFailure {
        IntakeFailure(
            .identityResolved, .identityTwice, place: id,
            message: LocalizedText(
                sv: "Två personer i manifestet har samma identitetsnummer.",
                en: "Two people of the manifest have the same identity number."),
            remedy: LocalizedText(
                sv: "Ge var och en sitt nummer, eller låt proven höra till en person.",
                en: "Give each their own number, or let the specimens belong to one person."))
    }

    static func contradicts(_ code: Code, _ id: String) -> IntakeFailure {
        IntakeFailure(
            .identityResolved, code, place: id,
            message: code == .birthContradicts
                ? LocalizedText(
                    sv: "Födelsemånaden stämmer inte med den registrerade.",
                    en: "The month of birth contradicts what is registered.")
                : LocalizedText(sv: "Könet stämmer inte med det registrerade.", en: "The sex contradicts what is registered."),
            remedy: LocalizedText(
                sv: "Se efter identitetsnumret; är den registrerade uppgiften fel: sänd först en rättelse.",
                en: "Check the identity number; if what is registered is wrong, submit a correction first."))
    }

    static func identityInFile(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .identityResolved, .identityInFile, place: name,
            message: LocalizedText(
                sv: "Ett provnamn i filen är ett identitetsnummer.", en: "A sample name in the file is an identity number."),
            remedy: LocalizedText(
                sv: "Byt provnamn (bcftools reheader -s) och räkna om kontrollsumman.",
                en: "Rename the sample (bcftools reheader -s) and compute the checksum anew."))
    }

    static func fileUnusable(_ error: FormatError, name: String) -> IntakeFailure {
        let place = error.line.map { name + ", line \($0)" } ?? name
        return IntakeFailure(
            .indexed, error.code == .expandsTooMuch ? .expandsTooMuch : .fileUnusable,
            place: error.field.map { place + ", " + $0 } ?? place,
            message: error.localizedMessage,
            remedy: LocalizedText(
                sv: "Rätta filen på den angivna platsen, räkna om kontrollsumman och sänd in igen.", en: error.remedy))
    }

    static func targetsUnusable(_ error: FormatError, name: String) -> IntakeFailure {
        IntakeFailure(
            .indexed, .targetsUnusable, place: error.line.map { name + ", line \($0)" } ?? name,
            message: error.localizedMessage,
            remedy: LocalizedText(sv: "Rätta BED-filen på den angivna platsen och sänd in igen.", en: error.remedy))
    }

    static func sharedBinaryFile(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .indexed, .sharedBinaryFile, place: name,
            message: LocalizedText(
                sv: "En BCF-fil med flera personer kan inte skiljas åt om en av dem ska förstöras.",
                en: "A BCF file of several people cannot be taken apart when one of them is to be destroyed."),
            remedy: LocalizedText(sv: "Sänd in en fil per person, eller VCF.", en: "Submit one file for each person, or VCF."))
    }

    static func sampleUnclaimed(_ name: String) -> IntakeFailure {
        IntakeFailure(
            .identityResolved, .sampleUnclaimed, place: name,
            message: LocalizedText(
                sv: "Filen innehåller prov som manifestet inte nämner: uppgifter om någon som ingen har angett.",
                en: "The file holds samples that the manifest does not name: data about somebody nobody has stated."),
            remedy: LocalizedText(
                sv: "Nämn varje prov under callSets, eller ta bort kolumnerna (bcftools view -s).",
                en: "Name each sample under callSets, or take the columns out (bcftools view -s)."))
    }

    static func text(_ error: IdentityNumberError) -> LocalizedText {
        switch error {
        case .shape:
            LocalizedText(
                sv:
                    "Identitetsnumret har varken formen av ett personnummer, ett samordningsnummer eller ett av regionens reservnummer.",
                en: error.message)
        case .noSuchDay: LocalizedText(sv: "Datumet i identitetsnumret finns inte.", en: error.message)
        case .inTheFuture: LocalizedText(sv: "Datumet i identitetsnumret ligger i framtiden.", en: error.message)
        case .checkDigit: LocalizedText(sv: "Kontrollsiffran i identitetsnumret är fel.", en: error.message)
        }
    }
}
