/// How one person is related to another: `person` is the `kind` of `relative`.
package struct FamilyRelation: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case mother, father, sibling, child, other
    }

    package let person: Pseudonym
    package let relative: Pseudonym
    package let kind: Kind

    package init(person: Pseudonym, relative: Pseudonym, kind: Kind) {
        self.person = person
        self.relative = relative
        self.kind = kind
    }
}
