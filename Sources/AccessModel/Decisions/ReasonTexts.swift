internal import StructuredText

/// The sentences of reasons that no law file writes.
enum ReasonTexts {
    static let unknownPurpose = LocalizedText(
        sv: "Ändamålet saknas i lagfilen.", en: "The law file does not know the purpose.")
    static let role = LocalizedText(
        sv: "Rollen får inte fråga för det här ändamålet.", en: "The role may not ask for this purpose.")
    static let noVeto = LocalizedText(
        sv: "Regionens policy kan inte hindra detta: lagen kräver det.",
        en: "The region's policy has no say in this: the law demands it.")
    static let nothingReleased = LocalizedText(
        sv: "Ingen datamängd är frisläppt för ändamålet.", en: "No data set is released for the purpose.")
    static let companyWithoutProject = LocalizedText(
        sv: "Uppgifter lämnas till företag bara inom ett namngivet projekt.",
        en: "Data goes to companies only inside a named project.")
    static let recordsOfOnePatient = LocalizedText(
        sv: "Uppgifter om enskilda ges bara om den patient som frågan gäller.",
        en: "Records are given only of the patient whom the question is about.")

    static let onePersonIsARecord = LocalizedText(
        sv: "Ett svar om en enda person är en uppgift om en enskild, och sådana får inte lämnas ut här.",
        en: "An answer about a single person is a record, and records may not be given here.")

    static func notInForce(_ force: InForce) -> LocalizedText {
        switch force {
        case .from(let date):
            LocalizedText(sv: "Regeln träder i kraft först \(date).", en: "The rule is in force only from \(date).")
        case .proposed:
            LocalizedText(sv: "Regeln är ett förslag och gäller inte.", en: "The rule is a proposal and not in force.")
        }
    }

    static func notInForce(_ kind: DataKind, _ force: InForce) -> LocalizedText {
        switch force {
        case .from(let date):
            LocalizedText(
                sv: "För \(kind.name.sv) gäller regeln först från \(date).",
                en: "For \(kind.name.en) the rule is in force only from \(date).")
        case .proposed:
            LocalizedText(
                sv: "För \(kind.name.sv) är regeln bara ett förslag.",
                en: "For \(kind.name.en) the rule is only a proposal.")
        }
    }

    static func stopped(by consent: ConsentRule) -> LocalizedText {
        LocalizedText(
            sv: "Patientens ställningstagande hindrar det: \(consent.title.sv).",
            en: "The patient's own statement stops it: \(consent.title.en).")
    }

    static func noRecipient(_ recipient: Recipient) -> LocalizedText {
        LocalizedText(
            sv: "Lagen medger inte att \(recipient.name.sv) får uppgifter för ändamålet.",
            en: "The law gives \(recipient.name.en) nothing for this purpose.")
    }

    static func mayHave(_ recipient: Recipient, _ granularity: Granularity) -> LocalizedText {
        LocalizedText(
            sv: "Lagen medger att \(recipient.name.sv) får högst \(granularity.name.sv).",
            en: "The law lets \(recipient.name.en) have at most \(granularity.name.en).")
    }

    static func policyLetsOutNothing(_ recipient: Recipient) -> LocalizedText {
        LocalizedText(
            sv: "Regionens policy släpper inte ut något till \(recipient.name.sv) för ändamålet.",
            en: "The region's policy lets out nothing to \(recipient.name.en) for this purpose.")
    }

    static func policyLetsOut(_ recipient: Recipient, _ granularity: Granularity) -> LocalizedText {
        LocalizedText(
            sv: "Regionens policy släpper ut högst \(granularity.name.sv) till \(recipient.name.sv).",
            en: "The region's policy lets out at most \(granularity.name.en) to \(recipient.name.en).")
    }

    static func askedForMore(_ limit: Granularity) -> LocalizedText {
        LocalizedText(
            sv: "Mer begärdes än som får lämnas ut. Svaret ges som \(limit.name.sv).",
            en: "More was asked for than may be given. The answer is given as \(limit.name.en).")
    }
}
