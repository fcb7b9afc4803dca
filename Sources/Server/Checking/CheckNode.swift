internal import AccessModel
internal import ClinicalModel
internal import Identification
internal import Operations
internal import WebUI

/// Tests everything that a configuration names, without starting the node: every partition opens with its key, law and codes can be read,
/// certificates fit their keys and are in force, addresses are free, and the others answer.
///
/// What would keep the node from starting is a fault. What it could start with, or what may be mended elsewhere meanwhile, is a warning.
package struct CheckNode: Sendable {
    package let configuration: NodeConfiguration
    package let resources: NodeResources
    /// Whether peers and identity providers are asked.
    package let asksOthers: Bool

    package init(configuration: NodeConfiguration, resources: NodeResources, asksOthers: Bool) {
        self.configuration = configuration
        self.resources = resources
        self.asksOthers = asksOthers
    }

    package func run() async -> [NodeFinding] {
        var findings = [law, codes, web, templates, await documents(), knowledge]
        for region in configuration.regions { findings.append(await partition(region)) }
        findings.append(signingKey)
        findings += CheckCertificates(configuration: configuration).run()
        findings += configuration.logins.map(login)
        if configuration.logins.isEmpty, configuration.development == nil {
            findings.append(
                NodeFinding(
                    .warning, "sign-in",
                    "nobody can sign in with a browser. Give an identity provider its sign-in part: docs/identity.md."))
        }
        if let development = configuration.development { findings.append(personas(development)) }
        findings.append(await CheckAddress(subject: "listen", address: configuration.listen).run())
        if let metrics = configuration.metrics {
            findings.append(await CheckAddress(subject: "metrics", address: metrics).run())
        }
        if asksOthers { findings += await AskOthers(configuration: configuration).run() }
        return findings
    }

    private var law: NodeFinding {
        NodeFinding("law") { "\(try LoadLaw.read(resources.law).name), \(resources.law)" }
    }

    private var codes: NodeFinding {
        NodeFinding("codes") {
            _ = try LoadCodes(directory: resources.codes).run()
            return resources.codes
        }
    }

    /// The templates are read as the node would.
    private var web: NodeFinding {
        NodeFinding("web") {
            _ = try PageAssets(folder: resources.web + "/assets")
            let templates = try PageTemplates(folder: resources.web + "/templates")
            return "\(templates.names.count) templates, \(resources.web)"
        }
    }

    private var templates: NodeFinding {
        NodeFinding("templates") {
            let templates = try LoadTemplates(directory: resources.templates).run()
            return "\(templates.count) of reports, \(resources.templates)"
        }
    }

    /// A page of a line goes through the renderer: without one the node starts, and nobody can sign a report.
    private func documents() async -> NodeFinding {
        let printing: PrintReport
        do {
            printing = try PrintReport(
                folder: resources.web, templates: try PageTemplates(folder: resources.web + "/templates"))
        } catch {
            return NodeFinding(.fault, "documents", "\(error)")
        }
        do {
            try await printing.rehearse()
            return NodeFinding(.sound, "documents", "the renderer makes a PDF, \(resources.web)/print")
        } catch {
            return NodeFinding(.warning, "documents", "\(error) Until then no report can be signed.")
        }
    }

    /// The database is opened only where there is one: checking makes nothing.
    private var knowledge: NodeFinding {
        NodeFinding("knowledge") { try CheckKnowledge(state: configuration.state, codes: resources.codes).run() }
    }

    private func login(_ login: NodeConfiguration.Login) -> NodeFinding {
        NodeFinding("sign-in \(login.name)") {
            guard let file = login.secretFile else { return "\(login.client), without a secret: PKCE alone protects it" }
            _ = try LoginSecret.read(file)
            return "\(login.client), with a secret in \(file)"
        }
    }

    private var signingKey: NodeFinding {
        NodeFinding("signing key") { "public half \(try NodeKeys.signingKey(configuration.signingKey).publicKey)" }
    }

    private func partition(_ region: RegionCode) async -> NodeFinding {
        let subject = "partition \(region)"
        do {
            let partition = try await OpenPartitions(configuration: configuration).open(region)
            let policies = try partition.policiesInForce(on: Timestamp.now().date)
            guard policies > 0 else {
                return NodeFinding(
                    .warning, subject, "opens; no policy is published, so that nothing leaves it. See samsyn access propose.")
            }
            return NodeFinding(.sound, subject, "opens with its key, \(policies) policies in force")
        } catch {
            return NodeFinding(.fault, subject, "\(error)")
        }
    }

    /// The issuer's key is not looked at: it is made where there is none.
    private func personas(_ development: NodeConfiguration.Development) -> NodeFinding {
        guard configuration.listen.isLoopback else {
            return NodeFinding(
                .warning, "development", "--development is refused here: others reach \(configuration.listen.text). Take it away."
            )
        }
        return NodeFinding("development") {
            let people = try LoadPersonas.read(development.personas)
            return "\(people.count) people who do not exist; only with --development"
        }
    }
}
