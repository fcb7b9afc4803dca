internal import ClinicalModel
internal import Records
internal import ReportModel

/// Which templates a clinic and a laboratory work by.
struct TemplatesInUse {
    let partition: Partition

    /// The latest version that both have agreed to. Throws `ReportError.notAgreed`.
    func template(
        _ identifier: String, clinic: OrganisationCode, laboratory: OrganisationCode
    ) throws -> ReportTemplate {
        let agreed = try versions(clinic: clinic, laboratory: laboratory)[identifier]
        guard let agreed, let template = try partition.records.template(identifier, version: agreed) else {
            throw ReportError(.notAgreed, place: "template")
        }
        return template
    }

    /// The latest agreed version of each template.
    func versions(clinic: OrganisationCode, laboratory: OrganisationCode) throws -> [String: Int] {
        try partition.records.agreements().filter {
            $0.clinic == clinic && $0.laboratory == laboratory && $0.since != nil
        }.reduce(into: [:]) { $0[$1.template] = max($0[$1.template] ?? 0, $1.version) }
    }
}
