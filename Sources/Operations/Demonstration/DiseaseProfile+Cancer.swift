internal import ClinicalModel

extension DiseaseProfile {
    /// Inherited risk of cancer, tested in blood.
    static let hereditary = [
        DiseaseProfile(
            name: "hereditary breast and ovarian cancer", area: .solid, weight: 6, ages: 28...70, women: 0.9,
            codes: ["ORPHA:145", "ICD10:Z80.3"], inheritedGene: "BRCA1"),
        DiseaseProfile(
            name: "Lynch", area: .solid, weight: 3, ages: 30...70, women: 0.5, codes: ["ORPHA:144", "ICD10:Z80.0"],
            inheritedGene: "MLH1"),
        DiseaseProfile(
            name: "familial adenomatous polyposis", area: .solid, weight: 1, ages: 15...50, women: 0.5,
            codes: ["ORPHA:733", "ICD10:D12.6"], inheritedGene: "APC"),
        DiseaseProfile(
            name: "familial breast cancer", area: .solid, weight: 2, ages: 35...70, women: 1, codes: ["ICD10:Z80.3"],
            inheritedGene: "PALB2"),
    ]

    /// Solid tumours of adults, tested as a pair.
    static let solid = [
        DiseaseProfile(
            name: "lung adenocarcinoma", area: .solid, weight: 5, ages: 50...84, women: 0.53,
            codes: ["ICD10:C34.1", "ICDO-T:C34.1", "ICDO-M:8140/3", "ONCOTREE:LUAD"], drugs: ["ATC:L01EB04", "ATC:L01FF02"],
            bodySite: "SCT:39607008", somaticGenes: ["KRAS", "EGFR", "TP53"]),
        DiseaseProfile(
            name: "breast", area: .solid, weight: 5, ages: 35...85, women: 0.99,
            codes: ["ICD10:C50.4", "ICDO-T:C50.4", "ICDO-M:8500/3", "ONCOTREE:IDC"], drugs: ["ATC:L01CD01", "ATC:L02BG04"],
            bodySite: "SCT:76752008", somaticGenes: ["PIK3CA", "TP53"]),
        DiseaseProfile(
            name: "colon", area: .solid, weight: 4, ages: 45...88, women: 0.48,
            codes: ["ICD10:C18.7", "ICDO-T:C18.7", "ICDO-M:8140/3", "ONCOTREE:COAD"], drugs: ["ATC:L01BC02", "ATC:L01XA03"],
            bodySite: "SCT:71854001", somaticGenes: ["KRAS", "BRAF", "TP53"]),
        DiseaseProfile(
            name: "melanoma", area: .solid, weight: 3, ages: 30...85, women: 0.47,
            codes: ["ICD10:C43.5", "ICDO-T:C44.5", "ICDO-M:8720/3", "ONCOTREE:SKCM"], drugs: ["ATC:L01FF01", "ATC:L01EC02"],
            bodySite: "SCT:39937001", somaticGenes: ["BRAF"]),
        DiseaseProfile(
            name: "ovary", area: .solid, weight: 2, ages: 40...80, women: 1,
            codes: ["ICD10:C56.9", "ICDO-T:C56.9", "ICDO-M:8461/3", "ONCOTREE:HGSOC"], drugs: ["ATC:L01XA02", "ATC:L01XK01"],
            bodySite: "SCT:15497006", somaticGenes: ["TP53"]),
        DiseaseProfile(
            name: "prostate", area: .solid, weight: 3, ages: 52...85, women: 0,
            codes: ["ICD10:C61.9", "ICDO-T:C61.9", "ICDO-M:8140/3", "ONCOTREE:PRAD"], drugs: ["ATC:L02BX03", "ATC:L01CD02"],
            bodySite: "SCT:41216001", somaticGenes: ["TP53"]),
    ]

    /// Malignant diseases of the blood: the tumour is in the bone marrow, the normal sample is skin.
    static let haematology = [
        DiseaseProfile(
            name: "acute myeloid leukaemia", area: .haematology, weight: 4, ages: 25...85, women: 0.46,
            codes: ["ICD10:C92.0", "ICDO-T:C42.1", "ICDO-M:9861/3", "ONCOTREE:AML"], drugs: ["ATC:L01BC01", "ATC:L01DB02"],
            bodySite: "SCT:14016003", somaticGenes: ["NPM1", "DNMT3A", "IDH1"]),
        DiseaseProfile(
            name: "polycythaemia vera", area: .haematology, weight: 3, ages: 40...85, women: 0.48,
            codes: ["ICD10:D45.9", "ICDO-T:C42.1", "ICDO-M:9950/3", "ONCOTREE:PV"], drugs: ["ATC:L01XX05"],
            bodySite: "SCT:14016003", somaticGenes: ["JAK2"]),
        DiseaseProfile(
            name: "myelodysplastic syndrome", area: .haematology, weight: 2, ages: 55...88, women: 0.42,
            codes: ["ICD10:D46.9", "ICDO-T:C42.1", "ICDO-M:9989/3", "ONCOTREE:MDS"], drugs: ["ATC:L01BC07"],
            bodySite: "SCT:14016003", somaticGenes: ["TP53", "DNMT3A"]),
    ]

    /// Cancer before the age of 18.
    static let childhood = [
        DiseaseProfile(
            name: "acute lymphoblastic leukaemia", area: .childhoodCancer, weight: 4, ages: 1...17, women: 0.44,
            codes: ["ICD10:C91.0", "ICDO-T:C42.1", "ICDO-M:9811/3", "ONCOTREE:BLL"], drugs: ["ATC:L01CA02", "ATC:L01BA01"],
            bodySite: "SCT:14016003"),
        DiseaseProfile(
            name: "neuroblastoma", area: .childhoodCancer, weight: 2, ages: 0...8, women: 0.46,
            codes: ["ICD10:C74.9", "ICDO-T:C74.9", "ICDO-M:9500/3", "ONCOTREE:NBL"], drugs: ["ATC:L01XA02", "ATC:L01CB01"],
            bodySite: "SCT:23451007", somaticGenes: ["ALK"]),
        DiseaseProfile(
            name: "medulloblastoma", area: .childhoodCancer, weight: 2, ages: 2...15, women: 0.38,
            codes: ["ICD10:C71.6", "ICDO-T:C71.6", "ICDO-M:9470/3", "ONCOTREE:MBL"], drugs: ["ATC:L01CA02", "ATC:L01XA01"],
            bodySite: "SCT:12738006", somaticGenes: ["TP53"]),
    ]
}
