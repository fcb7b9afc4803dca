internal import ClinicalModel
package import ReportModel
package import StructuredText

/// A version of a report as quality registers will take it: the template's items with their codes, and nothing beyond them. Its form is in
/// `schemas/register-message-1.json`.
package struct RegisterMessage: Sendable {
    package static let format = "samsyn-register-message/1"
    private let document: ReportDocument

    package init(_ document: ReportDocument) { self.document = document }

    package var json: JSONValue {
        let subject = document.history.subject
        return JSONValue(members: [
            ("format", JSONValue(.string(RegisterMessage.format))),
            ("report", JSONValue(.string(document.history.identifier))), ("version", JSONValue(document.version.number)),
            ("state", JSONValue(.string(document.version.state.rawValue))),
            ("template", JSONValue(.string(document.template.identifier))),
            ("templateVersion", JSONValue(document.template.version)), ("region", JSONValue(.string(subject.region.description))),
            ("laboratory", JSONValue(.string(subject.laboratory.text))),
            ("person", JSONValue(.string(document.history.person.text))),
            ("signed", document.version.signature.map { JSONValue(.string($0.time.description)) }),
            (
                "items",
                JSONValue(
                    document.template.sections.flatMap { section in document.filled(section).map { item($0.item, $0.value) } })
            ),
        ])
    }

    private func item(_ item: TemplateItem, _ value: ItemValue) -> JSONValue {
        JSONValue(members: [
            ("item", JSONValue(.string(item.key))), ("coding", item.coding?.json), ("value", told(value, of: item)),
        ])
    }

    /// Findings by what they are, without the laboratory's own names.
    private func told(_ value: ItemValue, of item: TemplateItem) -> JSONValue {
        switch value {
        case .findings(let names):
            return ["findings": JSONValue(names.compactMap(document.content.finding).map(finding))]
        case .number(let number):
            guard case .number(let unit, _, _) = item.kind else { return value.json }
            return ["number": JSONValue(number), "unit": JSONValue(.string(unit))]
        case .code(let code):
            return JSONValue(members: [
                ("code", JSONValue(.string(code.description))),
                ("display", document.names[code].map { JSONValue(.string($0.text(.sv))) }),
            ])
        default: return value.json
        }
    }

    private func finding(_ reported: ReportedFinding) -> JSONValue {
        let finding = reported.finding
        // The content of a finding is the one member of its form beside those about its method, specimen and day.
        let content = (finding.json.members ?? []).first {
            !["identifier", "method", "callSet", "specimen", "date", "notExamined"].contains($0.name)
        }
        var members: [(String, JSONValue?)] = [
            ("method", JSONValue(.string(finding.method.name + " " + finding.method.version))),
            ("date", JSONValue(.string(finding.date.description))),
        ]
        if let content { members.insert((content.name, content.value), at: 0) }
        switch reported.interpretation?.content {
        case .germline(let germline): members.append(("class", JSONValue(.string(germline.pathogenicityClass.rawValue))))
        case .somatic(let somatic):
            members.append(("oncogenicity", somatic.oncogenicity.map { JSONValue(.string($0.oncogenicityClass.rawValue)) }))
            members.append(("tier", somatic.highestTier.map { JSONValue(.string($0.rawValue)) }))
        case nil: break
        }
        let cited = document.content.citations.filter { $0.finding == finding.identifier }.map(citation)
        if !cited.isEmpty { members.append(("evidence", JSONValue(cited))) }
        return JSONValue(members: members)
    }

    /// What the finding's meaning rests on, by the item's public number; not by the laboratory's name of the finding.
    private func citation(_ cited: ReportCitation) -> JSONValue {
        JSONValue(members: (cited.json.members ?? []).filter { $0.name != "finding" }.map { ($0.name, .some($0.value)) })
    }
}
