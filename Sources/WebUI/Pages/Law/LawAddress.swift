internal import AccessModel
package import ClinicalModel

/// Addresses below `/law`.
package enum LawAddress: Hashable, Sendable {
    /// The regime in force beside another: of a later day, or the proposed one where there is none.
    case comparison(on: CivilDate?)
    case obstacles
    case obstacle(Int)
    case export
    /// The form by which a refusal is reported: purpose, reason and point of law as the refusal had them, and the region that refused.
    case report(purpose: String, reason: String, legalPoint: String, region: RegionCode?)
    /// After a report was kept.
    case kept(Int, purpose: String, reason: String)

    package var path: String {
        switch self {
        case .comparison(let date): "/law" + SiteURL.query(["with": date?.description])
        case .obstacles: "/law/obstacles"
        case .obstacle(let number): "/law/obstacles/list/\(number)"
        case .export: "/law/obstacles/export"
        case .report(let purpose, let reason, let point, let region):
            "/law/obstacles/new"
                + SiteURL.query(["purpose": purpose, "reason": reason, "point": point, "region": region?.description])
        case .kept(let number, let purpose, let reason):
            "/law/obstacles/new" + SiteURL.query(["purpose": purpose, "reason": reason, "kept": String(number)])
        }
    }

    package var route: String {
        switch self {
        case .obstacle: "/law/obstacles/list/:obstacle"
        case .comparison, .obstacles, .export, .report, .kept: String(path.prefix { $0 != "?" })
        }
    }
}
