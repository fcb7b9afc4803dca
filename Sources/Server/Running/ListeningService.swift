internal import Foundation
internal import NIOCore
internal import ServiceLifecycle

/// A service that listens at an address. Where the address cannot be had it says so as `ServerError`, with the setting that named it.
struct ListeningService<Listener: Service>: Service, CustomStringConvertible {
    /// The name of the setting.
    let subject: String
    let address: NodeConfiguration.Address
    let listener: Listener

    var description: String { "\(subject) \(address.text)" }

    func run() async throws {
        do {
            try await listener.run()
        } catch {
            throw ServerError(listening: error, subject, at: address) ?? error
        }
    }
}

extension ServerError {
    /// Why an address cannot be listened at; nil for an error of another kind.
    package init?(listening error: any Error, _ subject: String, at address: NodeConfiguration.Address) {
        let other = "choose another port in \(subject) of the configuration."
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE:
            self.init(
                .addressTaken, "\(address.text) is taken: another program listens there.",
                remedy: "Stop it (ss -ltnp shows which it is), or \(other)")
        case let error as IOError where error.errnoCode == EACCES || error.errnoCode == EPERM:
            self.init(
                .addressForbidden, "This account may not listen at \(address.text).",
                remedy: "Give the program the right (CAP_NET_BIND_SERVICE), or \(other)")
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL:
            self.init(
                .address, "\(address.text) is no address of this machine.",
                remedy: "Give one that it has in \(subject) (ip address shows them), or 0.0.0.0 for all.")
        case is SocketAddressError, is SocketAddressError.UnknownHost:
            self.init(
                .address, "The name \(address.host) leads to no address.",
                remedy: "Give an address in \(subject), such as 127.0.0.1, or a name that this machine can look up.")
        default: return nil
        }
    }
}
