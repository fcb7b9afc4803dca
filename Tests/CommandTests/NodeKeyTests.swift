import Foundation
import Testing

@Suite("Keys and tokens from the command line")
struct NodeKeyTests {
    @Test("A key is made once, for its owner's eyes, and shown ever after")
    func key() throws {
        let program = try Program()
        defer { program.remove() }
        let made = try program.succeed("node", "key", "node.pem")
        #expect(made.wholeMatch(of: /ed25519:[A-Za-z0-9+\/]{43}=\n/) != nil, "\(made)")
        let file = program.folder.appendingPathComponent("node.pem")
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        let bytes = try Data(contentsOf: file)
        #expect(try program.succeed("node", "key", "node.pem") == made)
        #expect(try Data(contentsOf: file) == bytes)
        // The private half is never printed.
        let secret = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { !$0.hasPrefix("-") }
        #expect(!made.contains(try #require(secret)))
        #expect(try program.succeed("node", "key", "second.pem") != made)
    }

    @Test("A file that holds something else is left as it is")
    func otherFile() throws {
        let program = try Program()
        defer { program.remove() }
        let path = try program.write("notes.txt", "not a key\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let result = try program.run("node", "key", "notes.txt")
        #expect(result.status == 65 && result.output.isEmpty)
        #expect(
            result.errors
                == "samsyn: notes.txt: The key file holds no Ed25519 private key. Give a PEM file (openssl genpkey -algorithm ed25519) or base64 of 32 bytes.\n"
        )
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "not a key\n")
        let nowhere = try program.run("node", "key", "nowhere/node.pem")
        #expect(nowhere.status == 65)
        #expect(
            nowhere.errors
                == "samsyn: nowhere/node.pem: The key file cannot be written. Check that the folder is there and may be written to.\n"
        )
    }

    @Test("A token of a persona says on stderr what it is; another persona or purpose is refused with those that there are")
    func token() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        func token(_ persona: String, _ purpose: String) throws -> Program.Result {
            try node.program.run("token", "--config", "node.yaml", "--persona", persona, "--purpose", purpose)
        }
        let good = try token("statistiker", "statistics")
        #expect(good.status == 0 && good.output.split(separator: ".").count == 3)
        #expect(good.errors == "samsyn: a development token: the person does not exist, and no real node takes it.\n")
        let nobody = try token("nobody", "statistics")
        #expect(nobody.status == 64 && nobody.output.isEmpty)
        #expect(nobody.errors.hasPrefix("samsyn: nobody is not in the personas file. Take one of: "), "\(nobody.errors)")
        #expect(nobody.errors.contains("statistiker"))
        let other = try token("statistiker", "own-patient-care")
        #expect(other.status == 64 && other.output.isEmpty)
        #expect(
            other.errors.hasPrefix("samsyn: statistiker has no commission for own-patient-care. Take one of: "), "\(other.errors)"
        )
        let unknown = try token("statistiker", "curiosity")
        #expect(unknown.status == 64 && unknown.errors.contains("curiosity"))
    }

    @Test(
        "Without --development a node where only development could sign in does not start; nor does one without it, with --development"
    )
    func permission() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        let without = try node.program.run("serve", "--config", "node.yaml")
        #expect(without.status == 65 && without.output.isEmpty)
        #expect(
            without.errors
                == "samsyn: Nobody but the people of the development issuer could sign in. Start with --development to try, or add identity-providers.\n"
        )
        let provider =
            "identity-providers:\n  - {issuer: \"https://idp.example\", audience: [samsyn], keys: \"https://idp.example/keys\", research: {homes: {}}}"
        let text = node.configuration(provider).split(separator: "\n").filter { !$0.hasPrefix("development:") }
        try node.program.write("real.yaml", text.joined(separator: "\n"))
        let with = try node.program.run("serve", "--config", "real.yaml", "--development")
        #expect(with.status == 65 && with.output.isEmpty)
        #expect(
            with.errors
                == "samsyn: The configuration has no development part. Add development with personas and issuer-key, or start without --development.\n"
        )
        let token = try node.program.run("token", "--config", "real.yaml", "--persona", "statistiker", "--purpose", "statistics")
        #expect(token.status == 65 && token.output.isEmpty)
    }
}
