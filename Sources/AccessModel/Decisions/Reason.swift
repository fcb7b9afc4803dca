package import StructuredText

/// One reason for or against an answer.
package struct Reason: Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        /// The regime has no rule for the purpose.
        case unknownPurpose
        /// The rule of the purpose is in force, or not.
        case force
        case dataKind(DataKind)
        case role
        case prerequisite(Prerequisite)
        /// What the law lets the recipient have.
        case recipient
        /// Records only of the patient whom the question is about, and nothing about one patient where records are not given.
        case recordScope
        /// What a person has said about their data.
        case statement(ConsentKind)
        /// What the region's policy lets out.
        case policy
        /// The data sets that the region has released.
        case dataSets
        /// Data to a company only inside a named project.
        case companyProject
        /// More was asked for than may be given, and less is.
        case asked
    }

    package let isFor: Bool
    package let code: Code
    package let text: LocalizedText
    package let reference: String

    package init(isFor: Bool, _ code: Code, _ text: LocalizedText, _ reference: String) {
        self.isFor = isFor
        self.code = code
        self.text = text
        self.reference = reference
    }
}
