package import StructuredText

/// How ready a match of alteration and drug is: ESMO's scale, Mateo et al. 2018 (doi:10.1093/annonc/mdy263), eleven tiers.
package enum ESCATTier: String, Sendable, CaseIterable, Comparable {
    case oneA = "I-A"
    case oneB = "I-B"
    case oneC = "I-C"
    case twoA = "II-A"
    case twoB = "II-B"
    case threeA = "III-A"
    case threeB = "III-B"
    case fourA = "IV-A"
    case fourB = "IV-B"
    case five = "V"
    case x = "X"

    /// The most ready first.
    package static func < (a: ESCATTier, b: ESCATTier) -> Bool { a.place < b.place }

    private var place: Int { ESCATTier.allCases.firstIndex(of: self) ?? ESCATTier.allCases.count }

    package var text: LocalizedText {
        switch self {
        case .oneA:
            LocalizedText(
                sv: "Prospektiva randomiserade studier i tumörformen visar kliniskt meningsfull överlevnadsvinst",
                en: "Prospective randomised trials in the tumour type show a clinically meaningful survival benefit")
        case .oneB:
            LocalizedText(
                sv: "Prospektiva icke-randomiserade studier i tumörformen visar kliniskt meningsfull nytta",
                en: "Prospective non-randomised trials in the tumour type show clinically meaningful benefit")
        case .oneC:
            LocalizedText(
                sv: "Studier över tumörformer (basket) visar nytta, lika över tumörformerna",
                en: "Trials across tumour types (basket) show benefit, similar across tumour types")
        case .twoA:
            LocalizedText(
                sv: "Retrospektiva studier visar kliniskt meningsfull nytta jämfört med patienter utan förändringen",
                en: "Retrospective studies show clinically meaningful benefit compared with patients without the alteration")
        case .twoB:
            LocalizedText(
                sv: "Prospektiva studier visar högre svarsfrekvens, data om överlevnad saknas",
                en: "Prospective trials show increased responsiveness, no data on survival end points")
        case .threeA:
            LocalizedText(
                sv: "Nytta visad för förändringen (som I och II) i annan tumörform",
                en: "Benefit shown for the alteration (as I and II) in another tumour type")
        case .threeB:
            LocalizedText(
                sv: "Förändring med liknande väntad funktionell effekt som en i nivå I, utan egna kliniska data",
                en: "Alteration with a predicted functional impact similar to one of tier I, without clinical data of its own")
        case .fourA:
            LocalizedText(
                sv: "Prekliniska modeller (in vitro eller in vivo) talar för läkemedelskänslighet",
                en: "Preclinical in vitro or in vivo models suggest drug sensitivity")
        case .fourB: LocalizedText(sv: "Förutsagt genom beräkning (in silico)", en: "Predicted in silico")
        case .five:
            LocalizedText(
                sv: "Objektivt svar utan kliniskt meningsfull nytta; talar för kombinationsbehandling",
                en: "Objective response without clinically meaningful benefit; supports co-targeting")
        case .x: LocalizedText(sv: "Belägg saknas för att förändringen kan behandlas", en: "No evidence for actionability")
        }
    }
}
