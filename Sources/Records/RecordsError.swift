internal import GRDB

/// Why a database of a partition did not do what was asked. It names tables and constraints, never a value of a row.
package struct RecordsError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        /// The file is missing, unreadable or no database.
        case cannotOpen
        /// Written by a later version of the program.
        case newerSchema
        /// Somebody else has been writing for longer than the busy timeout.
        case busy
        case diskFull
        case damaged
        /// A constraint of the schema, as SQLite names it.
        case constraint(String)
        case unknownPerson, unknownSubmission, unknownCallSet, unknownOrganisation, unknownSpecimen, unknownAssay, unknownProject
        case unknownEnquiry, unknownSample, unknownCopy, unknownCase, unknownObstacle, unknownRelease, unknownReport
        case unknownInterpretation, unknownRecall
        /// A request of this name is there with other content, or came through another node.
        case releaseDiffers
        /// Another report has this name, or somebody else has changed it in the meantime.
        case reportDiffers
        /// The region has this version of the template with other content.
        case templateDiffers
        /// The submission's state, which does not allow the act.
        case wrongState(String)
        /// The same version of an assay was registered with other targets or of another kind.
        case assayDiffers
        case specimenOfAnotherPerson
        /// A call set of this name is there already and is not to be replaced.
        case callSetExists
        /// A value in a row that this version of the program does not know.
        case unreadableRow
        case failed(Int32)
    }

    package let code: Code
    /// The database's file, or the name of the thing concerned where that is no person.
    package let place: String

    package init(_ code: Code, place: String) {
        self.code = code
        self.place = place
    }

    package var message: String {
        switch code {
        case .cannotOpen: "the database cannot be opened."
        case .newerSchema: "the database was written by a later version of the program."
        case .busy: "another process has been writing to the database for too long."
        case .diskFull: "the disk is full."
        case .damaged: "the database is damaged."
        case .constraint(let name): "the database does not accept it (\(name))."
        case .unknownPerson: "the region knows no such person."
        case .unknownSubmission: "the region knows no such submission."
        case .unknownCallSet: "the region knows no such call set."
        case .unknownOrganisation: "the region knows no such organisation, or not as this kind of organisation."
        case .unknownSpecimen: "the region knows no such specimen."
        case .unknownAssay: "the region knows no such version of an assay."
        case .unknownProject: "the region knows no such project."
        case .unknownEnquiry: "the region knows no such enquiry."
        case .unknownSample: "the region knows no such sample check."
        case .unknownCopy: "no copy was made under this reference."
        case .unknownCase: "the region knows no such case."
        case .unknownObstacle: "the region knows no such report."
        case .unknownRelease: "there is no such request."
        case .unknownReport: "the region knows no such report."
        case .reportDiffers: "the report is there, and is another."
        case .templateDiffers: "this version of the template was agreed to with other content."
        case .unknownInterpretation: "the region knows no such interpretation."
        case .unknownRecall: "the region knows no such recall."
        case .releaseDiffers: "there is another request of this name."
        case .wrongState(let state): "this cannot be done while the state is \(state)."
        case .assayDiffers: "this version of the assay is registered with other targets, another kind or another laboratory."
        case .specimenOfAnotherPerson: "the specimen belongs to another person."
        case .callSetExists: "there is a call set of this name already."
        case .unreadableRow: "a row holds a value that this version of the program does not know."
        case .failed(let number): "SQLite reports error \(number)."
        }
    }

    package var remedy: String {
        switch code {
        case .cannotOpen: "Check the path, the file's owner and its rights, or restore it from a backup."
        case .newerSchema: "Use the version of the program that wrote it, or a later one."
        case .busy: "See which process it is, and try again when it has ended."
        case .diskFull: "Make room, and do it again: nothing was changed."
        case .damaged: "Restore it from a backup: samsyn partition restore."
        case .constraint: "Nothing was changed. Check the value that the constraint names."
        case .unknownPerson: "Give the pseudonym as the region writes it, or submit data about the person first."
        case .unknownSubmission: "List them with: samsyn intake status"
        case .unknownCallSet, .unknownSpecimen, .unknownAssay:
            "Compare the name with the receipt of the submission that brought it."
        case .unknownOrganisation: "Register it first, or correct its code and kind."
        case .unknownProject: "Register the project's approval first."
        case .unknownEnquiry: "Freeze the enquiry first."
        case .unknownSample: "Draw the sample first."
        case .unknownCopy: "Compare the number with the list of copies about the person."
        case .unknownCase, .unknownObstacle: "Compare the number with the list."
        case .unknownRelease: "See the list of requests."
        case .unknownReport: "See the list of the case's reports."
        case .reportDiffers: "Nothing was changed. Read the report again."
        case .templateDiffers: "Give the template a new version."
        case .unknownInterpretation: "See the findings of the case."
        case .unknownRecall: "See the list of recalls."
        case .releaseDiffers: "Nothing was changed. Send the request under a name of its own."
        case .wrongState: "See what its state allows: samsyn intake status"
        case .assayDiffers: "Give the assay a new version."
        case .specimenOfAnotherPerson: "Compare the specimen's name and the identity number with the referral."
        case .callSetExists: "Give another name, or submit it as a replacement."
        case .unreadableRow: "Use the version of the program that wrote it, or restore a backup."
        case .failed: "Check the disk and the rights of the file; nothing was changed."
        }
    }

    package var description: String { "\(place): \(message) \(remedy)" }
}

extension RecordsError {
    /// Runs `body`, and turns what SQLite reports into a fact without values.
    static func mapping<T>(_ place: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch { throw RecordsError.from(error, place: place) }
    }

    /// Our own errors pass through unchanged.
    static func from(_ error: any Error, place: String) -> any Error {
        if error is RowDecodingError { return RecordsError(.unreadableRow, place: place) }
        guard let error = error as? DatabaseError else { return error }
        return RecordsError(code(of: error), place: place)
    }

    private static func code(of error: DatabaseError) -> Code {
        switch error.resultCode {
        case .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH: .cannotOpen
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_FULL: .diskFull
        case .SQLITE_CORRUPT: .damaged
        // SQLite's text of a failed constraint names tables and columns, or is one of our triggers' own.
        case .SQLITE_CONSTRAINT: .constraint(error.message ?? "constraint")
        default: .failed(error.extendedResultCode.rawValue)
        }
    }
}
