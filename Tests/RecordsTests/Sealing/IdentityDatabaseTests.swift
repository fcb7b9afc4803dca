import ClinicalModel
import Foundation
import GRDB
import Records
import Testing

@Suite struct IdentityDatabaseTests {
    /// Published by Skatteverket for tests.
    private func number(_ text: String = "199001012385") throws -> IdentityNumber {
        try IdentityNumber.parse(text, today: try Example.date("2026-11-21"))
    }

    @Test("A number has one pseudonym, can be opened again, and forgotten")
    func resolving() throws {
        let directory = try TemporaryDirectory()
        let identities = try IdentityDatabase.create(path: directory.path("identity.sqlite"), key: RegionKey())
        let pseudonym = try identities.resolve(number())
        #expect(try identities.resolve(number()) == pseudonym)
        #expect(try identities.number(of: pseudonym)?.digits == "199001012385")
        try identities.forget(pseudonym)
        #expect(try identities.number(of: pseudonym) == nil)
    }

    @Test("Nothing personal stands in the files in plain bytes, nor what was forgotten")
    func sealed() throws {
        let directory = try TemporaryDirectory()
        let identities = try IdentityDatabase.create(path: directory.path("identity.sqlite"), key: RegionKey())
        let pseudonym = try identities.resolve(number())
        try identities.sealManifest(Array("199001012385 and more".utf8), of: "sub-1")
        #expect(try directory.bytes().range(of: Data("199001012385".utf8)) == nil)
        #expect(try identities.openManifest(of: "sub-1") == Array("199001012385 and more".utf8))
        try identities.removeManifest(of: "sub-1")
        #expect(try identities.openManifest(of: "sub-1") == nil)
        try identities.forget(pseudonym)
        try identities.compact()
        #expect(try directory.bytes().range(of: Data(pseudonym.text.utf8)) == nil)
    }

    @Test("Another key does not open it, and a rotation keeps pseudonyms and the ledger's secret")
    func rotation() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("identity.sqlite")
        let (old, new) = (RegionKey(), RegionKey())
        let identities = try IdentityDatabase.create(path: path, key: old)
        let pseudonym = try identities.resolve(number())
        let digest = identities.keyedDigest(of: [1, 2])
        let mac = identities.ledgerSecret.authenticate(Data([1]))
        #expect(throws: SealingError(.wrongKey, place: path)) { try IdentityDatabase.open(path: path, key: new) }
        let other = try IdentityDatabase.open(path: path, key: old)
        #expect(try identities.rotate(to: new) == 3)
        #expect(try identities.number(of: pseudonym)?.digits == "199001012385")
        #expect(throws: SealingError(.wrongKey, place: path)) { try other.number(of: pseudonym) }
        #expect(throws: SealingError(.wrongKey, place: path)) { try IdentityDatabase.open(path: path, key: old) }
        let reopened = try IdentityDatabase.open(path: path, key: new)
        #expect(try reopened.resolve(number()) == pseudonym)
        #expect(reopened.keyedDigest(of: [1, 2]) == digest)
        #expect(reopened.ledgerSecret.isAuthentic(mac, for: Data([1])))
        #expect(try reopened.faults() == [])
    }

    @Test("What is sealed opens only in the place that it was sealed for")
    func bound() throws {
        let directory = try TemporaryDirectory()
        let identities = try IdentityDatabase.create(path: directory.path("identity.sqlite"), key: RegionKey())
        try identities.sealManifest([1], of: "a")
        try identities.sealManifest([2], of: "b")
        try identities.pool.write {
            try $0.execute(sql: "UPDATE sealedManifest SET sealed = (SELECT sealed FROM sealedManifest WHERE submission = 'b')")
        }
        #expect(throws: SealingError(.damaged, place: identities.path)) { try identities.openManifest(of: "a") }
        #expect(try identities.faults() == ["1 sealed rows do not open"])
    }

    @Test("A key is read from a file that only its owner may read, from the environment's forms and from a command")
    func sources() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("key")
        let key = RegionKey()
        try Data((key.hexadecimal + "\n").utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(throws: SealingError(.keyFileIsOpen, place: path)) { try RegionKeySource.file(path).read() }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(try RegionKeySource.file(path).read().hexadecimal == key.hexadecimal)
        #expect(try RegionKeySource.command("cat '\(path)'").read().hexadecimal == key.hexadecimal)
        #expect(throws: SealingError(.commandFailed, place: "false")) { try RegionKeySource.command("false").read() }
        #expect(throws: SealingError(.notAKey, place: "echo")) { try RegionKeySource.command("echo short").read() }
        #expect(throws: SealingError(.noKey, place: "SAMSYN_NO_SUCH")) {
            try RegionKeySource.environment("SAMSYN_NO_SUCH").read()
        }
        #expect("\(key)" == "region key")
    }
}
