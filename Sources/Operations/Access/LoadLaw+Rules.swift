internal import AccessModel
internal import StructuredText

extension PurposeRule {
    static let keys = [
        "from", "title", "basis", "decides", "data-kinds", "roles", "requires", "highest", "wider", "records-of", "small-numbers",
        "region-policy", "duties", "refusal",
    ]

    private enum RegionPolicy: String, CaseIterable {
        case binds
        case noSay = "no-say"
    }

    init(_ fields: AccessFileFields) throws(AccessFileError) {
        let decides = try fields["decides"].fields(["who", "sv", "en"])
        var requirements: [Requirement] = []
        for (key, value) in try fields["requires"].members() {
            requirements.append(Requirement(try key.one(of: Prerequisite.self), try value.text()))
        }
        try self.init(
            title: fields["title"].localized(), force: fields["from"].force(), basis: fields["basis"].basis(),
            decider: decides["who"].one(of: Decider.self),
            decides: LocalizedText(sv: decides["sv"].text(), en: decides["en"].text()),
            dataKinds: fields.optional("data-kinds")?.byName(DataKind.self) { node throws(AccessFileError) in try node.force() }
                ?? [:],
            roles: Set(fields["roles"].several(of: Actor.Role.self)), requirements: requirements,
            highest: fields["highest"].byName(Recipient.self) { node throws(AccessFileError) in
                try node.one(of: Granularity.self)
            },
            wider: fields.optional("wider").map { node throws(AccessFileError) in try Wider(node) },
            recordScope: fields.optional("records-of")?.one(of: RecordScope.self) ?? .cohort,
            smallNumbers: fields["small-numbers"].one(of: SmallNumbers.self),
            isBoundByPolicy: fields["region-policy"].one(of: RegionPolicy.self) == .binds,
            duties: fields["duties"].several(of: Duty.self),
            refusal: fields.optional("refusal")?.basis())
    }
}

extension PurposeRule.Wider {
    init(_ node: AccessFileNode) throws(AccessFileError) {
        let fields = try node.fields(["granularity", "roles"])
        try self.init(
            granularity: fields["granularity"].one(of: Granularity.self),
            roles: Set(fields["roles"].several(of: Actor.Role.self)))
    }
}

extension ConsentRule {
    static let keys = [
        "from", "number", "title", "basis", "gives", "lifts", "stops", "stops-beyond-own-provider", "opens", "effect",
        "does-not-stop",
    ]

    init(_ fields: AccessFileFields) throws(AccessFileError) {
        func purposes(_ key: String) throws(AccessFileError) -> Set<Purpose> {
            Set(try fields.optional(key)?.several(of: Purpose.self) ?? [])
        }
        try self.init(
            number: fields["number"].number(), title: fields["title"].localized(), force: fields["from"].force(),
            basis: fields["basis"].basis(), givers: Set(fields["gives"].several(of: ConsentEvent.Giver.self)),
            lifters: Set(fields["lifts"].several(of: ConsentEvent.Giver.self)), stops: purposes("stops"),
            stopsBeyondProvider: purposes("stops-beyond-own-provider"), opens: purposes("opens"),
            effect: fields["effect"].localized(), doesNotStop: fields["does-not-stop"].localized())
    }
}
