package import ClinicalModel

/// Addresses below `/sharing`.
package enum SharingAddress: Hashable, Sendable {
    /// A controller's policy; with what a waiting proposal would have changed of the questions of so many days, where that is wanted.
    case policy(OrganisationCode?, effectDays: Int?)
    /// The form for the next version.
    case draft(OrganisationCode)
    case version(Int)
    case publication
    case withdrawal
    case batches

    package var path: String {
        switch self {
        case .policy(let controller, let days):
            "/sharing"
                + SiteURL.query([
                    "controller": controller?.text, "effect": days == nil ? nil : "yes", "days": days.map(String.init),
                ])
        case .draft(let controller): "/sharing/draft" + SiteURL.query(["controller": controller.text])
        case .version(let number): "/sharing/versions/\(number)"
        case .publication: "/sharing/publication"
        case .withdrawal: "/sharing/withdrawal"
        case .batches: "/sharing/batches"
        }
    }

    package var route: String {
        switch self {
        case .version: "/sharing/versions/:version"
        case .draft: "/sharing/draft"
        case .policy, .publication, .withdrawal, .batches: String(path.prefix { $0 != "?" })
        }
    }
}
