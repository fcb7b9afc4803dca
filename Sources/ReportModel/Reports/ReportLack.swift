package import StructuredText

/// Something that keeps a report from being complete, and where.
package struct ReportLack: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case missing
        /// Filled with something of another kind than the item asks for.
        case wrongKind = "wrong-kind"
        case unknownChoice = "unknown-choice"
        case tooManyChoices = "too-many-choices"
        /// The number lies outside of what is believable.
        case outOfRange = "out-of-range"
        case unknownFinding = "unknown-finding"
        /// Filled although its condition does not hold.
        case notCalledFor = "not-called-for"
        /// The report's template has no such item.
        case unknownItem = "unknown-item"
        /// A finding whose interpretation nobody has signed.
        case unsignedInterpretation = "unsigned-interpretation"
        /// A variant, copy number change or rearrangement that nobody has interpreted, without the reason for that.
        case missingInterpretation = "missing-interpretation"
        /// A finding that no item tells of.
        case untoldFinding = "untold-finding"
        /// A secondary finding that the person has not asked to know of.
        case unwantedFinding = "unwanted-finding"
    }

    package let code: Code
    /// The item's key, or the finding's identifier.
    package let place: String
    /// As the template words it; the finding's identifier where it is about one.
    package let label: LocalizedText

    package init(_ code: Code, place: String, label: LocalizedText) {
        self.code = code
        self.place = place
        self.label = label
    }

    package var message: LocalizedText {
        switch code {
        case .missing: LocalizedText(sv: "\(label.sv): uppgiften saknas.", en: "\(label.en): this is missing.")
        case .wrongKind:
            LocalizedText(sv: "\(label.sv): uppgiften är av fel slag.", en: "\(label.en): this is of the wrong kind.")
        case .unknownChoice:
            LocalizedText(
                sv: "\(label.sv): alternativet finns inte i mallen.", en: "\(label.en): the template has no such choice.")
        case .tooManyChoices:
            LocalizedText(sv: "\(label.sv): bara ett alternativ kan väljas.", en: "\(label.en): only one choice can be made.")
        case .outOfRange:
            LocalizedText(
                sv: "\(label.sv): talet ligger utanför det rimliga.",
                en: "\(label.en): the number is outside of what is believable.")
        case .unknownFinding:
            LocalizedText(sv: "\(label.sv): fyndet finns inte i svaret.", en: "\(label.en): the report has no such finding.")
        case .notCalledFor:
            LocalizedText(sv: "\(label.sv): fylls inte i vid det här svaret.", en: "\(label.en): is not filled in here.")
        case .unknownItem: LocalizedText(sv: "\(label.sv): finns inte i mallen.", en: "\(label.en): is not in the template.")
        case .unsignedInterpretation:
            LocalizedText(sv: "\(label.sv): tolkningen är inte signerad.", en: "\(label.en): the interpretation is not signed.")
        case .missingInterpretation:
            LocalizedText(
                sv: "\(label.sv): fyndet har ingen tolkning, och inget skäl till det.",
                en: "\(label.en): the finding has no interpretation, and no reason for that.")
        case .untoldFinding:
            LocalizedText(sv: "\(label.sv): fyndet står inte i någon punkt.", en: "\(label.en): no item tells of the finding.")
        case .unwantedFinding:
            LocalizedText(
                sv: "\(label.sv): bifyndet får inte lämnas ut utan patientens ja.",
                en: "\(label.en): the secondary finding is not told without the patient's yes.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .missing:
            LocalizedText(
                sv: "Fyll i, eller ange varför det inte är undersökt.", en: "Fill it in, or say why it was not examined.")
        case .wrongKind, .unknownChoice, .tooManyChoices, .unknownItem:
            LocalizedText(sv: "Fyll i enligt mallen.", en: "Fill it in as the template says.")
        case .outOfRange: LocalizedText(sv: "Kontrollera talet och enheten.", en: "Check the number and its unit.")
        case .unknownFinding, .untoldFinding:
            LocalizedText(sv: "Välj bland ärendets fynd.", en: "Choose among the case's findings.")
        case .notCalledFor: LocalizedText(sv: "Töm punkten.", en: "Empty the item.")
        case .unsignedInterpretation:
            LocalizedText(
                sv: "Signera tolkningen, eller ta bort fyndet.", en: "Sign the interpretation, or leave the finding out.")
        case .missingInterpretation:
            LocalizedText(
                sv: "Tolka fyndet, eller ange varför det redovisas utan tolkning.",
                en: "Interpret the finding, or say why it is told without an interpretation.")
        case .unwantedFinding: LocalizedText(sv: "Ta bort fyndet ur svaret.", en: "Leave the finding out.")
        }
    }

    package var description: String { "\(place): \(code.rawValue)" }
}
