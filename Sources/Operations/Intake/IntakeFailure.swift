package import StructuredText

/// Why a submission went to quarantine: what, where, and how to mend it. It never carries an identity, a genotype or a coordinate.
package struct IntakeFailure: Error, Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        // files
        case fileMissing = "file-missing"
        case fileNotRegular = "file-not-regular"
        case fileSize = "file-size"
        case checksum
        case fileTooLarge = "file-too-large"
        // manifest
        case manifestInvalid = "manifest-invalid"
        case manifestTooLarge = "manifest-too-large"
        case unknownLaboratory = "unknown-laboratory"
        case unknownController = "unknown-controller"
        case callSetKnown = "callset-known"
        case callSetUnknown = "callset-unknown"
        case callSetOfAnother = "callset-of-another"
        case specimenOfAnother = "specimen-of-another"
        case caseUnknown = "case-unknown"
        case submissionUnknown = "submission-unknown"
        case submissionState = "submission-state"
        case assayChanged = "assay-changed"
        case notCorrectable = "not-correctable"
        case personEnded = "person-ended"
        case findingUnfounded = "finding-unfounded"
        // quality
        case metricMissing = "metric-missing"
        case metricOutside = "metric-outside"
        // identity
        case identityInvalid = "identity-invalid"
        case identityTwice = "identity-twice"
        case sexContradicts = "sex-contradicts"
        case birthContradicts = "birth-contradicts"
        case identityInFile = "identity-in-file"
        // index
        case fileUnusable = "file-unusable"
        case targetsUnusable = "targets-unusable"
        case expandsTooMuch = "expands-too-much"
        case sharedBinaryFile = "shared-binary-file"
        case sampleUnclaimed = "sample-unclaimed"
    }

    package let step: IntakeStep
    package let code: Code
    /// The file, the path in the manifest, or the name of a call set; empty for the submission as a whole.
    package let place: String
    package let message: LocalizedText
    package let remedy: LocalizedText

    package init(_ step: IntakeStep, _ code: Code, place: String, message: LocalizedText, remedy: LocalizedText) {
        self.step = step
        self.code = code
        self.place = place
        self.message = message
        self.remedy = remedy
    }
}

extension IntakeFailure {
    package var json: JSONValue {
        JSONValue(members: [
            ("step", JSONValue(.string(step.rawValue))), ("code", JSONValue(.string(code.rawValue))),
            ("place", JSONValue(.string(place))),
            ("message", ["sv": JSONValue(.string(message.sv)), "en": JSONValue(.string(message.en))]),
            ("remedy", ["sv": JSONValue(.string(remedy.sv)), "en": JSONValue(.string(remedy.en))]),
        ])
    }

    package init?(_ json: JSONValue) {
        func text(_ name: String) -> LocalizedText? {
            guard let sv = json[name]?["sv"]?.string, let en = json[name]?["en"]?.string else { return nil }
            return LocalizedText(sv: sv, en: en)
        }
        guard let step = json["step"]?.string.flatMap(IntakeStep.init), let code = json["code"]?.string.flatMap(Code.init),
            let place = json["place"]?.string, let message = text("message"), let remedy = text("remedy")
        else { return nil }
        self.init(step, code, place: place, message: message, remedy: remedy)
    }
}
