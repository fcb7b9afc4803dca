internal import Foundation

/// How long to search: a few seeds by default, many where the environment has `SAMSYN_SOAK=1`.
package enum Soak {
    package static let isOn = ProcessInfo.processInfo.environment["SAMSYN_SOAK"] == "1"

    package static func seeds(_ usual: Int) -> [UInt64] { (1...UInt64(isOn ? usual * 20 : usual)).map { $0 } }
}
