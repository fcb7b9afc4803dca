/// What an item says, in the form in which two versions of it are compared, and which a report keeps of what it cites.
package struct ItemStatement: Hashable, Sendable {
    /// Which way it points: `pathogenic`, `Predictive: Supports Sensitivity/Response`. Another word is another direction.
    package let direction: String
    /// What it holds for: molecular profile, disease and therapies. Empty where the item is about one variant or gene as such.
    package let scope: String
    /// How firm it is on each of its scales, in the order of the source's own table; higher is firmer.
    package let strengths: [ItemStrength]

    package init(direction: String, scope: String = "", strengths: [ItemStrength]) {
        self.direction = direction
        self.scope = scope
        self.strengths = strengths
    }
}

/// A place on one scale: ClinVar's stars, CIViC's level or rating, a gene's confidence in a list.
package struct ItemStrength: Hashable, Sendable {
    package let scale: String
    package let value: Int

    package init(_ scale: String, _ value: Int) {
        self.scale = scale
        self.value = value
    }
}
