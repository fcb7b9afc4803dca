package import ClinicalModel
package import VariantFormats

/// Which code file could not be taken, and why.
package struct LoadCodesError: Error, Sendable, CustomStringConvertible {
    package enum Cause: Sendable {
        case file(FormatError)
        case content(CodeHierarchyError)
        case names(CodeNamesError)
        /// A table of names lies in a folder that is not called as a code system.
        case unknownSystem
        /// The directory holds no release of OncoTree.
        case noRelease
    }

    package let file: String
    package let cause: Cause

    package init(file: String, cause: Cause) {
        self.file = file
        self.cause = cause
    }

    package var description: String {
        switch cause {
        case .file(let error): "\(file): \(error)"
        case .content(let error): "\(file): \(error)"
        case .names(let error): "\(file): \(error)"
        case .unknownSystem:
            "\(file): the folder is no code system. Name it as one of: "
                + CodeSystem.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .noRelease:
            "\(file): there is no oncotree_<release>.json or .json.gz. Put the code files in place as codes/README.md says."
        }
    }
}
