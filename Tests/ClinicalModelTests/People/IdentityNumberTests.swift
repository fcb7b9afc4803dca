import ClinicalModel
import Testing

@Suite("Identity numbers")
struct IdentityNumberTests {
    /// Published by Skatteverket for tests.
    static let published = ["199001012385", "189001019802", "189001029819"]

    static func today() throws -> CivilDate { try #require(CivilDate("2026-11-21")) }

    static func parse(_ text: String, formats: [String] = []) throws -> IdentityNumber {
        try IdentityNumber.parse(text, reserveFormats: formats.compactMap { ReserveNumberFormat($0) }, today: today())
    }

    static func fault(_ text: String, formats: [String] = []) throws -> IdentityNumberError? {
        do {
            _ = try parse(text, formats: formats)
            return nil
        } catch let error as IdentityNumberError {
            return error
        }
    }

    /// The eleven digits before the check digit, with the check digit that Luhn's rule gives, written as a table rather than a sum.
    static func withCheckDigit(_ eleven: String) -> String {
        let doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]
        let sum = eleven.dropFirst(2).compactMap(\.wholeNumberValue).enumerated().reduce(0) {
            $0 + ($1.offset % 2 == 0 ? doubled[$1.element] : $1.element)
        }
        return eleven + String((10 - sum % 10) % 10)
    }

    @Test("A published number is read with and without its hyphen, and tells day and sex", arguments: published)
    func reading(text: String) throws {
        let number = try Self.parse(text)
        let hyphenated = try Self.parse(text.prefix(8) + "-" + text.suffix(4))
        #expect(number == hyphenated && number.digits == text && number.kind == .personnummer)
        #expect(
            number.birthDate?.description == "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6).prefix(2))")
        #expect(number.sexDigitIsOdd == ["1", "3", "5", "7", "9"].contains(text.dropFirst(10).prefix(1)))
        #expect("\(number)" == "personnummer")
    }

    @Test(
        "What is wrong is named",
        arguments: [
            ("9001012385", IdentityNumberError.shape), ("900101-2385", .shape), ("199001012384", .checkDigit),
            ("199001-012385", .shape), ("19900101--2385", .shape), ("19900101+2385", .shape), ("19900101 2385", .shape),
            ("1990010123850", .shape), ("", .shape), ("١٩٩٠٠١٠١٢٣٨٥", .shape), ("19900101238A", .shape),
            ("199002302382", .noSuchDay),
            ("199013012385", .noSuchDay), ("199000012385", .noSuchDay), ("199001002385", .noSuchDay),
            ("199001602385", .noSuchDay),
            ("199001922385", .noSuchDay), ("170001012385", .noSuchDay), ("209001012385", .inTheFuture), ("-199001012385", .shape),
        ])
    func wrong(text: String, expected: IdentityNumberError) throws { #expect(try Self.fault(text) == expected) }

    @Test("A number of today is one, a number of tomorrow is not yet")
    func future() throws {
        #expect(try Self.fault(Self.withCheckDigit("20261121238")) == nil)
        #expect(try Self.fault(Self.withCheckDigit("20261122238")) == .inTheFuture)
        #expect(try Self.fault(Self.withCheckDigit("20261182238")) == .inTheFuture)
    }

    @Test("A samordningsnummer has its day and sixty", arguments: 1...31)
    func coordination(day: Int) throws {
        let number = try Self.parse(Self.withCheckDigit("199001\(60 + day)238"))
        #expect(number.kind == .samordningsnummer)
        #expect(number.birthDate == CivilDate(year: 1990, month: 1, day: day))
    }

    @Test("Sixty is added to days of the calendar only")
    func coordinationDays() throws {
        #expect(try Self.parse(Self.withCheckDigit("20240289238")).birthDate?.description == "2024-02-29")
        #expect(try Self.fault(Self.withCheckDigit("20230289238")) == .noSuchDay)
        #expect(try Self.fault(Self.withCheckDigit("19900160238")) == .noSuchDay)
        #expect(try Self.fault(Self.withCheckDigit("19900491238")) == .noSuchDay)
    }

    @Test("One digit changed is always found")
    func oneDigit() throws {
        for text in Self.published {
            for place in text.indices {
                for digit in "0123456789" where digit != text[place] {
                    // The century is not covered by the check digit: the day decides there.
                    let isCentury = text.distance(from: text.startIndex, to: place) < 2
                    let changed = text.replacingCharacters(at: place, with: digit)
                    if !isCentury { #expect(try Self.fault(changed) != nil, "digit \(place)") }
                }
            }
        }
    }

    @Test(
        "All published test numbers pass, and none with a digit changed or two neighbours swapped",
        .enabled(if: SwedishData.has(file), "needs ../shared/data/sweden"))
    func allPublished() throws {
        let numbers = try SwedishData.unpackedLines(Self.file)
        #expect(numbers.count == 41_493)
        var faults = 0
        var exceptions = 0
        for (index, text) in numbers.enumerated() {
            if try Self.fault(text) != nil { faults += 1 }
            var digits = Array(text.utf8)
            let place = 2 + index % 10
            let original = digits[place]
            digits[place] = 48 + (original - 48 + 1 + UInt8(index % 9)) % 10
            if try Self.fault(String(decoding: digits, as: UTF8.self)) == nil { faults += 1 }
            digits[place] = original
            let first = 2 + index % 9
            guard digits[first] != digits[first + 1] else { continue }
            digits.swapAt(first, first + 1)
            if try Self.fault(String(decoding: digits, as: UTF8.self)) == nil {
                // Luhn's rule cannot tell 09 from 90: both give a sum of nine.
                if Set([digits[first], digits[first + 1]]) == [48, 57] { exceptions += 1 } else { faults += 1 }
            }
        }
        #expect(faults == 0)
        #expect(exceptions > 0, "the known exception is met")
    }

    static let file = "skatteverket-test-personnummer.txt.gz"

    @Test("The known exception: a check digit cannot tell 09 from 90")
    func knownException() throws {
        let number = Self.withCheckDigit("19900101093")
        let swapped = Self.withCheckDigit("19900101903")
        #expect(number.suffix(1) == swapped.suffix(1))
    }

    @Test("Reserve numbers are taken in the region's formats only")
    func reserve() throws {
        #expect(try Self.parse("19900101R12B", formats: ["99999999A99A"]).kind == .reservnummer)
        #expect(try Self.fault("19900101R12B") == .shape)
        #expect(try Self.fault("19900101r12B", formats: ["99999999A99A"]) == .shape)
        let number = try Self.parse("24-123456", formats: ["24-999999"])
        #expect(number.birthDate == nil && number.sexDigitIsOdd == nil && number.digits == "24-123456")
        #expect(try Self.parse("199001012385", formats: ["24-999999"]).kind == .personnummer)
    }

    @Test(
        "Names that hold a personal number are told from those that do not",
        arguments: [
            ("199001012385", true), ("19900101-2385", true), ("9001012385", true), ("900101-2385", true), ("900101+2385", true),
            ("sample_199001012385_T", true), ("P900101-2385.vcf", true), ("199001012384", false),
            ("900101-2384", false), ("case-2026-0042", false), ("20261121", false), ("1234567890", false), ("", false),
            ("99990101-2385", false), ("0199001012385", false), ("2026-11-21-2385", false), ("900101 2385", false),
            ("AB-900101-2385-X", true), ("000000-0000", false), ("ACC000000000018", false),
        ])
    func looksLikeOne(text: String, expected: Bool) { #expect(IdentityNumber.looksLikeOne(text) == expected) }

    @Test("Every published number is recognised in a name, in all its forms", arguments: published)
    func recognised(text: String) {
        for form in [text, String(text.suffix(10)), text.dropFirst(2).prefix(6) + "-" + text.suffix(4)] {
            #expect(IdentityNumber.looksLikeOne("Prov_\(form).vcf.gz"))
        }
    }

    @Test("A fault never repeats the number", arguments: IdentityNumberError.allCases)
    func texts(error: IdentityNumberError) {
        #expect(!error.message.isEmpty && !error.remedy.isEmpty)
        #expect(!"\(error)".contains("1990"))
    }
}

extension String {
    fileprivate func replacingCharacters(at index: Index, with character: Character) -> String {
        String(self[..<index]) + String(character) + String(self[self.index(after: index)...])
    }
}
