package import ClinicalModel
package import StructuredText

/// What the laboratory gets back: what was accepted, what was found, or why nothing was and how to mend it.
package struct SubmissionReceipt: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// Received, and not yet through the steps.
        case received
        case available
        case quarantined
        /// A quarantined one whose mended successor was accepted.
        case superseded

        package var title: LocalizedText {
            switch self {
            case .received: LocalizedText(sv: "mottagen", en: "received")
            case .available: LocalizedText(sv: "tillgänglig", en: "available")
            case .quarantined: LocalizedText(sv: "i karantän", en: "in quarantine")
            case .superseded: LocalizedText(sv: "ersatt av en rättad insändning", en: "superseded by a mended submission")
            }
        }
    }

    package struct File: Hashable, Sendable {
        package let name: String
        package let sha256: String
        package let bytes: Int
        package let role: String

        package init(name: String, sha256: String, bytes: Int, role: String) {
            self.name = name
            self.sha256 = sha256
            self.bytes = bytes
            self.role = role
        }
    }

    package struct CallSet: Hashable, Sendable {
        package let name: String
        package let assay: String
        package let origin: String
        /// The name of the call set whose place it took.
        package let replaced: String?
        /// Variants carried, as the file has them.
        package let variants: Int
        /// Structural events carried; nil where it brought no structural calls.
        package let events: Int?

        package init(name: String, assay: String, origin: String, replaced: String?, variants: Int, events: Int? = nil) {
            self.name = name
            self.assay = assay
            self.origin = origin
            self.replaced = replaced
            self.variants = variants
            self.events = events
        }
    }

    package struct Diagnostic: Hashable, Sendable {
        package let kind: String
        package let file: String
        package let count: Int
        package let isFault: Bool
        package let message: LocalizedText
        /// Lines of the first few, without the values.
        package let lines: [Int]

        package init(kind: String, file: String, count: Int, isFault: Bool, message: LocalizedText, lines: [Int]) {
            self.kind = kind
            self.file = file
            self.count = count
            self.isFault = isFault
            self.message = message
            self.lines = lines
        }
    }

    /// Something that a person should look into; it decides nothing.
    package struct Warning: Hashable, Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            case sexFromX = "sex-from-x"
            case samePersonTwice = "same-person-twice"
            case differentPerson = "different-person"
            case mergeWaits = "merge-waits"
        }

        package let kind: Kind
        package let place: String
        package let message: LocalizedText

        package init(kind: Kind, place: String, message: LocalizedText) {
            self.kind = kind
            self.place = place
            self.message = message
        }
    }

    /// The index's figures for the files.
    package struct Figures: Hashable, Sendable {
        package var records = 0
        package var skippedRecords = 0
        /// Distinct variants, and (variant, call set) pairs.
        package var variants = 0
        package var calls = 0
        package var outsideTargets = 0
        /// Nil where no file brought structural calls.
        package var structural: StructuralFigures?
        /// One for each annotation of each file.
        package var consequences: [ConsequenceFigures] = []

        package init() {}
    }

    /// `alleles = events + joinedMates + setAside`.
    package struct StructuralFigures: Hashable, Sendable {
        package var alleles = 0
        package var events = 0
        package var joinedMates = 0
        package var setAside = 0
        package var calls = 0
        /// Calls that their assay could not have seen.
        package var outsideTargets = 0

        package init() {}
    }

    package struct ConsequenceFigures: Hashable, Sendable {
        /// `VEP 113.0, homo_sapiens_merged/113_GRCh38, GRCh38`.
        package let version: String
        /// Variants with consequences, and the consequences of all of their transcripts.
        package let variants: Int
        package let consequences: Int

        package init(version: String, variants: Int, consequences: Int) {
            self.version = version
            self.variants = variants
            self.consequences = consequences
        }
    }

    package var submission: String
    package var kind: String
    package var state: State
    package var region: RegionCode
    package var caseName: String
    package var laboratory: String
    package var received: Timestamp
    package var completed: Timestamp?
    package var files: [File] = []
    package var callSets: [CallSet] = []
    package var people = 0
    package var findings = 0
    package var figures = Figures()
    package var diagnostics: [Diagnostic] = []
    package var warnings: [Warning] = []
    package var failure: IntakeFailure?

    package init(
        submission: String, kind: String, state: State, region: RegionCode, caseName: String, laboratory: String,
        received: Timestamp
    ) {
        self.submission = submission
        self.kind = kind
        self.state = state
        self.region = region
        self.caseName = caseName
        self.laboratory = laboratory
        self.received = received
    }
}
