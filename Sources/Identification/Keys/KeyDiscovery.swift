internal import StructuredText

/// Why a provider's description of itself leads to no keys.
package enum KeyDiscoveryError: String, Error, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case notJSON, otherIssuer, noKeys

    package var description: String {
        switch self {
        case .notJSON: "its description of itself is not JSON. Give keys in the configuration."
        case .otherIssuer: "its description of itself is another issuer's. Write issuer as the description does."
        case .noKeys: "its description of itself names no keys over HTTPS. Give keys in the configuration."
        }
    }
}

extension KeySetAddress {
    /// Where the keys are, by a provider's description that was fetched at this address. Its issuer has to be the one that was asked,
    /// character by character: whoever can put a description there could else be anybody.
    package func keys(in description: [UInt8]) throws(KeyDiscoveryError) -> KeySetAddress {
        let json: JSONValue
        do throws(JSONSyntaxError) {
            json = try JSONReader.read(description)
        } catch {
            throw .notJSON
        }
        guard json["issuer"]?.string == describes else { throw .otherIssuer }
        guard let keys = json["jwks_uri"]?.string.flatMap({ KeySetAddress($0) }) else { throw .noKeys }
        return keys
    }
}
