import ClinicalModel
import Foundation
import Operations
import StructuredText
import Testing

@Suite("The demonstration that is made up from a seed")
struct DemonstrationTests {
    private static let today = CivilDate(daysSince1970: 20_500)

    @Test("The same seed gives the same bytes, another seed others")
    func seeds() throws {
        let space = try Workspace()
        for (name, seed) in [("one", UInt64(7)), ("same", 7), ("other", 8)] {
            _ = try SmallDemonstration.make(seed: seed, people: 1, in: space.path(name))
        }
        #expect(try Shell.run("diff -r '\(space.path("one"))' '\(space.path("same"))'").status == 0)
        #expect(try Shell.run("diff -rq '\(space.path("one"))' '\(space.path("other"))'").status == 1)
    }

    @Test("A directory that holds submissions is left alone")
    func occupied() throws {
        let made = try SmallDemonstration.get()
        #expect(throws: DemonstrationError.self) { try SmallDemonstration.make(seed: 7, in: made.root) }
    }

    @Test("Every manifest keeps to the schema, and every file to its manifest")
    func manifests() throws {
        let made = try SmallDemonstration.get()
        let check = try SchemaCheck(path: SmallDemonstration.repository.path + "/schemas/submission.schema.json")
        for (_, submission) in made.submissions {
            let manifest = try made.manifest(submission)
            #expect(check.faults(in: manifest).isEmpty, "\(submission.folder): \(check.faults(in: manifest))")
            let sums = (manifest["files"]?.array ?? []).map { "\($0["sha256"]?.string ?? "")  \($0["name"]?.string ?? "")\n" }
            let folder = made.path(submission.folder)
            if !sums.isEmpty {
                let status = try Shell.run("cd '\(folder)' && printf '%s' '\(sums.joined())' | sha256sum --check --quiet").status
                #expect((status == 0) == (submission.expected == .available), "\(submission.folder)")
            }
            for file in manifest["files"]?.array ?? [] {
                let path = folder + "/" + (file["name"]?.string ?? "")
                let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
                #expect(size == file["bytes"]?.integer)
            }
        }
    }

    @Test("Nobody shares an identity number by chance, each is right, and says the sex and the birth")
    func identityNumbers() throws {
        let made = try SmallDemonstration.get()
        var seen: [String: String] = [:]
        var coordination = 0
        for (region, submission) in made.submissions {
            for person in try made.manifest(submission)["people"]?.array ?? [] {
                let text = try #require(person["identityNumber"]?.string)
                let number = try IdentityNumber.parse(text, today: DemonstrationTests.today)
                let birth = try #require(number.birthDate)
                #expect(person["sex"]?.string == (number.sexDigitIsOdd == true ? "male" : "female"))
                #expect(person["birth"]?.string == YearMonth(year: birth.year, month: birth.month)?.description)
                if number.kind == .samordningsnummer { coordination += 1 }
                let owner = "\(region.region) \(submission.caseName) \(person["id"]?.string ?? "")"
                #expect(seen.updateValue(owner, forKey: text).map { $0 == owner } ?? true)
            }
        }
        #expect(seen.count > 80)
        #expect(coordination > 0)
    }

    @Test("Codes can be read, and nothing happens before birth or after sampling")
    func findings() throws {
        let made = try SmallDemonstration.get()
        for (_, submission) in made.submissions {
            let manifest = try made.manifest(submission)
            let sampled = (manifest["specimens"]?.array ?? []).compactMap { $0["sampled"]?.string.flatMap { CivilDate($0) } }
                .min()
            for person in manifest["people"]?.array ?? [] {
                let birth = try #require(person["birth"]?.string.flatMap { YearMonth($0) })
                if let sampled { #expect(birth.age(on: sampled) >= 0) }
                for finding in person["diagnoses"]?.array ?? [] {
                    let code = try #require(finding["code"]?.string.flatMap { Code($0) }, "\(finding["code"]?.string ?? "")")
                    #expect(CodeSystem.ofDiagnoses.contains(code.system))
                    if let onset = finding["onset"]?.string.flatMap({ CivilDate($0) }) {
                        #expect(onset.description >= birth.description)
                    }
                }
                for finding in person["phenotypes"]?.array ?? [] {
                    #expect(finding["code"]?.string.flatMap { Code($0) }?.system == .hpo)
                }
                for treatment in person["treatments"]?.array ?? [] {
                    #expect(treatment["drug"]?.string.flatMap { Code($0) }?.system == .atc)
                }
            }
        }
    }

    @Test("The story has its people: A and B and C carry the variant in three regions, D is a child in Skåne")
    func story() throws {
        let plan = try SmallDemonstration.get().plan
        let regions = ["A", "B", "C", "D"].map { plan.role($0)?.region.description }
        #expect(regions == ["24", "01", "14", "12"])
        let carriers = Dictionary(uniqueKeysWithValues: plan.regions.map { ($0.region.description, $0.sharedCarriers) })
        #expect(carriers == ["01": 5, "03": 1, "05": 0, "12": 2, "14": 2, "18": 0, "24": 6])
        #expect(plan.role("stop-using") != nil && plan.role("destroy") != nil)
        #expect(plan.regions.allSatisfy { $0.commonCarriers > 0 && $0.commonCarriers < $0.commonCovered })
    }

    @Test("Each exception is there once, in its order")
    func exceptions() throws {
        let submissions = try SmallDemonstration.get().submissions.map(\.submission)
        #expect(submissions.filter { $0.expected == .quarantined }.count == 1)
        #expect(submissions.filter { $0.warnings == [.sexMismatch] }.count == 1)
        #expect(submissions.filter { $0.warnings == [.samePerson] }.count == 1)
        for kind in ["resubmission", "replacement", "correction", "addition"] {
            #expect(submissions.filter { $0.kind == kind }.count == 1, "\(kind)")
        }
        for submission in submissions {
            guard let earlier = submission.concerns else { continue }
            #expect(earlier < submission.folder)
            #expect(submissions.contains { $0.folder == earlier })
        }
    }
}
