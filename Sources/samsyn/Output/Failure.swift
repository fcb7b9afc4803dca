import AccessModel
import ArgumentParser
import ClinicalModel
import GenomeModel
import KnowledgeModel
import Operations
import Questions
import Records
import Server
import StructuredText
import VariantFormats
import VariantStorage

/// How a command ends when it could not do what it was asked: one line on stderr, and a code from sysexits.h.
struct Failure {
    let message: String
    let code: Int32

    static let usage: Int32 = 64
    static let data: Int32 = 65
    static let missingInput: Int32 = 66
    static let machine: Int32 = 70
    static let busy: Int32 = 75
    /// The law, a policy or the machine does not allow it (EX_NOPERM).
    static let refused: Int32 = 77

    init(message: String, code: Int32) {
        self.message = message
        self.code = code
    }

    init(_ error: any Error) {
        switch error {
        case let error as StorageError:
            self.init(message: error.description, code: Failure.code(error.code))
        case let error as FormatError:
            var place = error.file
            if let line = error.line { place += ", line \(line)" }
            if let field = error.field { place += ", \(field)" }
            self.init(message: "\(place): \(error.message) \(error.remedy)", code: Failure.code(error.code))
        case let error as SheetError:
            let isMissing = error.code == .missing || error.code == .fileMissing
            self.init(message: error.description, code: isMissing ? Failure.missingInput : Failure.data)
        case let error as LineFileError:
            self.init(message: error.description, code: error.isMissing ? Failure.missingInput : Failure.data)
        case let error as VariantNotationError:
            self.init(message: error.description, code: Failure.usage)
        case let error as IntervalNotationError:
            self.init(message: error.description, code: Failure.usage)
        case let error as PartitionError:
            self.init(message: error.description, code: Failure.code(error.code))
        case let error as BackupError:
            self.init(message: error.description, code: error.code == .nothing ? Failure.missingInput : Failure.data)
        case let error as AccessFileError:
            self.init(message: error.description, code: error.code == .missing ? Failure.missingInput : Failure.data)
        case let error as RegularFile.Refusal:
            self.init(message: Failure.text(error), code: Failure.missingInput)
        case let error as QuestionError:
            self.init(message: error.description, code: Failure.usage)
        case let error as WrittenQuestion.Fault:
            self.init(message: error.description, code: Failure.usage)
        case let error as SharedFiles.Missing:
            self.init(message: error.description, code: Failure.missingInput)
        case let error as ServerError:
            self.init(message: error.description, code: Failure.code(error.code))
        case is AskedQuestionError, is IdentityNumberError:
            self.init(message: "\(error)", code: Failure.usage)
        case is ConsentRefusal, is PublishPolicy.Refusal, is CheckSample.Refusal:
            self.init(message: "\(error)", code: Failure.refused)
        case let error as AdministrativeRefusal:
            self.init(message: "\(error.message.en) \(error.remedy.en)", code: Failure.refused)
        case let error as KnowledgeStateError:
            self.init(message: "\(error.message.en) \(error.remedy.en)", code: Failure.data)
        case is KnowledgeFault, is KnowledgeError, is GuidelineError, is PipelineError:
            self.init(message: "\(error)", code: Failure.data)
        case is SealingError, is LoadCodesError, is LedgerError:
            self.init(message: "\(error)", code: Failure.data)
        default:
            self.init(message: "\(error)", code: Failure.machine)
        }
    }

    private static func code(_ code: StorageError.Code) -> Int32 {
        switch code {
        case .busy: busy
        case .notAnIndex: missingInput
        case .system: machine
        default: data
        }
    }

    private static func code(_ code: ServerError.Code) -> Int32 {
        switch code {
        case .unknownPersona: usage
        case .addressTaken: busy
        case .addressForbidden: refused
        default: data
        }
    }

    private static func code(_ code: PartitionError.Code) -> Int32 {
        switch code {
        case .missing: missingInput
        case .busy: busy
        case .system: machine
        default: data
        }
    }

    private static func text(_ refusal: RegularFile.Refusal) -> String {
        switch refusal {
        case .missing: "There is no such file. Check the path."
        case .symbolicLink: "The file is a symbolic link. Give the file itself."
        case .notRegular: "This is not a file but a folder or a device. Give the file itself."
        case .system(let number): "The file cannot be read (error \(number)). Check who may read it."
        }
    }

    private static func code(_ code: FormatError.Code) -> Int32 {
        switch code {
        case .fileMissing, .fileUnreadable: missingInput
        case .notWritable: machine
        default: data
        }
    }
}

/// Runs a command's work; a failure becomes its line on stderr and its exit code.
func reportingFailure(_ work: () throws -> Void) throws {
    do { try work() } catch { throw report(error) }
}

/// The same for work that waits.
func reportingFailure(_ work: () async throws -> Void) async throws {
    do { try await work() } catch { throw report(error) }
}

private func report(_ error: any Error) -> any Error {
    // Wrong use that a command found itself is ArgumentParser's to print, with the command's usage.
    if error is ValidationError || error is ExitCode || error is CleanExit { return error }
    let failure = Failure(error)
    Terminal.complain("samsyn: " + failure.message)
    return ExitCode(failure.code)
}
