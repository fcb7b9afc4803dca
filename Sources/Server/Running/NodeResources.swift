/// Where the files lie that come with the program.
package struct NodeResources: Hashable, Sendable {
    /// The law, `law/sweden.yaml`, unless the configuration names another.
    package let law: String
    /// The folder of code hierarchies.
    package let codes: String

    package init(law: String, codes: String) {
        self.law = law
        self.codes = codes
    }
}
