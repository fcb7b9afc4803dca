internal import ClinicalModel

extension DiseaseProfile {
    /// Rare diseases, coded in ORPHA, OMIM and ICD-10-SE, with HPO.
    static let rare = [
        DiseaseProfile(
            name: "Marfan", area: .rare, weight: 4, ages: 6...45, women: 0.5, codes: ["ORPHA:558", "OMIM:154700", "ICD10:Q87.4"],
            present: ["HP:0001166", "HP:0002616"], looked: ["HP:0001083", "HP:0002650"]),
        DiseaseProfile(
            name: "neurofibromatosis 1", area: .rare, weight: 4, ages: 2...40, women: 0.5,
            codes: ["ORPHA:636", "OMIM:162200", "ICD10:Q85.0"], present: ["HP:0000957"], looked: ["HP:0009732", "HP:0000256"]),
        DiseaseProfile(
            name: "Noonan", area: .rare, weight: 3, ages: 0...15, women: 0.5, codes: ["ORPHA:648", "ICD10:Q87.1"],
            present: ["HP:0004322", "HP:0001642"], looked: ["HP:0000316", "HP:0001263"]),
        DiseaseProfile(
            name: "Rett", area: .rare, weight: 1, ages: 1...12, women: 1, codes: ["ORPHA:778", "OMIM:312750", "ICD10:F84.2"],
            present: ["HP:0001263", "HP:0000252"], looked: ["HP:0001250", "HP:0002650"]),
        DiseaseProfile(
            name: "Duchenne", area: .rare, weight: 2, ages: 2...14, women: 0,
            codes: ["ORPHA:98896", "OMIM:310200", "ICD10:G71.0"],
            present: ["HP:0003236", "HP:0003391"], looked: ["HP:0008981", "HP:0001644"]),
        DiseaseProfile(
            name: "Dravet", area: .rare, weight: 2, ages: 0...10, women: 0.5,
            codes: ["ORPHA:33069", "OMIM:607208", "ICD10:G40.4"],
            present: ["HP:0001250", "HP:0002373"], looked: ["HP:0001263", "HP:0001252"], drugs: ["ATC:N03AG01", "ATC:N03AX17"]),
        DiseaseProfile(
            name: "tuberous sclerosis", area: .rare, weight: 2, ages: 0...30, women: 0.5, codes: ["ORPHA:805", "ICD10:Q85.1"],
            present: ["HP:0001250", "HP:0009717"], looked: ["HP:0009716", "HP:0001249"], drugs: ["ATC:L01EG02"]),
        DiseaseProfile(
            name: "cystic fibrosis", area: .rare, weight: 3, ages: 0...35, women: 0.5,
            codes: ["ORPHA:586", "OMIM:219700", "ICD10:E84.9"], present: ["HP:0002205", "HP:0001738"], looked: ["HP:0001508"]),
        DiseaseProfile(
            name: "achondroplasia", area: .rare, weight: 1, ages: 0...10, women: 0.5,
            codes: ["ORPHA:15", "OMIM:100800", "ICD10:Q77.4"], present: ["HP:0008873", "HP:0000256"], looked: ["HP:0001252"]),
        DiseaseProfile(
            name: "unclear developmental delay", area: .rare, weight: 8, ages: 1...16, women: 0.45, codes: ["ICD10:F79.9"],
            present: ["HP:0001263", "HP:0001249"], looked: ["HP:0001250", "HP:0000252", "HP:0001252", "HP:0000365"]),
    ]

    /// The disease of the variant that the four patients share.
    static let muenke = DiseaseProfile(
        name: "Muenke", area: .rare, weight: 1, ages: 0...40, women: 0.5, codes: ["ORPHA:53271", "OMIM:602849", "ICD10:Q75.0"],
        present: ["HP:0004440"], looked: ["HP:0000365", "HP:0001263", "HP:0001249", "HP:0000316"])

    /// The same child before anybody knows: no disease code but that of the skull.
    static let unsolvedSynostosis = DiseaseProfile(
        name: "craniosynostosis, cause unknown", area: .rare, weight: 1, ages: 1...4, women: 0.5, codes: ["ICD10:Q75.0"],
        present: ["HP:0011318", "HP:0000365"], looked: ["HP:0001263", "HP:0001250"])
}
