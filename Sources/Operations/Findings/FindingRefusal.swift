package import ReportModel
package import StructuredText

/// Why something about a finding or its interpretation is not done. It never carries a person or a variant.
package struct FindingRefusal: Error, Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        case unknownCase, unknownFinding
        /// What law, policy or the person says against it.
        case refused(LocalizedText)
        /// The person's data is not to be used any more.
        case useStopped
        /// The region does not show proposals of these rules for this purpose.
        case withheld(ProposalDecision.Reason)
        /// The rules propose something of small variants alone.
        case notProposable
        /// Neither the finding nor whoever asks names the gene.
        case geneMissing
        /// A field of the form holds what it cannot.
        case field(String)
        /// What somebody wrote in the field is not as texts are.
        case text(WrittenTextFault, String)
        /// The laboratory has such an interpretation already, and is working on it.
        case otherKind
    }

    package let code: Code

    package init(_ code: Code) { self.code = code }

    /// For programs.
    package var word: String {
        switch code {
        case .unknownCase: "case-unknown"
        case .unknownFinding: "finding-unknown"
        case .refused: "decision-refused"
        case .useStopped: "finding-use-stopped"
        case .withheld(let reason): "proposal-" + reason.rawValue
        case .notProposable: "proposal-not-possible"
        case .geneMissing: "gene-missing"
        case .field: "finding-field"
        case .text(let fault, _): "finding-" + fault.word
        case .otherKind: "finding-other-kind"
        }
    }

    package var status: Int {
        switch code {
        case .unknownCase, .unknownFinding: 404
        case .refused, .withheld: 403
        case .useStopped, .otherKind: 409
        case .notProposable, .geneMissing, .field, .text: 422
        }
    }

    package var message: LocalizedText {
        switch code {
        case .unknownCase:
            LocalizedText(sv: "Laboratoriet har inget sådant fall.", en: "The laboratory has no such case.")
        case .unknownFinding: LocalizedText(sv: "Fallet har inget sådant fynd.", en: "The case has no such finding.")
        case .refused(let reason): reason
        case .useStopped:
            LocalizedText(
                sv: "Personens uppgifter får inte längre användas.", en: "The person's data is not to be used any more.")
        case .withheld(let reason): reason.text
        case .notProposable:
            LocalizedText(
                sv: "Reglerna kan bara föreslå något för små varianter.",
                en: "The rules propose something of small variants alone.")
        case .geneMissing: LocalizedText(sv: "Genen är inte angiven.", en: "The gene is not named.")
        case .field(let name): LocalizedText(sv: "Fältet \(name) går inte att läsa.", en: "The field \(name) cannot be read.")
        case .text(let fault, let name):
            LocalizedText(sv: "\(name): \(fault.message.sv)", en: "\(name): \(fault.message.en)")
        case .otherKind:
            LocalizedText(
                sv: "Fyndet kan inte tolkas så.", en: "The finding cannot be interpreted in this way.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .unknownCase: LocalizedText(sv: "Se listan över fall.", en: "See the list of cases.")
        case .unknownFinding: LocalizedText(sv: "Öppna fallets sida igen.", en: "Open the case's page again.")
        case .refused:
            LocalizedText(
                sv: "Välj rätt ändamål, eller anteckna vårdrelationen först.",
                en: "Choose the right purpose, or put the care relation on record first.")
        case .useStopped:
            LocalizedText(sv: "Beslutet står på personens sida.", en: "The decision stands on the person's page.")
        case .withheld:
            LocalizedText(
                sv: "Tolka själv, eller be två dataförvaltare besluta om reglernas version.",
                en: "Interpret it yourself, or ask two data stewards to decide on this version of the rules.")
        case .notProposable, .otherKind: LocalizedText(sv: "Tolka fyndet själv.", en: "Interpret the finding yourself.")
        case .geneMissing: LocalizedText(sv: "Ange genens symbol enligt HGNC.", en: "Give the gene's HGNC symbol.")
        case .field: LocalizedText(sv: "Se fältets exempel.", en: "See the field's example.")
        case .text(let fault, _):
            fault.remedy(LocalizedText(sv: "texten ska inte peka ut någon.", en: "the text is to point nobody out."))
        }
    }
}
