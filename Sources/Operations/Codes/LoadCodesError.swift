package import ClinicalModel
package import VariantFormats

/// Which code file could not be taken, and why.
package struct LoadCodesError: Error, Sendable, CustomStringConvertible {
    package enum Cause: Sendable {
        case file(FormatError)
        case content(CodeHierarchyError)
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
        case .noRelease:
            "\(file): there is no oncotree_<release>.json or .json.gz. Put the code files in place as codes/README.md says."
        }
    }
}
