package import StructuredText

/// Why a pipeline's folder does not become a submission, where, and what to do.
package struct PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case notAFolder
        /// Nothing of the pipeline's own lies there.
        case unknownLayout
        /// More samples than one case of this pipeline has.
        case severalSamples
        /// Several files of which one is meant.
        case severalFiles
        /// A sample of the files that the description does not have.
        case sampleNotDescribed
        case missingFile
        /// A table without a column that is needed.
        case missingColumn
        case badValue
        /// The folder to be made is there already, and not empty.
        case notEmpty
        case system
    }

    package let code: Code
    /// The file, with its line where it has one.
    package let place: String
    /// The column, the pattern or the samples that are meant; never a value of a person.
    package let detail: String

    package init(_ code: Code, place: String, detail: String = "") {
        self.code = code
        self.place = place
        self.detail = detail
    }

    package var message: LocalizedText {
        switch code {
        case .notAFolder: LocalizedText(sv: "Det är ingen mapp.", en: "This is no folder.")
        case .unknownLayout:
            LocalizedText(
                sv: "Mappen ser inte ut som pipelinens: \(detail) saknas.",
                en: "The folder does not look like the pipeline's: there is no \(detail).")
        case .severalSamples:
            LocalizedText(sv: "Mappen har flera prov: \(detail).", en: "The folder has several samples: \(detail).")
        case .severalFiles: LocalizedText(sv: "Flera filer kan menas: \(detail).", en: "Several files may be meant: \(detail).")
        case .sampleNotDescribed:
            LocalizedText(sv: "Provet \(detail) saknas i beskrivningen.", en: "The description lacks the sample \(detail).")
        case .missingFile: LocalizedText(sv: "Filen saknas: \(detail).", en: "The file is missing: \(detail).")
        case .missingColumn: LocalizedText(sv: "Kolumnen \(detail) saknas.", en: "The column \(detail) is missing.")
        case .badValue: LocalizedText(sv: "\(detail) går inte att läsa.", en: "\(detail) cannot be read.")
        case .notEmpty: LocalizedText(sv: "Mappen är inte tom.", en: "The folder is not empty.")
        case .system: LocalizedText(sv: "Filen kan inte skrivas eller läsas.", en: "The file cannot be written or read.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .notAFolder, .unknownLayout:
            LocalizedText(sv: "Ange pipelinens resultatmapp.", en: "Give the folder of the pipeline's results.")
        case .severalSamples: LocalizedText(sv: "Ange provet: --sample.", en: "Name the sample: --sample.")
        case .severalFiles: LocalizedText(sv: "Lämna bara den som gäller.", en: "Leave only the one that holds.")
        case .sampleNotDescribed:
            LocalizedText(sv: "Lägg till det under samples.", en: "Add it under samples.")
        case .missingFile: LocalizedText(sv: "Se efter om körningen blev klar.", en: "See whether the run came to its end.")
        case .missingColumn, .badValue:
            LocalizedText(
                sv: "Jämför med pipelinens version; filen kan vara från en annan.",
                en: "Compare with the pipeline's version; the file may be of another one.")
        case .notEmpty: LocalizedText(sv: "Ange en ny mapp.", en: "Give a new folder.")
        case .system: LocalizedText(sv: "Kontrollera disk och rättigheter.", en: "Check the disk and the rights.")
        }
    }

    package var description: String { "\(place): \(message.en) \(remedy.en)" }
}
