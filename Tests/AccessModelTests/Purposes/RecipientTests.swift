import AccessModel
import ClinicalModel
import Testing

@Suite struct RecipientTests {
    @Test(
        "Where somebody stands is seen from the data's own controller",
        arguments: [
            (Actor.Role.physician, "24", "SE24-NUS", .ownProvider), (.physician, "24", "SE24-OTHER", .ownRegion),
            (.physician, "24", nil, .ownRegion), (.physician, "25", "SE24-NUS", .ownHealthcareRegion),
            (.physician, "12", "SE12-SUS", .otherRegions), (.researcher, nil, nil, .otherRegions),
            (.statistician, nil, nil, .authority), (.statistician, "24", "SE24-NUS", .ownProvider),
            (.registerHolder, "24", "SE24-NUS", .register), (.accessBody, nil, nil, .accessBody),
            (.patient, "24", nil, .patient),
        ] as [(Actor.Role, String?, String?, Recipient)])
    func places(role: Actor.Role, region: String?, provider: String?, recipient: Recipient) throws {
        let actor = Actor(
            identity: "a", name: "A", role: role, region: region.flatMap { RegionCode($0) },
            provider: provider.flatMap { OrganisationCode($0) }, careUnit: nil, purposes: [])
        let controller = try #require(OrganisationCode("SE24-NUS"))
        #expect(Recipient.of(actor, region: try #require(RegionCode("24")), controller: controller) == recipient)
    }

    @Test func `Halland belongs with both of its healthcare regions`() throws {
        let halland = try #require(RegionCode("13"))
        let controller = try #require(OrganisationCode("SE13"))
        for (code, recipient) in [("12", Recipient.ownHealthcareRegion), ("14", .ownHealthcareRegion), ("24", .otherRegions)] {
            let actor = Actor(
                identity: "a", name: "A", role: .physician, region: RegionCode(code), provider: nil, careUnit: nil, purposes: [])
            #expect(Recipient.of(actor, region: halland, controller: controller) == recipient)
        }
    }

    @Test func `The nearer may have what the farther may, never the other way round`() throws {
        let rule = SmallLaw.rule(.proposed, highest: [.ownHealthcareRegion: .aggregate, .otherRegions: .boolean])
        let limits = [Recipient.ownProvider, .ownRegion, .ownHealthcareRegion, .otherRegions, .company]
            .map { rule.limit(for: $0, role: .physician) }
        #expect(limits == [.aggregate, .aggregate, .aggregate, .boolean, .refused])
    }
}
