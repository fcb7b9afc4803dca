import Foundation
import Glibc

/// Runs what blocks beside the threads that the node itself works on.
func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}

/// What came back over a connection.
struct RawAnswer: Sendable {
    let text: String
    /// The other side has closed the connection.
    let isClosed: Bool

    /// 0 where nothing came that has one.
    var status: Int {
        guard text.hasPrefix("HTTP/1.1 ") else { return 0 }
        return Int(text.dropFirst(9).prefix(3)) ?? 0
    }

    var head: String { text.range(of: "\r\n\r\n").map { String(text[..<$0.lowerBound]) } ?? text }
    var body: String { text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? "" }
    /// How many answers came.
    var count: Int { text.components(separatedBy: "HTTP/1.1 ").dropFirst().filter { $0.first?.isNumber == true }.count }

    var isWhole: Bool {
        guard text.contains("\r\n\r\n") else { return false }
        guard let line = head.lowercased().components(separatedBy: "\r\n").first(where: { $0.hasPrefix("content-length:") }),
            let length = Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces))
        else { return false }
        return body.utf8.count >= length
    }

    /// The code of the problem that it is.
    var problem: String? {
        guard head.lowercased().contains("content-type: application/problem+json"),
            let start = body.range(of: "urn:samsyn:problem:")
        else { return nil }
        return String(body[start.upperBound...].prefix { $0 != "\"" })
    }
}

/// A TCP connection without any knowledge of HTTP, for what no client library would send. Blocks: used on threads of its own.
struct RawConnection: Sendable {
    struct Refused: Error {}

    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = RawConnection.address(port)
        let descriptor = descriptor
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close()
            throw Refused()
        }
    }

    /// A port of this machine that nobody listens on.
    static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { _ = Glibc.close(descriptor) }
        var address = address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw Refused() }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return address
    }

    /// False where the other side takes nothing more.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            // MSG_NOSIGNAL.
            let count = bytes[sent...].withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, 0x4000) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Nothing more comes from this side.
    func finishSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    /// What comes until a whole answer is there (or, `untilClosed`, until the other side closes), or the time is over.
    func answer(seconds: Double, untilClosed: Bool = false) -> RawAnswer {
        let deadline = ContinuousClock.now + .milliseconds(Int(seconds * 1000))
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 65_536)
        while true {
            let answer = RawAnswer(text: String(decoding: bytes, as: UTF8.self), isClosed: false)
            if !untilClosed, answer.isWhole { return answer }
            let left = (deadline - .now) / .milliseconds(1)
            guard left > 0 else { return answer }
            var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&wanted, 1, Int32(left) + 1) > 0 else { continue }
            let count = recv(descriptor, &room, room.count, 0)
            guard count > 0 else { return RawAnswer(text: answer.text, isClosed: true) }
            bytes += room[..<count]
        }
    }

    func close() { _ = Glibc.close(descriptor) }
}
