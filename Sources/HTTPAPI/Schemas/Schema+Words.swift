internal import ClinicalModel

extension Schema {
    package static let regionCode = Schema.named(
        "RegionCode", .described("A region of Sweden by its county code.", .words(RegionCode.all.map(\.description))))
    package static let day = Schema.named(
        "Day",
        .described(
            "A day, YYYY-MM-DD.",
            .text(
                TextRule(
                    pattern:
                        "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|[0-9]{4}-(?:0[13-9]|1[0-2])-(?:29|30)|[0-9]{4}-(?:0[13578]|1[02])-31|[0-9]{4}-02-29",
                    lengths: 10...10, example: "2026-11-21"))))
    package static let moment = Schema.named(
        "Moment",
        .described("A moment in UTC (RFC 3339).", .text(TextRule(lengths: 20...30, example: "2026-11-21T12:00:00.000Z"))))
    package static let pseudonym = Schema.named(
        "Pseudonym",
        .described(
            "A person, as the region calls them and nobody else does.",
            .text(TextRule(pattern: "[0-9a-f]{32}", lengths: 32...32))))
    package static let organisation = Schema.named(
        "OrganisationCode",
        .text(TextRule(pattern: "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", lengths: 1...64, example: "SE24-NUS")))
    package static let count = Schema.integer(0...Int(Int32.max))
    package static let text = Schema.text()
    package static let bothLanguages = Schema.named("BothLanguages", .object([.init("sv", .text), .init("en", .text)]))
}
