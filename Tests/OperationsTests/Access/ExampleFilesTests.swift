import AccessModel
import ClinicalModel
import Operations
import Testing

@Suite struct ExampleFilesTests {
    @Test(
        "Each of the seven regions has a policy that two of its own stewards published",
        arguments: [
            "01", "03", "05", "12", "14", "18", "24",
        ])
    func policies(region: String) throws {
        let book = try LoadPolicy.read(AccessFiles.path("Examples/policy/\(region).yaml"))
        #expect(book.region.description == region)
        let personas = try LoadPersonas.read(AccessFiles.path("Examples/personas.yaml"))
        for policy in book.versions {
            for publisher in policy.publishers {
                let steward = try #require(personas[publisher])
                #expect(steward.role == .dataSteward)
                #expect(steward.provider == book.controller)
                #expect(steward.region == book.region)
            }
        }
        let today = book.policy(on: try Situation.day("2026-11-21"))
        #expect(today.version == book.versions.count)
        #expect(!today.dataSets(for: .research).isEmpty)
    }

    @Test func `A later version of a policy takes over what it does not change`() throws {
        let book = try LoadPolicy.read(AccessFiles.path("Examples/policy/24.yaml"))
        let first = try #require(book.versions.first)
        let second = try #require(book.versions.last)
        #expect(first.rows == second.rows && first.dataSets == second.dataSets && first.released == second.released)
        #expect(first.bandFor == [.feasibility])
        #expect(second.bandFor == [.feasibility, .ownPatientCare])
    }

    @Test func `The cast covers every role that the demonstration needs`() throws {
        let personas = try LoadPersonas.read(AccessFiles.path("Examples/personas.yaml"))
        let roles = Set(personas.values.map(\.role))
        #expect(
            roles.isSuperset(of: [
                .clinicalGeneticist, .bioinformatician, .dataSteward, .researcher, .statistician, .registerHolder, .logReviewer,
                .patient, .physician, .accessBody,
            ]))
        #expect(personas["genetiker-skane"]?.region == RegionCode("12"))
        #expect(personas["genetiker-skane"]?.identity == "genetiker-skane")
        #expect(personas["forskare-uppsala"]?.projects == ["2025-01234-01"])
        #expect(Set(personas.values.map(\.identity)).count == personas.count)
    }

    @Test func `The thought regime is the law of today until its own date`() throws {
        let law = try AccessFiles.law()
        let adopted = try AccessFiles.adopted()
        let day = try Situation.day("2026-11-21")
        let before = adopted.regime(on: day)
        #expect(before.identifier == "sweden-proposal-adopted-2023-07-01")
        for purpose in Purpose.allCases where purpose != .anotherPatientsCare {
            #expect(before.purposes[purpose] == law.regime(on: day).purposes[purpose])
        }
        #expect(!before.holds(try #require(before.purposes[.anotherPatientsCare]).force))
    }
}
