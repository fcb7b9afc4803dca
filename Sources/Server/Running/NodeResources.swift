/// Where the files lie that come with the program.
package struct NodeResources: Hashable, Sendable {
    /// The law, `law/sweden.yaml`, unless the configuration names another.
    package let law: String
    /// The folder of code hierarchies.
    package let codes: String
    /// The folder of the web application: `templates/` and `assets/`.
    package let web: String
    /// The folder of templates for reports.
    package let templates: String

    package init(law: String, codes: String, web: String, templates: String) {
        self.law = law
        self.codes = codes
        self.web = web
        self.templates = templates
    }
}
