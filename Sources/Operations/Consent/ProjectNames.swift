internal import ClinicalModel
internal import Records

/// What people and samples are called towards a project, a permit or a register: keyed digests, so that two of them cannot tell that
/// they hold the same person, and nobody without the region's key can go back.
struct ProjectNames {
    let identity: IdentityDatabase
    /// The registration number of the project or permit, or the register's name.
    let reference: String

    func person(_ person: Pseudonym) -> String { "p-" + digest(person.text).prefix(16) }
    func specimen(_ name: String) -> String { "s-" + digest("specimen/\(name)").prefix(16) }
    func callSet(_ name: String) -> String { "c-" + digest(name).prefix(16) }

    /// 64 hexadecimal digits.
    func digest(_ text: String) -> String { identity.keyedDigest(of: Array("copy/\(reference)/\(text)".utf8)) }
}
