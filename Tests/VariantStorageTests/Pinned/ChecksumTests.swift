import Testing
import VariantStorage

@Suite("XXH64")
struct ChecksumTests {
    @Test(
        "Published values",
        arguments: [("", 0xEF46_DB37_51D8_E999 as UInt64), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999)])
    func published(text: String, expected: UInt64) {
        #expect(Checksum.of(Array(text.utf8)) == expected)
    }

    /// Of bytes 7 i + 3, computed with the xxhash package of PyPI: every way through the tail.
    @Test(
        "Values of the reference implementation",
        arguments: [
            (1, 0x1F25_C8D0_BC1F_4BB6 as UInt64), (3, 0x31D2_363F_52E5_64C9), (4, 0x9BB6_4B7D_66EE_9FDA),
            (5, 0xC760_8EFD_DB70_51FE),
            (7, 0x9A7B_1499_59CE_60D8), (8, 0xDAB9_9D95_C6F9_0092), (9, 0x170B_B6BF_975B_4C02), (12, 0xD52E_4078_33AF_5133),
            (15, 0x1B47_CB82_43CC_8E32), (16, 0x4348_5023_2B78_7BE2), (31, 0xA2AA_5F33_CC4A_6119), (32, 0x23C3_C17E_F790_FD97),
            (33, 0x50A7_CFC7_BA58_8784), (39, 0x880B_BEEA_606E_4B37), (40, 0xB620_306B_253D_76B6), (44, 0xA4B1_9436_AB40_EDB0),
            (47, 0xA7C5_465C_C5AD_205E), (63, 0x5E3E_54B4_31C7_493C), (64, 0x0EB6_4B3E_F6EE_B01F), (100, 0xA61F_8D4C_170F_E531),
            (255, 0x39AE_55A2_9989_206F), (1000, 0x5F23_5FA0_33F1_A3FB), (4097, 0xDA8D_1842_07B3_2A00),
        ])
    func reference(length: Int, expected: UInt64) {
        #expect(Checksum.of((0..<length).map { UInt8(truncatingIfNeeded: 7 * $0 + 3) }) == expected)
    }
}
