import ArgumentParser
import GenomeModel
import Operations
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
