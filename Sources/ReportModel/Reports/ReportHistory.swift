package import AccessModel
package import ClinicalModel
package import StructuredText

/// All versions of one report, from the first on. It only grows: every act gives a history that holds everything that the one before held.
/// At most one version is open, and at most one signed and in force.
package struct ReportHistory: Hashable, Sendable {
    /// The region's own name for it: `rep-` and sixteen hexadecimal digits.
    package let identifier: String
    package let person: Pseudonym
    package let subject: ReportSubject
    /// The template's identifier and version, the same in all versions of the report.
    package let template: String
    package let templateVersion: Int
    /// Numbered 1, 2, …
    package let versions: [ReportVersion]

    private init(
        identifier: String, person: Pseudonym, subject: ReportSubject, template: String, templateVersion: Int,
        versions: [ReportVersion]
    ) {
        self.identifier = identifier
        self.person = person
        self.subject = subject
        self.template = template
        self.templateVersion = templateVersion
        self.versions = versions
    }

    /// Begins with somebody's draft.
    package init(
        identifier: String, person: Pseudonym, subject: ReportSubject, template: ReportTemplate, draft content: ReportContent,
        by actor: Actor,
        at time: Timestamp
    ) throws(ReportRefusal) {
        self.init(
            identifier: identifier, person: person, subject: subject, template: template.identifier,
            templateVersion: template.version,
            versions: [try ReportVersion(draft: content, number: 1, by: actor, at: time)])
    }

    /// Reads what was stored; nil unless the versions are numbered from 1, and all but the last over or in force.
    package init?(
        stored identifier: String, person: Pseudonym, subject: ReportSubject, template: String, templateVersion: Int,
        versions: [ReportVersion]
    ) {
        guard !versions.isEmpty, versions.enumerated().allSatisfy({ $1.number == $0 + 1 }),
            versions.dropLast().allSatisfy({ !$0.state.isOpen }), versions.count(where: { $0.state == .signed }) <= 1
        else { return nil }
        self.init(
            identifier: identifier, person: person, subject: subject, template: template, templateVersion: templateVersion,
            versions: versions)
    }

    /// The version in force; nil before the first is signed, and after it has been withdrawn.
    package var current: ReportVersion? { versions.last { $0.state == .signed } }

    /// The version that is being worked on.
    package var open: ReportVersion? { versions.last { $0.state.isOpen } }

    /// The version that a reader sees first: what is being worked on, else what is in force, else the last one.
    package var latest: ReportVersion? { open ?? current ?? versions.last }

    package func version(_ number: Int) -> ReportVersion? { versions.first { $0.number == number } }

    /// A new version as a draft, from the content in force. That one stays in force until the new one is signed.
    package func amending(reason: String, by actor: Actor, at time: Timestamp) throws(ReportRefusal) -> ReportHistory {
        guard open == nil else { throw .init(.openVersion) }
        guard let current else { throw .init(.wrongState) }
        guard time >= current.steps.last?.time ?? current.begun else { throw .init(.earlierThanLast) }
        let draft = try ReportVersion(
            draft: current.content, number: versions.count + 1, by: actor, at: time, reason: reason)
        return with(versions + [draft])
    }

    /// The history after an act: on the version that is open, else on the one in force. A signature amends the version that was in force.
    package func after(
        _ step: ReportStep, content: ReportContent? = nil, by template: ReportTemplate, rule: ReportRule
    ) throws(ReportRefusal) -> ReportHistory {
        guard template.identifier == self.template, template.version == templateVersion else { throw .init(.otherTemplate) }
        guard let target = open ?? current else { throw .init(.wrongState) }
        let changed = try target.after(step, content: content, by: template, rule: rule)
        return with(
            versions.map { version in
                if version.number == target.number { return changed }
                return changed.state == .signed ? version.amended(by: step) : version
            })
    }

    private func with(_ versions: [ReportVersion]) -> ReportHistory {
        ReportHistory(
            identifier: identifier, person: person, subject: subject, template: template, templateVersion: templateVersion,
            versions: versions)
    }
}

extension ReportHistory: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("report", .text(identifier)), ("person", .text(person.text)), ("subject", .form(subject)),
            ("template", .text(template)),
            ("templateVersion", .integer(templateVersion)), ("versions", .some(versions.json)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "report", known: ["report", "person", "subject", "template", "templateVersion", "versions"])
        guard
            let made = ReportHistory(
                stored: try members.text("report"), person: try members.named("person") { Pseudonym($0) },
                subject: try members.form("subject"),
                template: try members.text("template"), templateVersion: try members.integer("templateVersion"),
                versions: try members.list("versions"))
        else { throw members.fault("versions") }
        self = made
    }
}
