package import StructuredText

/// Why an interpretation cannot be as it was given.
package enum InterpretationFault: String, Error, Sendable, CaseIterable {
    case criterionTwice = "criterion-twice"
    case classNotOfBasis = "class-not-of-basis"
    case judgementReason = "judgement-reason"
    case noAssessment = "no-assessment"

    package var message: LocalizedText {
        switch self {
        case .criterionTwice: LocalizedText(sv: "Ett kriterium anges två gånger.", en: "a criterion is given twice.")
        case .classNotOfBasis:
            LocalizedText(
                sv: "Klassen är inte den som kriterierna ger på det angivna sättet.",
                en: "the class is not the one that the criteria give in the way stated.")
        case .judgementReason:
            LocalizedText(
                sv: "En egen bedömning måste motiveras, och bara en egen bedömning.",
                en: "a judgement needs its reason, and nothing else has one.")
        case .noAssessment:
            LocalizedText(
                sv: "Varken onkogenicitet eller klinisk betydelse är bedömd.",
                en: "neither oncogenicity nor actionability is assessed.")
        }
    }

    package var remedy: LocalizedText {
        switch self {
        case .criterionTwice:
            LocalizedText(
                sv: "Slå samman beläggen och välj en styrka.", en: "Join the evidence under one criterion and choose a strength.")
        case .classNotOfBasis:
            LocalizedText(
                sv: "Använd klassen som beräknas, eller ange en motiverad egen bedömning.",
                en: "Use the class that is computed, or give a judgement with its reason.")
        case .judgementReason: LocalizedText(sv: "Skriv motiveringen.", en: "Write the reason.")
        case .noAssessment: LocalizedText(sv: "Ange minst en bedömning.", en: "Give at least one assessment.")
        }
    }
}
