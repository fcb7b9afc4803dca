/// An HPO term that was looked for: found, or excluded.
package struct Phenotype: Hashable, Sendable {
    package let person: Pseudonym
    package let code: Code
    package let systemVersion: String
    package let isPresent: Bool

    package init(person: Pseudonym, code: Code, systemVersion: String, isPresent: Bool) {
        self.person = person
        self.code = code
        self.systemVersion = systemVersion
        self.isPresent = isPresent
    }
}
