package import AccessModel
internal import ClinicalModel
package import Identification
internal import Operations

/// The embedded issuer of a configuration. Throws where it may not work: without `--development`, or on an address that others reach.
package func developmentIssuer(_ configuration: NodeConfiguration, isDevelopment: Bool) throws -> DevelopmentIssuer? {
    guard let development = configuration.development else {
        guard !isDevelopment else {
            throw ServerError(
                .developmentNotAllowed, "The configuration has no development part.",
                remedy: "Add development with personas and issuer-key, or start without --development.")
        }
        return nil
    }
    guard isDevelopment else {
        guard !configuration.providers.isEmpty else {
            throw ServerError(
                .developmentOnly, "Nobody but the people of the development issuer could sign in.",
                remedy: "Start with --development to try, or add identity-providers.")
        }
        return nil
    }
    guard let permission = DevelopmentPermission(address: configuration.listen.host, isDevelopment: true) else {
        throw ServerError(
            .developmentNotAllowed,
            "--development works on this machine only, and \(configuration.listen.text) can be reached by others.",
            remedy: "Listen on 127.0.0.1, or start without --development.")
    }
    return DevelopmentIssuer(
        permission, personas: try LoadPersonas.read(development.personas), key: try NodeKeys.readOrMake(development.issuerKey),
        now: Timestamp.now)
}

/// A bearer token for a persona, good for an hour.
package func issueDevelopmentToken(
    _ configuration: NodeConfiguration, persona: String, purpose: Purpose
) throws -> String {
    guard let issuer = try developmentIssuer(configuration, isDevelopment: true) else { return "" }
    do throws(DevelopmentIssuerError) {
        return try issuer.token(persona: persona, purpose: purpose)
    } catch {
        switch error {
        case .personaUnknown:
            throw ServerError(
                .unknownPersona, "\(persona) is not in the personas file.",
                remedy: "Take one of: \(issuer.personas.keys.sorted().joined(separator: ", ")).")
        default:
            throw ServerError(
                .unknownPersona, "\(persona) has no commission for \(purpose.rawValue).",
                remedy:
                    "Take one of: \((issuer.personas[persona]?.purposes ?? []).map(\.rawValue).sorted().joined(separator: ", "))."
            )
        }
    }
}
