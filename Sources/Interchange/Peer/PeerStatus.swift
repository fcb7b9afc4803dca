package import ClinicalModel
internal import StructuredText

/// What a node says of itself to whoever asks: that it is there, and how it can be spoken to.
package struct PeerStatus: Hashable, Sendable {
    package let name: String
    package let regions: [RegionCode]
    /// Of the program.
    package let version: String
    /// Of the protocol; what it reads.
    package let protocols: [Int]

    package init(name: String, regions: [RegionCode], version: String, protocols: [Int] = Array(PeerProtocol.versions)) {
        self.name = name
        self.regions = regions
        self.version = version
        self.protocols = protocols
    }

    /// Whether there is a version that both read.
    package var isUnderstood: Bool { protocols.contains(where: PeerProtocol.versions.contains) }

    package var message: [UInt8] {
        let json: JSONValue = [
            "name": JSONValue(.string(name)), "regions": JSONValue(regions.map(\.description)),
            "version": JSONValue(.string(version)), "protocols": JSONValue(protocols.map { JSONValue($0) }),
        ]
        return json.compactBytes
    }

    /// Whatever version the other speaks, this it says in the same way.
    package init(_ bytes: [UInt8]) throws(PeerMessageError) {
        let json: JSONValue
        do throws(JSONSyntaxError) { json = try JSONReader.read(bytes) } catch {
            throw PeerMessageError(.malformed, at: "message")
        }
        let fields = try PeerFields(json, at: "")
        name = try fields.text("name")
        regions = try fields.values("regions") { RegionCode($0) }
        version = try fields.text("version")
        protocols = try fields.list("protocols", limit: 100).compactMap(\.integer)
    }
}
