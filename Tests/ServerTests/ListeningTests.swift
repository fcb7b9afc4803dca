import Foundation
import NIOCore
import Server
import Testing

@Suite("An address that cannot be listened at")
struct ListeningTests {
    private static let address = NodeConfiguration.Address(host: "node.example", port: 443)

    @Test(
        "Each reason has its code, the address and a remedy with the setting's name",
        arguments: [
            (EADDRINUSE, ServerError.Code.addressTaken), (EACCES, .addressForbidden), (EPERM, .addressForbidden),
            (EADDRNOTAVAIL, .address),
        ])
    func reason(_ number: Int32, _ code: ServerError.Code) throws {
        let error = try #require(
            ServerError(listening: IOError(errnoCode: number, reason: "bind"), "listen", at: Self.address))
        #expect(error.code == code)
        #expect(error.message.contains("node.example:443") && error.remedy.contains("listen"), "\(error)")
    }

    @Test("A name that nobody knows is said, and what is about something else stays what it is")
    func others() throws {
        // No name ends in "invalid" (RFC 6761).
        do {
            _ = try SocketAddress.makeAddressResolvingHost("node.invalid", port: 443)
            Issue.record("a name that is none has an address")
        } catch {
            #expect(try #require(ServerError(listening: error, "metrics", at: Self.address)).remedy.contains("metrics"))
        }
        #expect(ServerError(listening: IOError(errnoCode: EMFILE, reason: "bind"), "listen", at: Self.address) == nil)
        #expect(ServerError(listening: CancellationError(), "listen", at: Self.address) == nil)
    }
}
