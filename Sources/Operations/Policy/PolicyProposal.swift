internal import AccessModel
package import ClinicalModel
internal import Records
package import StructuredText

/// A policy that one steward has proposed and another has to sign: the very text, who proposed it and when.
package struct PolicyProposal: Hashable, Sendable {
    package let controller: OrganisationCode
    package let text: String
    package let proposer: String
    /// Nil for one that was proposed before times were kept.
    package let time: Timestamp?

    init(controller: OrganisationCode, text: String, proposer: String, time: Timestamp?) {
        self.controller = controller
        self.text = text
        self.proposer = proposer
        self.time = time
    }

    /// What the second person signs.
    package var digest: String { ContentDigest.of(text) }

    static let keyPrefix = "policyProposal/"
    var key: String { PolicyProposal.keyPrefix + controller.text }

    package var json: JSONValue {
        JSONValue(members: [
            ("text", JSONValue(.string(text))), ("by", JSONValue(.string(proposer))),
            ("time", time.map { JSONValue(.string($0.description)) }),
        ])
    }

    /// Reads a setting; nil for one that is no proposal.
    init?(key: String, value: String) {
        guard key.hasPrefix(PolicyProposal.keyPrefix),
            let controller = OrganisationCode(String(key.dropFirst(PolicyProposal.keyPrefix.count))),
            let json = try? JSONReader.read(value), let text = json["text"]?.string, let proposer = json["by"]?.string
        else { return nil }
        self.init(
            controller: controller, text: text, proposer: proposer, time: json["time"]?.string.flatMap { Timestamp($0) })
    }
}

extension Partition {
    /// What has been proposed and waits for a second person, by controller.
    package func proposals() throws -> [PolicyProposal] {
        try records.settings().compactMap { PolicyProposal(key: $0.key, value: $0.value) }.sorted {
            $0.controller < $1.controller
        }
    }

    func proposal(for controller: OrganisationCode) throws -> PolicyProposal? {
        let key = PolicyProposal.keyPrefix + controller.text
        return try records.setting(key).flatMap { PolicyProposal(key: key, value: $0) }
    }
}
