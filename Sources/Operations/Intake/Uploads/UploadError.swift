package import StructuredText

/// Why a piece of a submission is not taken. It names files, never what they hold.
package struct UploadError: Error, Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        /// What the manifest says is wrong, each with its place.
        case manifest([ManifestFault])
        case unknown
        case unknownFile
        /// A file that is larger than the partition takes.
        case fileTooLarge(limit: Int)
        case tooManyUploads
        /// The piece does not begin where the file ends.
        case wrongOffset(expected: Int)
        /// The piece would make the file longer than its manifest says.
        case tooLong(length: Int)
        /// Somebody else is writing the same file.
        case busy
        /// Files that are not whole.
        case incomplete([String])
        case system(Int32)
    }

    package let code: Code

    package init(_ code: Code) { self.code = code }

    package var message: LocalizedText {
        switch code {
        case .manifest: LocalizedText(sv: "Manifestet går inte att ta emot.", en: "The manifest cannot be taken.")
        case .unknown: LocalizedText(sv: "Det finns ingen sådan uppladdning.", en: "There is no such upload.")
        case .unknownFile: LocalizedText(sv: "Manifestet nämner ingen sådan fil.", en: "The manifest names no such file.")
        case .fileTooLarge: LocalizedText(sv: "En fil är för stor.", en: "A file is too large.")
        case .tooManyUploads: LocalizedText(sv: "För många uppladdningar pågår.", en: "Too many uploads are under way.")
        case .wrongOffset:
            LocalizedText(sv: "Delen börjar inte där filen slutar.", en: "The piece does not begin where the file ends.")
        case .tooLong:
            LocalizedText(sv: "Filen blir längre än manifestet anger.", en: "The file gets longer than its manifest says.")
        case .busy: LocalizedText(sv: "Någon annan skriver till samma fil.", en: "Somebody else is writing the same file.")
        case .incomplete: LocalizedText(sv: "Alla filer har inte kommit.", en: "Not all files have come.")
        case .system: LocalizedText(sv: "Delen kunde inte sparas.", en: "The piece could not be kept.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .manifest:
            LocalizedText(
                sv: "Rätta det som faults räknar upp och sänd manifestet igen.",
                en: "Mend what faults lists, and send the manifest again.")
        case .unknown:
            LocalizedText(
                sv: "Sänd manifestet först; en uppladdning som har vilat för länge tas bort.",
                en: "Send the manifest first; an upload that has rested for too long is removed.")
        case .unknownFile: LocalizedText(sv: "Jämför namnet med manifestet.", en: "Compare the name with the manifest.")
        case .fileTooLarge(let limit):
            LocalizedText(sv: "Högst \(limit) byte tas emot.", en: "At most \(limit) bytes are taken.")
        case .tooManyUploads:
            LocalizedText(sv: "Avsluta eller ta bort en, eller försök senare.", en: "Finish or remove one, or try later.")
        case .wrongOffset(let expected):
            LocalizedText(sv: "Fortsätt från byte \(expected).", en: "Go on from byte \(expected).")
        case .tooLong(let length):
            LocalizedText(sv: "Filen har \(length) byte.", en: "The file has \(length) bytes.")
        case .busy:
            LocalizedText(sv: "Fråga hur långt den har kommit och fortsätt där.", en: "Ask how far it has come, and go on there.")
        case .incomplete(let names):
            LocalizedText(
                sv: "Sänd resten av: \(names.joined(separator: ", ")).", en: "Send the rest of: \(names.joined(separator: ", "))."
            )
        case .system: LocalizedText(sv: "Försök igen; det som har kommit finns kvar.", en: "Try again; what has come is kept.")
        }
    }
}
