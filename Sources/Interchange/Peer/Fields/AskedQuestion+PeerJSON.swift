internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import StructuredText

extension AskedQuestion {
    /// Everything but the matter, the name, the regions and the deadline, which stand beside it.
    var peerJSON: JSONValue {
        JSONValue(members: [
            ("actor", actor.peerJSON), ("purpose", JSONValue(.string(purpose.rawValue))),
            ("date", JSONValue(.string(date.description))), ("question", question.json),
            ("counted", JSONValue(.string(counted.rawValue))), ("assembly", JSONValue(.string(assembly.rawValue))),
            ("project", project.map { JSONValue(.string($0)) }),
            (
                "register",
                register.map { ["name": JSONValue(.string($0.name)), "holder": JSONValue(.string($0.holder))] as JSONValue }
            ),
            ("permit", permit?.peerJSON), ("careRelation", JSONValue(hasCareRelation)),
            ("plannedStudy", plannedStudy.map { JSONValue(.string($0)) }), ("process", JSONValue(.string(process))),
        ])
    }

    init(_ fields: PeerFields) throws(PeerMessageError) {
        let written = try fields.required("question")
        let question: Question
        do throws(QuestionError) {
            question = try Question(json: written)
        } catch {
            // A condition that is not known must not be left out: the answer would be to another question.
            let isNew = error.code == .unknownField || error.code == .unknownMember || error.code == .unknownValue
            throw fields.fault(isNew || error.code == .unknownSystem ? .notUnderstood : .outOfBounds, "question")
        }
        self.init(
            actor: try Actor(try fields.object("actor")), purpose: try fields.word("purpose"),
            date: try fields.value("date") { CivilDate($0) }, question: question, process: try fields.text("process"))
        counted = try fields.word("counted")
        assembly = try fields.word("assembly")
        project = try fields.optionalText("project")
        if let register = try fields.optionalObject("register") {
            self.register = QualityRegister(name: try register.text("name"), holder: try register.text("holder"))
        }
        if let permit = try fields.optionalObject("permit") { self.permit = try AccessPermit(permit) }
        hasCareRelation = try fields.flag("careRelation")
        plannedStudy = try fields.optionalText("plannedStudy", limit: 4096)
    }
}

extension AccessPermit {
    fileprivate var peerJSON: JSONValue {
        [
            "number": JSONValue(.string(number)), "from": JSONValue(.string(from.description)),
            "to": JSONValue(.string(to.description)), "dataKinds": .words(dataKinds.map(\.rawValue)),
        ]
    }

    fileprivate init(_ fields: PeerFields) throws(PeerMessageError) {
        self.init(
            number: try fields.text("number"), from: try fields.value("from") { CivilDate($0) },
            to: try fields.value("to") { CivilDate($0) }, dataKinds: Set(try fields.words("dataKinds")))
    }
}
