/// One file of a submission as its manifest declares it.
package struct SubmissionFile: Hashable, Sendable {
    package enum Role: String, Sendable, CaseIterable {
        case variants, targets, report, other
    }

    package let name: String
    /// 64 hexadecimal digits.
    package let sha256: String
    package let bytes: Int
    package let role: Role

    package init(name: String, sha256: String, bytes: Int, role: Role) {
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
        self.role = role
    }
}
