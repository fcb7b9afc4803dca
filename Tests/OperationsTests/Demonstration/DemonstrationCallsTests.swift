import ClinicalModel
import Foundation
import GenomeModel
import Operations
import ReportModel
import StructuredText
import Testing

@Suite("The call files of the demonstration, read by bcftools", .enabled(if: Shell.has("bcftools"), "bcftools is not installed"))
struct DemonstrationCallsTests {
    /// One row a record and sample: contig, position, REF, ALT, FILTER, GT.
    private struct Call {
        let contig: String
        let place: String
        let passes: Bool
        let genotype: String

        var isCarrier: Bool { genotype.contains("1") }
    }

    private func calls(_ file: String, sample: String) throws -> [Call] {
        let query = "%CHROM\\t%POS-%REF-%ALT\\t%FILTER[\\t%GT]\\n"
        let result = try Shell.run("bcftools query -s '\(sample)' -f '\(query)' '\(file)'")
        #expect(result.status == 0, "\(result.errors)")
        return result.output.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t")
            guard fields.count == 4 else { return nil }
            let contig = fields[0].hasPrefix("chr") ? fields[0].dropFirst(3) : fields[0]
            return Call(
                contig: String(contig), place: String(fields[1]), passes: fields[2] == "PASS", genotype: String(fields[3]))
        }
    }

    @Test("Every file is read from end to end and has records")
    func readable() throws {
        let made = try SmallDemonstration.get()
        let script = """
            cd '\(made.root)' && for file in submissions/*/*/*.vcf.gz; do
                bcftools view -H "$file" 2>/dev/null | wc -l || echo "fails: $file"
            done
            """
        let counts = try Shell.run(script).output.split(separator: "\n").map { Int($0) }
        #expect(counts.count > 90)
        #expect(counts.allSatisfy { ($0 ?? 0) > 0 })
    }

    @Test("Panels have the size of panels")
    func sizes() throws {
        let made = try SmallDemonstration.get()
        for name in ["A", "B", "C", "destroy"] {
            let role = try #require(made.plan.role(name))
            let count = try calls(made.path(role.folder + "/calls.vcf.gz"), sample: role.callSet).count
            #expect((400...800).contains(count), "\(name) has \(count)")
        }
    }

    @Test("The plan's figures are what the files hold")
    func figures() throws {
        let made = try SmallDemonstration.get()
        let plan = made.plan
        func place(_ variant: String) -> (contig: String, place: String) {
            let parts = variant.split(separator: "-", maxSplits: 1).map(String.init)
            return (parts.first ?? "", parts.last ?? "")
        }
        let (shared, common) = (place(plan.sharedVariant), place(plan.commonVariant))
        for region in plan.regions {
            let covering: Set = ["rare-disease-panel", "cancer-panel", "small-exome"]
            var live: [String: (person: String, group: String, covered: Bool, shared: Bool, common: Bool)] = [:]
            for submission in region.submissions where submission.expected == .available {
                let manifest = try made.manifest(submission)
                for callSet in manifest["callSets"]?.array ?? [] {
                    let specimen = manifest["specimens"]?.array?.first { $0["name"]?.string == callSet["specimen"]?.string }
                    let person = manifest["people"]?.array?.first { $0["id"]?.string == specimen?["person"]?.string }
                    let file = made.path(submission.folder + "/" + (callSet["file"]?.string ?? ""))
                    let calls = try calls(file, sample: callSet["sample"]?.string ?? "-")
                    if let replaced = callSet["replaces"]?.string { live[replaced] = nil }
                    func has(_ variant: (contig: String, place: String)) -> Bool {
                        calls.contains { $0.contig == variant.contig && $0.place == variant.place && $0.isCarrier && $0.passes }
                    }
                    let group = "\(manifest["assembly"]?.string ?? "")/\(callSet["origin"]?.string ?? "")"
                    live[try #require(callSet["name"]?.string)] = (
                        try #require(person?["identityNumber"]?.string), group,
                        group == "GRCh38/germline" && covering.contains(manifest["assay"]?["name"]?.string ?? ""),
                        group == "GRCh38/germline" && has(shared),
                        group == "GRCh38/germline" && has(common)
                    )
                }
            }
            #expect(Set(live.values.map(\.person)).count == region.people)
            #expect(Dictionary(grouping: live.values, by: \.group).mapValues(\.count) == region.callSets)
            #expect(live.values.filter(\.covered).count == region.sharedCovered)
            #expect(live.values.filter(\.shared).count == region.sharedCarriers)
            #expect(live.values.filter(\.common).count == region.commonCarriers)
        }
    }

    @Test("Men have one X and women two, but for the sample that was swapped")
    func sexes() throws {
        let made = try SmallDemonstration.get()
        var checked = 0
        for (_, submission) in made.submissions {
            let manifest = try made.manifest(submission)
            guard ["cancer-panel", "small-exome"].contains(manifest["assay"]?["name"]?.string ?? "") else { continue }
            for callSet in manifest["callSets"]?.array ?? [] where callSet["origin"]?.string == "germline" {
                let specimen = manifest["specimens"]?.array?.first { $0["name"]?.string == callSet["specimen"]?.string }
                let person = manifest["people"]?.array?.first { $0["id"]?.string == specimen?["person"]?.string }
                let file = made.path(submission.folder + "/" + (callSet["file"]?.string ?? ""))
                let calls = try calls(file, sample: callSet["sample"]?.string ?? "").filter { call in
                    let position = UInt32(call.place.prefix(while: \.isNumber)).flatMap { Position($0) }
                    return call.contig == "X" && position.map { Ploidy.alleles(.grch38, .x, $0, .male) == 1 } ?? false
                }
                let heterozygous = calls.filter { $0.genotype == "0/1" }.count
                let isFemale = person?["sex"]?.string == "female"
                let isSwapped = submission.warnings.contains(.sexMismatch)
                #expect((heterozygous > 5) == (isFemale != isSwapped), "\(submission.folder): \(heterozygous)")
                checked += 1
            }
        }
        #expect(checked > 40)
    }

    @Test("A child has one allele from each parent, and nothing that neither has but what its case says is new")
    func families() throws {
        let made = try SmallDemonstration.get()
        var trios = 0
        for (_, submission) in made.submissions {
            let manifest = try made.manifest(submission)
            guard manifest["files"]?.array?.first?["name"]?.string == "trio.vcf.gz" else { continue }
            trios += 1
            let file = made.path(submission.folder + "/trio.vcf.gz")
            let (child, mother, father) = (
                try calls(file, sample: submission.callSets[0]), try calls(file, sample: submission.callSets[1]),
                try calls(file, sample: submission.callSets[2])
            )
            #expect(child.count > 1500)
            let new = try (manifest["findings"]?.array ?? []).compactMap { value -> String? in
                let variant = try Finding(json: value).content.smallVariant?.variant.variant
                return variant?.notation
            }
            for index in child.indices {
                let own = alleles(child[index]).sorted()
                let possible = alleles(mother[index]).flatMap { one -> [[Int]] in
                    own.count == 1 ? [[one]] : alleles(father[index]).map { [one, $0].sorted() }
                }
                let place = "\(child[index].contig)-\(child[index].place)"
                #expect(possible.contains(own) != new.contains(place), "\(place)")
            }
        }
        #expect(trios == 9)
    }

    private func alleles(_ call: Call) -> [Int] { call.genotype.split(separator: "/").compactMap { Int($0) } }

    @Test("The person with two numbers has the same genotypes in both cases")
    func samePerson() throws {
        let made = try SmallDemonstration.get()
        let stockholm = try #require(made.plan.regions.first { $0.region.description == "01" })
        let index = try #require(stockholm.submissions.firstIndex { $0.warnings == [.samePerson] })
        let pair = try [index - 1, index].map { position in
            let submission = stockholm.submissions[position]
            return try calls(made.path(submission.folder + "/calls.vcf.gz"), sample: try #require(submission.callSets.first))
                .map { "\($0.contig) \($0.place) \($0.genotype)" }
        }
        #expect(pair[0] == pair[1])
    }
}
