import ReportModel
import Testing

/// Classifications by an expert panel, made by people, with the criteria they used.
///
/// Source: ClinGen Glaucoma Expert Panel, specifications for *CYP1B1*, version 2.0 (cspec.genome.network, GN104), table 7: variants classified
/// without functional evidence, with rules, points and class; rows of one code alone are left out, and c.1168C>A, whose codes add up to 19
/// where 18 is printed. ClinGen's data are public domain (CC0).
@Suite("Published classifications by points")
struct PublishedClassificationsTests {
    static let cyp1b1: [(variant: String, labels: String, points: Int?, of: PathogenicityClass)] = [
        ("c.74T>G", "PM2_Supporting PM3_Supporting", 2, .uncertain),
        ("c.83C>G", "PM2_Supporting", 1, .uncertain),
        ("c.142C>G", "BA1 BP4_Moderate", nil, .benign),
        ("c.155C>T", "PM1 PP3_Moderate", 4, .uncertain),
        ("c.171G>T", "PM2_Supporting PP3 PM1 PM3_Supporting", 5, .uncertain),
        ("c.182G>A", "PP3_Moderate PM1 PP1_Strong PM3_VeryStrong", 16, .pathogenic),
        ("c.241T>A", "BS1 PP3_Moderate", -2, .likelyBenign),
        ("c.266T>C", "PM2_Supporting PP3_Moderate PM3_Supporting", 4, .uncertain),
        ("c.317C>A", "PM3_VeryStrong PP1_Moderate PP3_Moderate PM2_Supporting", 13, .pathogenic),
        ("c.349C>T", "PP1_Strong PM3 PP3 PM2_Supporting PM5_Supporting", 9, .likelyPathogenic),
        ("c.350G>C", "PM3 PP3 PM2_Supporting PM5", 6, .likelyPathogenic),
        ("c.395T>G", "PM2_Supporting PP1 PM3_Supporting", 3, .uncertain),
        ("c.434_443del", "PM2_Supporting PVS1 PM3 PP1_Moderate", 13, .pathogenic),
        ("c.517G>T", "PM2_Supporting PVS1 PM3_Strong", 13, .pathogenic),
        ("c.685G>A", "BA1", nil, .benign),
        ("c.710C>A", "PM2_Supporting PP3 PM3_Strong", 6, .likelyPathogenic),
        ("c.783C>A", "PM2_Supporting PM1_Supporting PM3", 4, .uncertain),
        ("c.784G>T", "PVS1 PM2_Supporting PM3_Supporting", 10, .pathogenic),
        ("c.835C>G", "PM2_Supporting PP3_Moderate PM1_Supporting", 4, .uncertain),
        ("c.988_989delinsTT", "PM2_Supporting PM3_Strong", 5, .uncertain),
        ("c.1033_1035del", "PM3_Strong PM4 PM1_Supporting PM2_Supporting", 8, .likelyPathogenic),
        ("c.1064_1076del", "PVS1 PM3_VeryStrong PP1_Strong PM2_Supporting", 21, .pathogenic),
        ("c.1093G>T", "PM2_Supporting PP3_Moderate PM1_Supporting PM3_Supporting PP1 PS2_Moderate", 8, .likelyPathogenic),
        ("c.1103G>A", "BS1 PP1_Strong PP3 PS2_Supporting", 2, .uncertain),
        ("c.1120G>A", "PP3 PP1_Strong PM3 PM2_Supporting", 8, .likelyPathogenic),
        ("c.1159G>A", "PM2_Supporting PP3_Strong PP1_Strong PM3_VeryStrong", 17, .pathogenic),
        ("c.1198C>T", "PM3 PP1_Moderate PP3 PM2_Supporting", 6, .likelyPathogenic),
        ("c.1310C>T", "PM3_VeryStrong PP1_Strong PP3_Moderate PM2_Supporting", 15, .pathogenic),
        ("c.1394T>C", "PM2_Supporting BP4_Moderate PM1", 1, .uncertain),
        ("c.1405C>T", "PM3_VeryStrong PP1_Strong PM1 PP3", 15, .pathogenic),
        ("c.1454C>T", "PM1 PM3_Strong PP1_Moderate PP3_Moderate PM2_Supporting", 11, .pathogenic),
        ("c.1568G>C", "PP1_Strong PP3_Strong PM3_Supporting PM2_Supporting", 10, .pathogenic),
    ]

    @Test("Points and classes of CYP1B1 are the panel's", arguments: cyp1b1)
    func panel(row: (variant: String, labels: String, points: Int?, of: PathogenicityClass)) {
        let found = ACMGClassification(Examples.criteria(row.labels))
        #expect(found.classByPoints == row.of)
        if let points = row.points { #expect(found.points == points) }
    }
}
