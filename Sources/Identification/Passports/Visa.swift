internal import ClinicalModel
internal import StructuredText

/// One statement of a passport (GA4GH Passport v1), verified by its own issuer's key.
struct Visa: Sendable {
    /// A person as one issuer knows them.
    struct Subject: Hashable, Sendable {
        let subject: String
        let issuer: String
    }

    enum Statement: Hashable, Sendable {
        /// ControlledAccessGrants.
        case project(String)
        /// LinkedIdentities: the same person.
        case identities(Set<Subject>)
    }

    let subject: Subject
    let statement: Statement
    let expires: Timestamp

    /// Reads the claims of a visa whose signature has been verified. Nil for one that grants nothing here: of another type, from
    /// another source, about something that is no project, over, not yet made, or under conditions (which are not evaluated).
    init?(_ claims: JSONValue, of issuer: VisaIssuer, now: Timestamp, skew: Duration) {
        guard let times = try? TokenTimes(claims, now: now, skew: skew), let subject = claims["sub"]?.string,
            let visa = claims["ga4gh_visa_v1"], let value = visa["value"]?.string, let source = visa["source"]?.string,
            issuer.sources.isEmpty || issuer.sources.contains(source),
            visa["conditions"].map({ $0.isNull || $0.array?.isEmpty == true }) ?? true,
            let asserted = try? TokenTimes.moment("asserted", in: visa), asserted <= now.adding(skew)
        else { return nil }
        switch visa["type"]?.string {
        case "ControlledAccessGrants":
            guard let project = Visa.project(value, issuer.projectPrefixes) else { return nil }
            statement = .project(project)
        case "LinkedIdentities":
            guard issuer.mayLink, let identities = Visa.identities(value) else { return nil }
            statement = .identities(identities)
        default: return nil
        }
        self.subject = Subject(subject: subject, issuer: issuer.subjectsOf ?? issuer.url)
        expires = times.expires
    }

    /// What follows the prefix, where that is plainly a registration number: letters, digits, `-`, `.`, `_`, at most 64.
    static func project(_ value: String, _ prefixes: [String]) -> String? {
        for prefix in prefixes where !prefix.isEmpty && value.hasPrefix(prefix) {
            let number = String(value.dropFirst(prefix.count))
            if OrganisationCode(number) != nil { return number }
        }
        return nil
    }

    /// `sub,iss;sub,iss` with both halves percent-encoded.
    static func identities(_ value: String) -> Set<Subject>? {
        var found = Set<Subject>()
        for pair in value.split(separator: ";", omittingEmptySubsequences: false) {
            let halves = pair.split(separator: ",", omittingEmptySubsequences: false).map { Visa.decoded($0) }
            guard halves.count == 2, let subject = halves[0], let issuer = halves[1], !subject.isEmpty, !issuer.isEmpty else {
                return nil
            }
            found.insert(Subject(subject: subject, issuer: issuer))
        }
        return found
    }

    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            guard digits.count == 2 else { return nil }
            bytes.append(UInt8(digits[0] * 16 + digits[1]))
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
