/// What a purpose does with counts so small that they may point out a person.
package enum SmallNumbers: String, Sendable, CaseIterable {
    /// Told to every recipient: the purpose concerns single people anyway.
    case exact
    /// Told to the controller that owns the data, hidden from everybody else.
    case exactToOwner = "exact-to-owner"
    case hidden
}
