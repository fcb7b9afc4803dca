import Foundation

/// How long to search: a few seeds by default, many where the environment has `SAMSYN_SOAK=1`.
enum Soak {
    static let isOn = ProcessInfo.processInfo.environment["SAMSYN_SOAK"] == "1"

    static func seeds(_ usual: Int) -> [UInt64] { (1...UInt64(isOn ? usual * 20 : usual)).map { $0 } }
}
