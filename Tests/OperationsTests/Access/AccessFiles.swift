import AccessModel
import Foundation
import Operations

/// The law and the examples of the repository.
enum AccessFiles {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

    static func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    static func law() throws -> LawBook { try readLaw.get() }

    static func adopted() throws -> LawBook { try readAdopted.get() }

    private static let readLaw = Result { try LoadLaw.read(path("law/sweden.yaml")) }
    private static let readAdopted = Result { try LoadLaw.read(path("Examples/law/proposal-adopted.yaml")) }
}
