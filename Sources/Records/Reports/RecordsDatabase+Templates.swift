internal import AccessModel
package import ClinicalModel
internal import GRDB
package import ReportModel
internal import StructuredText

extension RecordsDatabase {
    /// Keeps a version of a template with one side's word that it works by it. Throws `templateDiffers` where the region has the version with
    /// other content, and `TemplateAgreement.Refusal`.
    @discardableResult
    package func agree(
        to template: ReportTemplate, clinic: OrganisationCode, laboratory: OrganisationCode, _ word: TemplateAgreement.Word
    ) throws -> TemplateAgreement {
        try write("templates", movesCounter: false) { db in
            let text = template.json.canonicalText
            let known = try String.fetchOne(
                db, sql: "SELECT content FROM reportTemplate WHERE identifier = ? AND version = ?",
                arguments: [template.identifier, template.version])
            guard known ?? text == text else { throw RecordsError(.templateDiffers, place: template.name) }
            if known == nil {
                try db.execute(
                    sql: "INSERT INTO reportTemplate VALUES (?, ?, ?)", arguments: [template.identifier, template.version, text])
            }
            let before =
                try db.agreements(
                    where: "template = ? AND version = ? AND clinic = ? AND laboratory = ?",
                    [template.identifier, template.version, clinic.text, laboratory.text]
                ).first
                ?? TemplateAgreement(
                    template: template.identifier, version: template.version, clinic: clinic, laboratory: laboratory)
            let agreement = try before.after(word)
            try db.execute(
                sql: """
                    INSERT INTO templateWord (template, version, clinic, laboratory, side, person, name, role, saidAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    template.identifier, template.version, clinic.text, laboratory.text, word.side.rawValue, word.person,
                    word.name, word.role.rawValue, word.time.milliseconds,
                ])
            return agreement
        }
    }

    /// Those between all clinics and laboratories, in the order in which they were begun.
    package func agreements() throws -> [TemplateAgreement] { try read { try $0.agreements(where: "TRUE", []) } }

    package func template(_ identifier: String, version: Int) throws -> ReportTemplate? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT content FROM reportTemplate WHERE identifier = ? AND version = ?",
                arguments: [identifier, version]
            )?.value(0) { try? ReportTemplate(jsonText: $0) }
        }
    }
}

extension Database {
    fileprivate func agreements(where condition: String, _ arguments: StatementArguments) throws -> [TemplateAgreement] {
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT template, version, clinic, laboratory, side, person, name, role, saidAt FROM templateWord
                WHERE \(condition) ORDER BY id
                """, arguments: arguments)
        var agreements: [TemplateAgreement] = []
        for row in rows {
            let empty = TemplateAgreement(
                template: try row.text(0), version: try row.integer(1), clinic: try row.value(2) { OrganisationCode($0) },
                laboratory: try row.value(3) { OrganisationCode($0) })
            let word = TemplateAgreement.Word(
                side: try row.named(4), person: try row.text(5), name: try row.text(6), role: try row.named(7),
                time: try row.time(8))
            let place = agreements.firstIndex {
                $0.template == empty.template && $0.version == empty.version && $0.clinic == empty.clinic
                    && $0.laboratory == empty.laboratory
            }
            guard let next = try? (place.map { agreements[$0] } ?? empty).after(word) else {
                throw RecordsError(.unreadableRow, place: "templates")
            }
            if let place { agreements[place] = next } else { agreements.append(next) }
        }
        return agreements
    }
}
