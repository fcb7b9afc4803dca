package import StructuredText

extension ACMGCriterion {
    /// What it asks, in short, after Richards et al. 2015, tables 3 and 4.
    package var text: LocalizedText {
        switch self {
        case .pvs1:
            LocalizedText(
                sv: "Nollvariant i en gen där funktionsförlust är en känd sjukdomsmekanism",
                en: "Null variant in a gene where loss of function is a known mechanism of disease")
        case .ps1:
            LocalizedText(
                sv: "Samma aminosyraförändring som en redan fastställd patogen variant",
                en: "Same amino acid change as an established pathogenic variant")
        case .ps2:
            LocalizedText(
                sv: "De novo, med båda föräldraskapen bekräftade, hos patient utan familjehistoria",
                en: "De novo, both parents confirmed, in a patient without family history")
        case .ps3:
            LocalizedText(
                sv: "Väletablerade funktionella studier visar skadlig effekt",
                en: "Well-established functional studies show a damaging effect")
        case .ps4:
            LocalizedText(
                sv: "Signifikant vanligare hos sjuka än hos kontroller",
                en: "Significantly more prevalent in affected individuals than in controls")
        case .pm1:
            LocalizedText(
                sv: "I mutationstät region eller väletablerad funktionell domän utan benign variation",
                en: "In a mutational hot spot or well-established functional domain without benign variation")
        case .pm2:
            LocalizedText(
                sv: "Saknas i populationsdata, eller mycket låg frekvens vid recessiv nedärvning",
                en: "Absent from population data, or at extremely low frequency if recessive")
        case .pm3:
            LocalizedText(
                sv: "Vid recessiv sjukdom: sedd in trans med en patogen variant",
                en: "For recessive disorders: detected in trans with a pathogenic variant")
        case .pm4:
            LocalizedText(
                sv: "Ändrad proteinlängd genom in-frame-förändring utanför upprepning, eller förlorat stopp",
                en: "Protein length changed by an in-frame change outside a repeat, or by a stop loss")
        case .pm5:
            LocalizedText(
                sv: "Ny missense på en aminosyra där en annan missense är patogen",
                en: "Novel missense at a residue where another missense is pathogenic")
        case .pm6:
            LocalizedText(
                sv: "Antagen de novo, utan bekräftade föräldraskap", en: "Assumed de novo, without confirmed parentage")
        case .pp1:
            LocalizedText(
                sv: "Nedärvs med sjukdomen hos flera sjuka i familjen", en: "Cosegregates with disease in affected relatives")
        case .pp2:
            LocalizedText(
                sv: "Missense i en gen med få benigna missense, där missense är en vanlig sjukdomsmekanism",
                en: "Missense in a gene with little benign missense variation, where missense is a common mechanism")
        case .pp3:
            LocalizedText(sv: "Beräkningar talar för skadlig effekt", en: "Computational evidence supports a damaging effect")
        case .pp4:
            LocalizedText(
                sv: "Fenotyp eller familjehistoria mycket specifik för sjukdomen",
                en: "Phenotype or family history highly specific for the disease")
        case .pp5:
            LocalizedText(
                sv: "Ansedd källa anger patogen utan åtkomliga belägg",
                en: "Reputable source reports pathogenic, evidence not available")
        case .ba1: LocalizedText(sv: "Vanlig i befolkningen (över 5 %)", en: "Common in the population (above 5 %)")
        case .bs1:
            LocalizedText(
                sv: "Vanligare än väntat för sjukdomen", en: "Allele frequency greater than expected for the disorder")
        case .bs2:
            LocalizedText(
                sv: "Sedd hos frisk vuxen trots väntad full penetrans i tidig ålder",
                en: "Observed in a healthy adult although full penetrance at an early age is expected")
        case .bs3:
            LocalizedText(
                sv: "Väletablerade funktionella studier visar ingen skadlig effekt",
                en: "Well-established functional studies show no damaging effect")
        case .bs4: LocalizedText(sv: "Nedärvs inte med sjukdomen", en: "Does not segregate with the disease")
        case .bp1:
            LocalizedText(
                sv: "Missense i en gen där främst trunkerande varianter ger sjukdom",
                en: "Missense in a gene where mainly truncating variants cause disease")
        case .bp2:
            LocalizedText(
                sv: "Sedd in trans med patogen variant vid dominant sjukdom, eller in cis med patogen variant",
                en: "In trans with a pathogenic variant in a dominant disorder, or in cis with a pathogenic variant")
        case .bp3:
            LocalizedText(
                sv: "In-frame-förändring i upprepad sekvens utan känd funktion",
                en: "In-frame change in a repetitive region without known function")
        case .bp4: LocalizedText(sv: "Beräkningar talar emot effekt", en: "Computational evidence suggests no impact")
        case .bp5:
            LocalizedText(
                sv: "Sjukdomen har en annan molekylär förklaring", en: "The disease has another molecular explanation")
        case .bp6:
            LocalizedText(
                sv: "Ansedd källa anger benign utan åtkomliga belägg",
                en: "Reputable source reports benign, evidence not available")
        case .bp7:
            LocalizedText(
                sv: "Synonym variant utan väntad effekt på splitsning, i icke-konserverad position",
                en: "Synonymous, no predicted splice effect, position not highly conserved")
        }
    }
}
