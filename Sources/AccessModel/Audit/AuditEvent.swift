package import ClinicalModel
package import StructuredText

/// One line of the ledger: who did what, when, why, on what basis and about whom (HSLF-FS 2016:40, 4 kap. 9 §). Never a genotype,
/// a coordinate or an identity number.
package struct AuditEvent: Hashable, Sendable {
    package enum Act: String, Sendable, CaseIterable {
        case question, explanation, recordRead = "record-read"
        case submission, consent, ending, policy, publication, project
        case keyRotation = "key-rotation", backup, restore, verification
        case ledgerReview = "ledger-review", sampleCheck = "sample-check", ledgerExport = "ledger-export"
        /// A request for more than a region answers by itself, on either side.
        case release
        case retention
        case initialisation
        /// A patient's question about somebody's access, and what became of it.
        case accessCase = "access-case"
        case legalObstacle = "legal-obstacle"
        /// Work on the report of somebody's examination, and agreements about templates.
        case report
        /// Findings and what they mean.
        case interpretation
        /// What regions know of each other's classifications.
        case classification
        /// Telling carriers that a variant means something else.
        case recall
        /// Which version of ClinVar, CIViC, a gene list or a guideline findings are matched with.
        case knowledge
    }

    package let time: Timestamp
    package let act: Act
    /// `Actor.identity`; `system` for what the platform does by itself.
    package let actor: String
    package let role: String
    package let careUnit: String?
    /// The process in which it was done, such as `cohort count` or `intake`.
    package let process: String
    package let purpose: Purpose?
    /// The legal basis in words.
    package let basis: String?
    package let decision: Granularity?
    /// Whom it concerned, for answers at the level of records; empty for aggregates.
    package let patients: [Pseudonym]
    /// How many rows, records or figures were returned; nil where nothing is returned.
    package let returned: Int?
    /// Names the thing concerned, such as a submission's or a decision's reference; also what makes the event findable, so
    /// that reconciling after a crash does not write it twice. Nil where there is none.
    package let reference: String?
    /// True where the actor read about somebody without a recorded care relation.
    package let lacksCareRelation: Bool
    /// Further facts by name, short, in plain words.
    package let detail: [String: String]

    package init(
        time: Timestamp, act: Act, actor: String, role: String, careUnit: String? = nil, process: String, purpose: Purpose? = nil,
        basis: String? = nil, decision: Granularity? = nil, patients: [Pseudonym] = [], returned: Int? = nil,
        reference: String? = nil, lacksCareRelation: Bool = false, detail: [String: String] = [:]
    ) {
        self.time = time
        self.act = act
        self.actor = actor
        self.role = role
        self.careUnit = careUnit
        self.process = process
        self.purpose = purpose
        self.basis = basis
        self.decision = decision
        self.patients = patients
        self.returned = returned
        self.reference = reference
        self.lacksCareRelation = lacksCareRelation
        self.detail = detail
    }

    /// The event as the chain stores and hashes it.
    package var json: JSONValue {
        JSONValue(members: [
            ("time", JSONValue(.string(time.description))), ("act", JSONValue(.string(act.rawValue))),
            ("actor", JSONValue(.string(actor))), ("role", JSONValue(.string(role))),
            ("careUnit", careUnit.map { JSONValue(.string($0)) }), ("process", JSONValue(.string(process))),
            ("purpose", purpose.map { JSONValue(.string($0.rawValue)) }), ("basis", basis.map { JSONValue(.string($0)) }),
            ("decision", decision.map { JSONValue(.string($0.rawValue)) }),
            // `nil` alone would be JSON's null, which is a literal of the type too.
            ("patients", patients.isEmpty ? .none : .some(JSONValue(patients.map(\.text)))),
            ("returned", returned.map { JSONValue(.number(String($0))) }),
            ("reference", reference.map { JSONValue(.string($0)) }),
            ("lacksCareRelation", lacksCareRelation ? .some(JSONValue(true)) : .none),
            (
                "detail",
                detail.isEmpty
                    ? .none
                    : .some(JSONValue(members: detail.sorted { $0.key < $1.key }.map { ($0.key, JSONValue(.string($0.value))) }))
            ),
        ])
    }

    /// Reads what `json` writes; nil for anything else.
    package init?(_ json: JSONValue) {
        guard let time = json["time"]?.string.flatMap({ Timestamp($0) }), let act = json["act"]?.string.flatMap(Act.init),
            let actor = json["actor"]?.string, let role = json["role"]?.string, let process = json["process"]?.string
        else { return nil }
        self.init(
            time: time, act: act, actor: actor, role: role, careUnit: json["careUnit"]?.string, process: process,
            purpose: json["purpose"]?.string.flatMap(Purpose.init), basis: json["basis"]?.string,
            decision: json["decision"]?.string.flatMap(Granularity.init),
            patients: json["patients"]?.array?.compactMap { $0.string.flatMap(Pseudonym.init) } ?? [],
            returned: json["returned"]?.integer, reference: json["reference"]?.string,
            lacksCareRelation: json["lacksCareRelation"]?.bool ?? false,
            detail: Dictionary(
                uniqueKeysWithValues: (json["detail"]?.members ?? []).compactMap { member in
                    member.value.string.map { (member.name, $0) }
                }))
    }
}
