/// A national or regional quality register and who holds it.
package struct QualityRegister: Hashable, Sendable {
    package let name: String
    /// `Actor.identity` of the authority centrally responsible for its data (PDL 7 kap. 7 §).
    package let holder: String

    package init(name: String, holder: String) {
        self.name = name
        self.holder = holder
    }
}
