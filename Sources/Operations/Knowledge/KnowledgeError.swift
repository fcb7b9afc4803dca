package import StructuredText

/// Why knowledge is not imported, compared or adopted. What is wrong with a file is a `KnowledgeFault`; what a version's state does not allow
/// a `KnowledgeStateError`.
package struct KnowledgeError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        /// The node keeps no knowledge.
        case notHere
        /// The source has no series of that name.
        case unknownSeries
        case unknownVersion
        /// Several versions begin with these digits.
        case severalVersions
        case unknownItem
        /// The file is not what its publisher's checksum says.
        case otherDigest
        case releaseMissing, licenceMissing
        /// Rows, and not one of them an item.
        case nothingRead
        /// What would be adopted is not what was seen.
        case notSeen
        /// Reports were issued, or another version became current, since the difference was shown.
        case outdated
        /// A file of the version is gone from the disk.
        case fileMissing
    }

    package let code: Code
    /// The series, version or item; never a person.
    package let place: String

    package init(_ code: Code, place: String) {
        self.code = code
        self.place = place
    }

    package var message: LocalizedText {
        switch code {
        case .notHere: LocalizedText(sv: "Noden har inget kunskapsförråd.", en: "The node keeps no knowledge.")
        case .unknownSeries: LocalizedText(sv: "Källan har ingen sådan serie.", en: "The source has no such series.")
        case .unknownVersion: LocalizedText(sv: "Versionen är inte inläst.", en: "The version has not been imported.")
        case .severalVersions:
            LocalizedText(sv: "Flera versioner börjar med de siffrorna.", en: "Several versions begin with these digits.")
        case .unknownItem: LocalizedText(sv: "Ingen version har den posten.", en: "No version has this item.")
        case .otherDigest:
            LocalizedText(
                sv: "Filen är inte den som kontrollsumman gäller: den kan ha kommit fram halv.",
                en: "The file is not the one that the checksum is of: perhaps only half of it has come.")
        case .releaseMissing: LocalizedText(sv: "Utgåvans namn saknas.", en: "The release has no name.")
        case .licenceMissing: LocalizedText(sv: "Villkoren saknas.", en: "The licence is not stated.")
        case .nothingRead:
            LocalizedText(sv: "Filen har rader men ingen läsbar post.", en: "The file has rows and not one readable item.")
        case .notSeen:
            LocalizedText(
                sv: "Det står inte vilken skillnad som har granskats.", en: "Nothing says which difference was seen.")
        case .outdated:
            LocalizedText(
                sv: "Skillnaden, eller vilka svar den rör, är en annan än den som granskades.",
                en: "The difference, or which reports it touches, is not the one that was seen.")
        case .fileMissing: LocalizedText(sv: "Versionens fil saknas på noden.", en: "The version's file is gone from the node.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .notHere: LocalizedText(sv: "Använd regionens egen nod.", en: "Use the region's own node.")
        case .unknownSeries:
            LocalizedText(
                sv: "Ange clinvar/GRCh38, clinvar/GRCh37, civic/evidence, civic/assertions, gene-list/NAMN eller guideline/NAMN.",
                en: "Give clinvar/GRCh38, clinvar/GRCh37, civic/evidence, civic/assertions, gene-list/NAME or guideline/NAME.")
        case .unknownVersion, .unknownItem: LocalizedText(sv: "Se listan över versioner.", en: "See the list of versions.")
        case .severalVersions: LocalizedText(sv: "Ange fler siffror.", en: "Give more digits.")
        case .otherDigest, .nothingRead:
            LocalizedText(sv: "Hämta filen igen från utgivaren.", en: "Fetch the file again from its publisher.")
        case .releaseMissing: LocalizedText(sv: "Ange den: --release.", en: "Give it: --release.")
        case .licenceMissing: LocalizedText(sv: "Ange dem: --licence.", en: "State it: --licence.")
        case .notSeen, .outdated:
            LocalizedText(sv: "Visa skillnaden och granska den.", en: "Show the difference and look at it.")
        case .fileMissing: LocalizedText(sv: "Återställ den ur en säkerhetskopia.", en: "Restore it from a backup.")
        }
    }

    package var description: String { "\(place): \(message.en) \(remedy.en)" }
}
