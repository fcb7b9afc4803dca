package import StructuredText

/// What an item or a choice is called in a published terminology, so that others than the template's readers know it.
package struct ItemCoding: Hashable, Sendable {
    package enum System: String, Sendable, CaseIterable {
        case loinc
        case snomedCT = "snomed-ct"

        /// As FHIR names the system.
        package var address: String {
            switch self {
            case .loinc: "http://loinc.org"
            case .snomedCT: "http://snomed.info/sct"
            }
        }
    }

    package let system: System
    package let value: String

    /// Nil where `value` cannot be a code of the system: LOINC is digits, a hyphen and a check digit, SNOMED CT 6–18 digits.
    package init?(_ system: System, _ value: String) {
        func isNumber(_ text: some StringProtocol) -> Bool {
            !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        switch system {
        case .loinc:
            let parts = value.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, isNumber(parts[0]), isNumber(parts[1]), parts[1].count == 1 else { return nil }
        case .snomedCT: guard (6...18).contains(value.utf8.count), isNumber(value) else { return nil }
        }
        self.system = system
        self.value = value
    }
}

extension ItemCoding: ReportJSONForm {
    package var json: JSONValue { JSONValue(members: [("system", .word(system)), ("value", .text(value))]) }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "coding", known: ["system", "value"])
        guard let made = ItemCoding(try members.word("system"), try members.text("value")) else {
            throw members.fault("value")
        }
        self = made
    }
}
