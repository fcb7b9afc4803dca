package import StructuredText

/// Why a statement about actionability is incomplete.
package enum ActionabilityFault: String, Error, Sendable, CaseIterable {
    case tumourTypeNotOncoTree = "tumour-type-not-oncotree"
    case drugNotATC = "drug-not-atc"
    case drugMissing = "drug-missing"
    case drugWithoutTherapy = "drug-without-therapy"
    case referenceMissing = "reference-missing"
    case escatWithoutMatch = "escat-without-match"

    /// The member of the JSON form concerned.
    var member: String {
        switch self {
        case .tumourTypeNotOncoTree: "tumourType"
        case .drugNotATC, .drugMissing, .drugWithoutTherapy: "drugs"
        case .referenceMissing: "references"
        case .escatWithoutMatch: "escat"
        }
    }

    package var message: LocalizedText {
        switch self {
        case .tumourTypeNotOncoTree:
            LocalizedText(sv: "Tumörformen är ingen OncoTree-kod.", en: "the tumour type is not an OncoTree code.")
        case .drugNotATC: LocalizedText(sv: "Ett läkemedel har ingen ATC-kod.", en: "a drug's code is not ATC.")
        case .drugMissing:
            LocalizedText(
                sv: "En behandlingsutsaga i nivå I eller II saknar läkemedel.",
                en: "a therapeutic statement of tier I or II names no drug.")
        case .drugWithoutTherapy:
            LocalizedText(
                sv: "En utsaga om diagnos eller prognos anger läkemedel.",
                en: "a statement about diagnosis or prognosis names a drug.")
        case .referenceMissing:
            LocalizedText(sv: "Nivå I och II kräver en referens.", en: "tiers I and II need a reference.")
        case .escatWithoutMatch:
            LocalizedText(
                sv: "ESCAT gäller bara känslighet för ett läkemedel.", en: "ESCAT ranks sensitivity to a drug, nothing else.")
        }
    }

    package var remedy: LocalizedText {
        switch self {
        case .tumourTypeNotOncoTree: LocalizedText(sv: "Välj en tumörform i OncoTree.", en: "Choose a tumour type of OncoTree.")
        case .drugNotATC:
            LocalizedText(
                sv: "Ange ATC-kod, eller namnet om kod saknas.", en: "Give the ATC code, or the name where there is none.")
        case .drugMissing: LocalizedText(sv: "Ange läkemedlet.", en: "Name the drug.")
        case .drugWithoutTherapy: LocalizedText(sv: "Ta bort läkemedlet.", en: "Remove the drug.")
        case .referenceMissing: LocalizedText(sv: "Ange referensen.", en: "Give the reference.")
        case .escatWithoutMatch: LocalizedText(sv: "Ta bort ESCAT-nivån.", en: "Remove the ESCAT tier.")
        }
    }
}
