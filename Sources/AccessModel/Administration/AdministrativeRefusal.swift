package import StructuredText

/// Why somebody may not do something with a partition.
package struct AdministrativeRefusal: Error, Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// The work that it belongs to is not the actor's.
        case role
        /// The partition belongs to another region.
        case region
        /// The actor's commission does not hold the purpose.
        case commission
        /// It is not done under this purpose.
        case purpose
    }

    package let code: Code
    package let act: AdministrativeAct

    package init(code: Code, act: AdministrativeAct) {
        self.code = code
        self.act = act
    }

    package var message: LocalizedText {
        switch code {
        case .role: LocalizedText(sv: "Din roll har inte rätt att göra detta.", en: "Your role has no right to do this.")
        case .region: LocalizedText(sv: "Uppgifterna hör till en annan region.", en: "The data belongs to another region.")
        case .commission:
            LocalizedText(
                sv: "Ditt uppdrag omfattar inte det här ändamålet.", en: "Your commission does not hold this purpose.")
        case .purpose:
            LocalizedText(sv: "Detta görs inte för det här ändamålet.", en: "This is not done for this purpose.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .role:
            LocalizedText(
                sv: "Vänd dig till någon med rollen: \(roles).", en: "Turn to somebody with the role: \(roles).")
        case .region:
            LocalizedText(sv: "Vänd dig till den region som har uppgifterna.", en: "Turn to the region that holds the data.")
        case .commission:
            LocalizedText(
                sv: "Välj ett ändamål som ingår i ditt uppdrag.", en: "Choose a purpose that your commission holds.")
        case .purpose: LocalizedText(sv: "Ange ett av: \(purposes).", en: "Name one of: \(purposes).")
        }
    }

    private var roles: String { AdministrativeRights.of(act).roles.map(\.rawValue).sorted().joined(separator: ", ") }
    private var purposes: String { AdministrativeRights.of(act).purposes.map(\.rawValue).sorted().joined(separator: ", ") }
}
