package import ClinicalModel
package import StructuredText

/// What a demonstration holds, from the generator's own books: what intake and every count afterwards are held against.
///
/// It lists test identity numbers, which belong to nobody.
package struct DemonstrationPlan: Sendable {
    package let seed: UInt64
    package let regions: [PlannedRegion]
    /// The rare variant of the story: `4-1801844-C-G`, GRCh38.
    package let sharedVariant: String
    /// A common, made-up variant of the rare-disease panel and the exome, GRCh38.
    package let commonVariant: String
    /// Who is who: `A` (Västerbotten), `B` (Stockholm), `C` (Västra Götaland, to object), `D` (the child in Skåne), and others.
    package let roles: [PlannedRole]
    /// Those that go the whole way to an answer, with what is to become of each.
    package let cases: [PlannedCase]

    package func region(_ code: RegionCode) -> PlannedRegion? { regions.first { $0.region == code } }
    package func role(_ name: String) -> PlannedRole? { roles.first { $0.name == name } }

    package var json: JSONValue {
        JSONValue(members: [
            ("format", "samsyn-demonstration/1"), ("seed", JSONValue(.string(String(seed)))),
            ("assembly", "GRCh38"), ("sharedVariant", JSONValue(.string(sharedVariant))),
            ("commonVariant", JSONValue(.string(commonVariant))), ("roles", JSONValue(roles.map(\.json))),
            ("regions", JSONValue(regions.map(\.json))), ("cases", JSONValue(cases.map(\.json))),
        ])
    }
}

/// One region's part of the plan. The figures are those after every submission has been dealt with in order.
package struct PlannedRegion: Sendable {
    package let region: RegionCode
    /// In the order in which they are to be submitted.
    package let submissions: [PlannedSubmission]
    /// Different people with at least one call set.
    package let people: Int
    /// Call sets by assembly and origin: `GRCh38/germline`.
    package let callSets: [String: Int]
    /// Germline call sets on GRCh38 whose assay covers the shared variant, and those that carry it.
    package let sharedCovered: Int
    package let sharedCarriers: Int
    package let commonCovered: Int
    package let commonCarriers: Int
    /// Everybody whom a submission names: code, kind and name.
    package let organisations: [Organisation]

    var json: JSONValue {
        func number(_ value: Int) -> JSONValue { JSONValue(.number(String(value))) }
        return JSONValue(members: [
            ("region", JSONValue(.string(region.description))), ("people", number(people)),
            ("callSets", JSONValue(members: callSets.sorted { $0.key < $1.key }.map { ($0.key, number($0.value)) })),
            ("sharedCovered", number(sharedCovered)), ("sharedCarriers", number(sharedCarriers)),
            ("commonCovered", number(commonCovered)), ("commonCarriers", number(commonCarriers)),
            (
                "organisations",
                JSONValue(
                    organisations.map { organisation in
                        JSONValue(members: [
                            ("code", JSONValue(.string(organisation.code.text))),
                            ("kind", JSONValue(.string(organisation.kind.rawValue))),
                            ("name", JSONValue(.string(organisation.name))),
                        ])
                    })
            ), ("submissions", JSONValue(submissions.map(\.json))),
        ])
    }
}

/// A submission of the plan.
package struct PlannedSubmission: Sendable {
    package enum Expectation: String, Sendable, CaseIterable {
        case available, quarantined
    }

    package enum Warning: String, Sendable, CaseIterable {
        case sexMismatch = "sex-mismatch"
        case samePerson = "same-person"
    }

    /// What stands in a manifest for the name of a submission that intake has yet to name.
    package static let pendingName = "sub-0000000000000000"

    /// Below the demonstration's directory: `submissions/24/003-UME25-0003`.
    package let folder: String
    /// As the manifest says: `new`, `replacement`, …
    package let kind: String
    package let caseName: String
    package let expected: Expectation
    package let warnings: [Warning]
    /// The folder of the submission whose name has to be put in for `pendingName`; nil where none has.
    package let concerns: String?
    package let callSets: [String]

    var json: JSONValue {
        JSONValue(members: [
            ("folder", JSONValue(.string(folder))), ("kind", JSONValue(.string(kind))), ("case", JSONValue(.string(caseName))),
            ("expected", JSONValue(.string(expected.rawValue))),
            ("warnings", JSONValue.list(warnings.map { JSONValue(.string($0.rawValue)) })),
            ("concerns", concerns.map { JSONValue(.string($0)) }), ("callSets", JSONValue(callSets)),
        ])
    }
}

/// A person that the demonstration speaks of.
package struct PlannedRole: Sendable {
    package let name: String
    package let region: RegionCode
    package let folder: String
    package let identityNumber: String
    package let callSet: String

    var json: JSONValue {
        JSONValue(members: [
            ("name", JSONValue(.string(name))), ("region", JSONValue(.string(region.description))),
            ("folder", JSONValue(.string(folder))), ("identityNumber", JSONValue(.string(identityNumber))),
            ("callSet", JSONValue(.string(callSet))),
        ])
    }
}
