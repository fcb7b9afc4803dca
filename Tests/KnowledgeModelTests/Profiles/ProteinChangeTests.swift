import KnowledgeModel
import Testing

@Suite("A change of a protein")
struct ProteinChangeTests {
    @Test(
        "Is read from HGVS and from CIViC's spellings",
        arguments: [
            ("V600E", "V600E"), ("p.Val600Glu", "V600E"), ("ENSP00000288602.6:p.Val600Glu", "V600E"), ("p.(Val600Glu)", "V600E"),
            ("R213*", "R213*"), ("p.Arg213Ter", "R213*"), ("P154=", "P154="), ("*757L", "*757L"), ("M1?", "M1?"),
            ("W288FS", "W288fs"), ("p.Trp288CysfsTer12", "W288fs"), ("L531FS*30", "L531fs"), ("R135FSX177", "R135fs"),
            ("V62Cfs*5", "V62fs"), ("E55RfsTer11", "E55fs"), ("E746_A750del", "E746_A750del"),
            ("P551_E554delPMYE", "P551_E554del"),
            ("p.Glu746_Ala750del", "E746_A750del"), ("I843DEL", "I843del"), ("E746_T751>I", "E746_T751delinsI"),
            ("M774DELINSWLV", "M774delinsWLV"), ("G776delinsVC", "G776delinsVC"), ("A763_Y764insFQEA", "A763_Y764insFQEA"),
            ("p.Ala763_Tyr764insPheGlnGluAla", "A763_Y764insFQEA"), ("Y772_A775DUP", "Y772_A775dup"),
            ("A767_V769dupASV", "A767_V769dup"), ("V769_770insASV", "V769_770insASV"), ("p.193_196dupSTSC", "193_196dup"),
        ])
    func reads(text: String, expected: String) throws {
        #expect(try #require(ProteinChange(text)).description == expected)
    }

    @Test(
        "Is not read from what is none",
        arguments: [
            "", "V600", "p.?", "p.0", "c.1799T>A", "Mutation", "EXON 19 DELETION", "K558NP", "600E", "V600EE", "E746_A740del",
            "A763_Y768insFQEA", "V0E", "V9999999E", "é600E",
        ])
    func refuses(text: String) { #expect(ProteinChange(text) == nil) }

    @Test(
        "Is the same under two names",
        arguments: [
            ("V600E", "p.Val600Glu", true), ("V600E", "V600K", false), ("V600E", "L600E", false),
            ("W288fs", "p.Trp288CysfsTer12", true), ("V769_770insASV", "V769_D770insASV", true),
            // ERBB2's exon 20 insertion, which HGVS calls a duplication.
            ("A775_G776insYVMA", "Y772_A775dup", true), ("Y772_A775dup", "A775_G776insYVMA", true),
            ("A775_G776insYVMV", "Y772_A775dup", false), ("A775_G776insYMA", "Y772_A775dup", false),
            ("V769_D770insASV", "V769_D770insGVV", false), ("P780INS", "P780INS", false),
        ])
    func compares(a: String, b: String, same: Bool) throws {
        #expect(try #require(ProteinChange(a)).isSame(as: #require(ProteinChange(b))) == same)
    }

    @Test(
        "Says how many residues the protein gains",
        arguments: [
            ("E746_A750del", -5), ("L747_P753delinsS", -6), ("Y772_A775dup", 4), ("A763_Y764insFQEA", 4), ("G776delinsVC", 1),
            ("V600E", 0), ("W288fs", nil), ("R213*", nil),
        ] as [(String, Int?)])
    func counts(text: String, gained: Int?) throws {
        #expect(try #require(ProteinChange(text)).gainedResidues == gained)
    }
}
