package import StructuredText

extension OncogenicityCriterion {
    /// What it asks, in short, after Horak et al. 2022, tables 2 and 3.
    package var text: LocalizedText {
        switch self {
        case .ovs1:
            LocalizedText(
                sv: "Nollvariant i en säkerställd tumörsuppressorgen", en: "Null variant in a bona fide tumour suppressor gene")
        case .os1:
            LocalizedText(
                sv: "Samma aminosyraförändring som en redan fastställd onkogen variant",
                en: "Same amino acid change as an established oncogenic variant")
        case .os2:
            LocalizedText(
                sv: "Väletablerade funktionella studier talar för onkogen effekt",
                en: "Well-established functional studies support an oncogenic effect")
        case .os3:
            LocalizedText(
                sv: "Hotspot med minst 50 prover på positionen och minst 10 med samma förändring",
                en: "Hotspot with at least 50 samples at the position and at least 10 with the same change")
        case .om1:
            LocalizedText(
                sv: "I avgörande, väletablerad del av en funktionell domän",
                en: "In a critical, well-established part of a functional domain")
        case .om2:
            LocalizedText(
                sv: "Ändrad proteinlängd: in-frame i känd onkogen eller suppressor, eller förlorat stopp i suppressor",
                en: "Changed protein length: in-frame in a known oncogene or suppressor, or stop loss in a suppressor")
        case .om3:
            LocalizedText(
                sv: "Hotspot med färre än 50 prover på positionen och minst 10 med samma förändring",
                en: "Hotspot with fewer than 50 samples at the position and at least 10 with the same change")
        case .om4:
            LocalizedText(
                sv: "Missense på en aminosyra där en annan missense är onkogen",
                en: "Missense at a residue where another missense is oncogenic")
        case .op1:
            LocalizedText(
                sv: "Alla använda beräkningar talar för onkogen effekt",
                en: "All computational evidence used supports an oncogenic effect")
        case .op2:
            LocalizedText(
                sv: "I en gen i en tumörform med en enda genetisk orsak",
                en: "In a gene in a malignancy with a single genetic etiology")
        case .op3:
            LocalizedText(
                sv: "Hotspot med färre än 10 prover med samma förändring",
                en: "Hotspot with fewer than 10 samples with the same change")
        case .op4:
            LocalizedText(
                sv: "Saknas i gnomAD, eller extremt låg frekvens", en: "Absent from gnomAD, or at an extremely low frequency")
        case .sbvs1:
            LocalizedText(
                sv: "Över 5 % i någon av gnomAD:s fem kontinentala populationer",
                en: "Above 5 % in any of gnomAD's five general continental populations")
        case .sbs1:
            LocalizedText(
                sv: "Över 1 % i någon av gnomAD:s fem kontinentala populationer",
                en: "Above 1 % in any of gnomAD's five general continental populations")
        case .sbs2:
            LocalizedText(
                sv: "Väletablerade funktionella studier visar ingen onkogen effekt",
                en: "Well-established functional studies show no oncogenic effects")
        case .sbp1:
            LocalizedText(
                sv: "Alla använda beräkningar talar emot effekt", en: "All computational evidence used suggests no impact")
        case .sbp2:
            LocalizedText(
                sv: "Synonym variant utan väntad effekt på splitsning, i icke-konserverad position",
                en: "Synonymous, no predicted splice impact, nucleotide not highly conserved")
        }
    }
}
