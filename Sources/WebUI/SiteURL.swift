/// Every address of the application: what the routes are made of, and every link.
package enum SiteURL: Hashable, Sendable {
    case start

    package var path: String {
        switch self {
        case .start: "/"
        }
    }
}
