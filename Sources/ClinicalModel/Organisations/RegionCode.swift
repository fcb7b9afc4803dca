/// The county code of one of the 21 regions: `01` Stockholm … `25` Norrbotten. There is none for anything else.
package struct RegionCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 1–25.
    package let number: UInt8

    /// Nil for a text that is not the two digits of a region.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 2, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = UInt8(text), RegionCode.numbers.contains(number)
        else { return nil }
        self.number = number
    }

    private init(known number: UInt8) { self.number = number }

    /// County codes in use since 1998; 02, 11, 15 and 16 belonged to counties that were merged, 09 is Gotland.
    private static let numbers: [UInt8] = [
        1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 17, 18, 19, 20, 21, 22, 23, 24, 25,
    ]

    package static let all = numbers.map(RegionCode.init(known:))

    package static func < (a: RegionCode, b: RegionCode) -> Bool { a.number < b.number }

    package var description: String { CivilDate.padded(Int(number), 2) }
}
