package import AccessModel
package import ClinicalModel
package import StructuredText

/// That a clinic and a laboratory will work by one version of a template. It is in use from the day on which both have agreed; what was
/// agreed is never edited: another content is another version of the template, with an agreement of its own.
package struct TemplateAgreement: Hashable, Sendable {
    package enum Side: String, Sendable, CaseIterable {
        case clinic, laboratory

        /// Who may bind the side.
        package var roles: Set<Actor.Role> {
            switch self {
            case .clinic: [.physician, .clinicalGeneticist]
            case .laboratory: SigningRule.usualSigners
            }
        }

        package var name: LocalizedText {
            switch self {
            case .clinic: LocalizedText(sv: "Kliniken", en: "The clinic")
            case .laboratory: LocalizedText(sv: "Laboratoriet", en: "The laboratory")
            }
        }
    }

    /// One side's word.
    package struct Word: Hashable, Sendable {
        package let side: Side
        /// `Actor.identity`.
        package let person: String
        package let name: String
        package let role: Actor.Role
        package let time: Timestamp

        package init(side: Side, person: String, name: String, role: Actor.Role, time: Timestamp) {
            self.side = side
            self.person = person
            self.name = name
            self.role = role
            self.time = time
        }

        package init(_ side: Side, by actor: Actor, at time: Timestamp) {
            self.init(side: side, person: actor.identity, name: actor.name, role: actor.role, time: time)
        }
    }

    package enum Refusal: String, Error, Sendable, CaseIterable {
        case agreedAlready = "agreed-already"
        case mayNotAgree = "may-not-agree"
        case samePerson = "same-person"
        case earlierThanLast = "earlier-than-last"

        package var message: LocalizedText {
            switch self {
            case .agreedAlready: LocalizedText(sv: "Den sidan har redan sagt ja.", en: "that side has agreed already.")
            case .mayNotAgree:
                LocalizedText(sv: "Rollen får inte säga ja för den sidan.", en: "the role may not agree for that side.")
            case .samePerson:
                LocalizedText(sv: "Samma person kan inte stå för båda sidor.", en: "one person cannot stand for both sides.")
            case .earlierThanLast:
                LocalizedText(sv: "Tidpunkten ligger före den andra sidans.", en: "the time lies before the other side's.")
            }
        }

        package var remedy: LocalizedText {
            switch self {
            case .agreedAlready, .earlierThanLast:
                LocalizedText(sv: "Läs överenskommelsen igen.", en: "Read the agreement again.")
            case .mayNotAgree, .samePerson:
                LocalizedText(sv: "Be en kollega med rätt roll.", en: "Ask a colleague with the right role.")
            }
        }
    }

    package let template: String
    package let version: Int
    package let clinic: OrganisationCode
    package let laboratory: OrganisationCode
    /// In the order of time; at most one of each side.
    package let words: [Word]

    package init(template: String, version: Int, clinic: OrganisationCode, laboratory: OrganisationCode) {
        self.init(template: template, version: version, clinic: clinic, laboratory: laboratory, words: [])
    }

    private init(
        template: String, version: Int, clinic: OrganisationCode, laboratory: OrganisationCode, words: [Word]
    ) {
        self.template = template
        self.version = version
        self.clinic = clinic
        self.laboratory = laboratory
        self.words = words
    }

    /// Since when the version is in use between the two; nil before both have agreed.
    package var since: Timestamp? { Set(words.map(\.side)).count == Side.allCases.count ? words.last?.time : nil }

    package func word(of side: Side) -> Word? { words.first { $0.side == side } }

    /// The agreement with another side's word.
    package func after(_ word: Word) throws(Refusal) -> TemplateAgreement {
        guard self.word(of: word.side) == nil else { throw .agreedAlready }
        guard word.side.roles.contains(word.role) else { throw .mayNotAgree }
        guard !words.contains(where: { Actor.comparable($0.person) == Actor.comparable(word.person) }) else {
            throw .samePerson
        }
        guard word.time >= words.last?.time ?? word.time else { throw .earlierThanLast }
        return TemplateAgreement(
            template: template, version: version, clinic: clinic, laboratory: laboratory, words: words + [word])
    }
}

extension TemplateAgreement: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("template", .text(template)), ("version", .integer(version)), ("clinic", .described(clinic)),
            ("laboratory", .described(laboratory)), ("words", words.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "agreement", known: ["template", "version", "clinic", "laboratory", "words"])
        var agreement = TemplateAgreement(
            template: try members.text("template"), version: try members.integer("version"),
            clinic: try members.organisation("clinic"), laboratory: try members.organisation("laboratory"))
        for word in try members.list("words", Word.self) {
            guard let next = try? agreement.after(word) else { throw members.fault("words") }
            agreement = next
        }
        self = agreement
    }
}

extension TemplateAgreement.Word: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("side", .word(side)), ("person", .text(person)), ("name", .text(name)), ("role", .word(role)),
            ("time", .described(time)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "word", known: ["side", "person", "name", "role", "time"])
        self.init(
            side: try members.word("side"), person: try members.text("person"), name: try members.text("name"),
            role: try members.word("role"), time: try members.time("time"))
    }
}
