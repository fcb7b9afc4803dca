package import AccessModel
package import ClinicalModel

/// What is the same in every region: the law, and the hierarchies of the codes.
package struct Regulations: Sendable {
    package let law: LawBook
    package let hierarchies: CodeHierarchies

    package init(law: LawBook, hierarchies: CodeHierarchies) {
        self.law = law
        self.hierarchies = hierarchies
    }
}
