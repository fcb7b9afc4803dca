package import AccessModel
package import ClinicalModel
internal import Synchronization

/// What is the same in every region: the law, and the hierarchies of the codes.
package struct Regulations: Sendable {
    package let law: LawBook
    package let hierarchies: CodeHierarchies
    /// Another for every value that is made: answers under one law are not given under the next.
    let edition: Int

    private static let editions = Atomic<Int>(0)

    package init(law: LawBook, hierarchies: CodeHierarchies) {
        self.law = law
        self.hierarchies = hierarchies
        edition = Regulations.editions.add(1, ordering: .relaxed).newValue
    }
}
