/// Whole years of age, both ends included. At least one end is given.
package struct AgeSpan: Hashable, Sendable {
    /// 0–150; nil for no lower end.
    package let from: Int?
    package let through: Int?

    package static let limit = 150

    /// Nil where no end is given, an end is outside 0–150, or they are in the wrong order.
    package init?(from: Int?, through: Int?) {
        guard from != nil || through != nil, from.map((0...AgeSpan.limit).contains) ?? true,
            through.map((0...AgeSpan.limit).contains) ?? true, (from ?? 0) <= (through ?? AgeSpan.limit)
        else { return nil }
        self.from = from
        self.through = through
    }

    /// Somebody not born on that day, whose age is negative, is in no span.
    package func contains(_ age: Int) -> Bool { age >= (from ?? 0) && age <= (through ?? .max) }
}
