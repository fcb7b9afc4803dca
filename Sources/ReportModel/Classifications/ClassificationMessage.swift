package import ClinicalModel
package import StructuredText

/// What a region asks another for: its classifications since the last time, and the threads in which both take part. It brings its own parts
/// of those threads with it. The same message again changes nothing.
package struct ClassificationMessage: Hashable, Sendable {
    /// Entries of one reply.
    package static let limit = 2000
    /// Threads of one message or reply.
    package static let threadLimit = 200

    /// Who asks.
    package let from: RegionCode
    /// Who is asked.
    package let to: RegionCode
    /// Entries after this number of the region that is asked.
    package let after: Int
    /// Which laboratories the region had shared from when it was read last; another edition is read from the beginning.
    package let edition: String
    /// Only what is about this variant, whatever has been read; nil for all.
    package let variant: VariantIdentifier?
    package let threads: [ConflictRecord]

    package init(
        from: RegionCode, to: RegionCode, after: Int, edition: String, variant: VariantIdentifier? = nil,
        threads: [ConflictRecord] = []
    ) {
        self.from = from
        self.to = to
        self.after = after
        self.edition = edition
        self.variant = variant
        self.threads = threads
    }
}

/// What a region answers.
package struct ClassificationReply: Hashable, Sendable {
    /// A laboratory's classification under its number in the region; nil where it was taken back.
    package struct Entry: Hashable, Sendable {
        package let sequence: Int
        package let subject: SharedClassification.Subject
        package let laboratory: OrganisationCode
        package let classification: SharedClassification?

        package init(
            sequence: Int, subject: SharedClassification.Subject, laboratory: OrganisationCode,
            classification: SharedClassification?
        ) {
            self.sequence = sequence
            self.subject = subject
            self.laboratory = laboratory
            self.classification = classification
        }
    }

    package let region: RegionCode
    package let edition: String
    package let entries: [Entry]
    /// How far the entries go.
    package let upTo: Int
    package let hasMore: Bool
    package let threads: [ConflictRecord]
    /// Why nothing is shared, where nothing is.
    package let refusal: LocalizedText?

    package init(
        region: RegionCode, edition: String, entries: [Entry], upTo: Int, hasMore: Bool, threads: [ConflictRecord],
        refusal: LocalizedText?
    ) {
        self.region = region
        self.edition = edition
        self.entries = entries
        self.upTo = upTo
        self.hasMore = hasMore
        self.threads = threads
        self.refusal = refusal
    }
}

extension ClassificationReply.Entry: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("sequence", .integer(sequence)), ("subject", .form(subject)), ("laboratory", .described(laboratory)),
            ("classification", .form(classification)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "entry", known: ["sequence", "subject", "laboratory", "classification"])
        let classification = try members.optional("classification") { (name) throws(ReportJSONError) in
            try members.form(name, SharedClassification.self)
        }
        let (subject, laboratory) = (
            try members.form("subject", SharedClassification.Subject.self), try members.organisation("laboratory")
        )
        if let classification, classification.subject != subject || classification.laboratory != laboratory {
            throw members.fault("classification")
        }
        self.init(
            sequence: try members.integer("sequence"), subject: subject, laboratory: laboratory, classification: classification)
    }
}
