package import ClinicalModel
package import KnowledgeModel

/// Something that was done with a version, by whom and when.
package struct KnowledgeStep: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case staged
        case differenceSeen = "difference-seen"
        case madeCurrent = "made-current"
        case discarded
    }

    package let version: VersionIdentifier
    package let kind: Kind
    /// `Actor.identity`.
    package let actor: String
    package let time: Timestamp
}
