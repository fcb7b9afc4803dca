import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing
import VariantStorage

/// Somebody made up for a test, with the genotypes at `TestRegion.sites`.
struct Someone {
    /// Which of the published test numbers is theirs.
    let number: Int
    var diagnoses: [String] = []
    /// One for each site, `0/0` where there are fewer.
    var genotypes: [String] = []

    /// The name of the call set of the first analysis.
    var callSet: String { "C\(number)" }
}

/// A region's partition in a test: made, filled through the intake, and asked as its law and policy let it.
struct TestRegion {
    let space: Workspace
    let code: RegionCode
    let layout: PartitionLayout
    let key: RegionKey
    let partition: Partition

    /// 21 November 2026, in the middle of the day.
    static let noon = Timestamp(milliseconds: 20_778 * 86_400_000 + 43_200_000)
    static let today = noon.date
    static let sites = (0..<6).map { 1_000_000 + $0 * 1000 }

    static func variant(_ site: Int) -> String { "1-\(sites[site])-A-G" }

    static func make(_ region: String, in space: Workspace) async throws -> TestRegion {
        let code = try #require(RegionCode(region))
        let layout = PartitionLayout(data: space.path("data"), region: code)
        let key = RegionKey()
        try await InitialisePartition(layout: layout, key: key, organisations: DemonstrationOrganisations.of(code))
            .run(now: noon)
        let partition = try await Partition.open(layout, key: key, now: { noon })
        return TestRegion(space: space, code: code, layout: layout, key: key, partition: partition)
    }

    /// The same partition, opened anew.
    func reopened(_ fileSystem: FileSystem = .posix) async throws -> TestRegion {
        let partition = try await Partition.open(layout, key: key, fileSystem: fileSystem, now: { TestRegion.noon })
        return TestRegion(space: space, code: code, layout: layout, key: key, partition: partition)
    }

    var controller: OrganisationCode {
        get throws { try #require(DemonstrationOrganisations.of(code).first?.code) }
    }

    // MARK: Filling

    static func number(_ place: Int) throws -> String { try #require(numbers.indices.contains(place) ? numbers[place] : nil) }

    private static let numbers =
        ((try? String(contentsOfFile: AccessFiles.path("Examples/sweden/test-identity-numbers.txt"), encoding: .utf8)) ?? "")
        .split(separator: "\n").map(String.init)

    static func vcf(_ people: [Someone], assembly: Assembly = .grch38, sites: [Int] = TestRegion.sites) -> String {
        let length = assembly == .grch38 ? 248_956_422 : 249_250_621
        var text = "##fileformat=VCFv4.3\n##FILTER=<ID=PASS,Description=\"passed\">\n##contig=<ID=1,length=\(length)>\n"
        text += "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
        text += "##SAMPLE=<ID=S\(people.first?.number ?? 0)>\n"
        text +=
            "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t" + people.map { "S\($0.number)" }.joined(separator: "\t")
            + "\n"
        for (site, position) in sites.enumerated() {
            let genotypes = people.map { $0.genotypes.indices.contains(site) ? $0.genotypes[site] : "0/0" }
            text += "1\t\(position)\t.\tA\tG\t50\tPASS\t.\tGT\t" + genotypes.joined(separator: "\t") + "\n"
        }
        return text
    }

    /// A deletion of ten thousand bases that everybody has as they have the first site: people of odd numbers a hundred bases further on.
    static func events(_ people: [Someone]) -> String {
        var text = "##fileformat=VCFv4.3\n##contig=<ID=1,length=248956422>\n"
        text += "##INFO=<ID=SVTYPE,Number=1,Type=String,Description=\"Type\">\n"
        text += "##INFO=<ID=END,Number=1,Type=Integer,Description=\"End\">\n"
        text += "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
        text +=
            "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t" + people.map { "S\($0.number)" }.joined(separator: "\t")
            + "\n"
        for (parity, start) in [3_000_000, 3_000_100].enumerated() {
            let genotypes = people.map { $0.number % 2 == parity ? $0.genotypes.first ?? "0/0" : "0/0" }
            text +=
                "1\t\(start)\t.\tN\t<DEL>\t50\tPASS\tSVTYPE=DEL;END=\(start + 10_000)\tGT\t" + genotypes.joined(separator: "\t")
                + "\n"
        }
        return text
    }

    /// Sends one case with one file for all of its people, and expects it to be accepted. `suffix` distinguishes later analyses.
    @discardableResult
    func submit(
        _ name: String, _ people: [Someone], kind: String = "new", assembly: Assembly = .grch38, suffix: String = "",
        replacing: Bool = false, relations: Bool = false, sites: [Int] = TestRegion.sites, allCalls: Bool = false
    ) async throws -> SubmissionReceipt {
        let folder = space.path("sent/\(code)/\(name)\(suffix)")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let plain = TestRegion.vcf(people, assembly: assembly, sites: sites)
        let bytes = Array((allCalls ? SubmissionDraft.annotated(plain) : plain).utf8)
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/calls.vcf"))
        let events = Array(TestRegion.events(people).utf8)
        if allCalls { try Data(events).write(to: URL(fileURLWithPath: folder + "/events.vcf")) }
        func file(_ name: String, _ bytes: [UInt8]) -> JSONValue {
            [
                "name": JSONValue(.string(name)), "sha256": JSONValue(.string(ContentDigest.of(bytes))),
                "bytes": JSONValue(bytes.count), "role": "variants",
            ]
        }
        let controller = try controller
        let manifest: JSONValue = [
            "format": "samsyn-submission/1", "kind": JSONValue(.string(kind)), "case": JSONValue(.string(name)),
            "laboratory": JSONValue(.string("\(controller)-GMC")),
            "orderingProvider": JSONValue(.string("\(controller)-KLINGEN")),
            "area": "rare", "assembly": JSONValue(.string(assembly.rawValue)),
            "assay": [
                "name": "genome", "version": JSONValue(.string("1" + (assembly == .grch37 ? "-37" : ""))), "kind": "genome",
            ],
            "files": JSONValue([file("calls.vcf", bytes)] + (allCalls ? [file("events.vcf", events)] : [])),
            "people": JSONValue(
                try people.enumerated().map { place, one in
                    let number = try TestRegion.number(one.number)
                    let isMale = (Int(number.dropFirst(10).prefix(1)) ?? 0) % 2 == 1
                    return JSONValue(members: [
                        ("id", JSONValue(.string("person-\(one.number)"))), ("identityNumber", JSONValue(.string(number))),
                        ("sex", JSONValue(.string(isMale ? "male" : "female"))),
                        ("homeRegion", JSONValue(.string(code.description))),
                        (
                            "diagnoses",
                            one.diagnoses.isEmpty
                                ? Optional.none
                                : JSONValue(
                                    one.diagnoses.map { ["code": JSONValue(.string($0)), "version": "2025"] as JSONValue })
                        ),
                        (
                            "relations",
                            relations && place > 0
                                ? JSONValue([
                                    ["kind": "other", "of": JSONValue(.string("person-\(people[0].number)"))] as JSONValue
                                ]) : Optional.none
                        ),
                    ])
                }),
            "specimens": JSONValue(
                people.map { one in
                    [
                        "name": JSONValue(.string("B\(one.number)\(suffix)")),
                        "person": JSONValue(.string("person-\(one.number)")),
                        "type": "blood", "sampled": "2026-01-10",
                    ] as JSONValue
                }),
            "callSets": JSONValue(
                people.map { one in
                    JSONValue(members: [
                        ("name", JSONValue(.string(one.callSet + suffix))),
                        ("specimen", JSONValue(.string("B\(one.number)\(suffix)"))),
                        ("file", "calls.vcf"), ("sample", JSONValue(.string("S\(one.number)"))), ("origin", "germline"),
                        ("analysed", "2026-02-10"),
                        (
                            "structural",
                            allCalls
                                ? ["file": "events.vcf", "sample": JSONValue(.string("S\(one.number)"))] as JSONValue
                                : Optional.none
                        ),
                        ("replaces", replacing ? JSONValue(.string(one.callSet)) : Optional.none),
                    ])
                }),
        ]
        try Data(manifest.indentedText.utf8).write(to: URL(fileURLWithPath: folder + "/manifest.json"))
        let receipt = try await SubmitCallSets(partition: partition, manifest: folder + "/manifest.json").run()
        try #require(receipt.state == .available, "\(receipt.page(.en))")
        return receipt
    }

    func pseudonym(_ someone: Int) throws -> Pseudonym {
        try partition.identity.pseudonym(of: IdentityNumber.parse(try TestRegion.number(someone), today: TestRegion.today))
    }

    // MARK: Policy and publication

    /// Puts the example policy of Västerbotten into force here, with `change` made to its text.
    func publishPolicy(_ change: (String) -> String = { $0 }) async throws {
        let text = change(
            try AccessFiles.text("Examples/policy/24.yaml").replacing("SE24-NUS", with: try controller.text)
                .replacing("region: \"24\"", with: "region: \"\(code)\""))
        _ = try await PublishPolicy(partition: partition, actor: try steward("one")).propose(text, file: "test")
        _ = try await PublishPolicy(partition: partition, actor: try steward("two")).publish(try controller)
    }

    func steward(_ name: String) throws -> Actor {
        Actor(
            identity: name, name: name, role: .dataSteward, region: code, provider: try controller, careUnit: nil,
            purposes: Set(Purpose.allCases))
    }

    @discardableResult
    func publish() async throws -> PublicationBatch? { try await PublishBatch(partition: partition, actor: "one").run() }

    // MARK: Asking

    static let regulations = Result {
        Regulations(law: try AccessFiles.law(), hierarchies: try LoadCodes(directory: AccessFiles.path("codes")).run())
    }
    static let adopted = Result {
        Regulations(law: try AccessFiles.adopted(), hierarchies: try regulations.get().hierarchies)
    }

    static func persona(_ name: String) throws -> Actor {
        try #require(try LoadPersonas.read(AccessFiles.path("Examples/personas.yaml"))[name])
    }

    static func asked(_ actor: Actor, _ purpose: Purpose, _ text: String, on date: CivilDate = today) throws -> AskedQuestion {
        AskedQuestion(
            actor: actor, purpose: purpose, date: date, question: try Question.parse(text, as: nil), process: "cohort test")
    }

    func ask(
        _ actor: Actor, _ purpose: Purpose, _ text: String, regulations: Regulations? = nil, on date: CivilDate = today,
        _ change: (inout AskedQuestion) -> Void = { _ in }
    ) async throws -> RegionReply {
        var asked = try TestRegion.asked(actor, purpose, text, on: date)
        change(&asked)
        return try await AnswerQuestion(
            partition: partition, regulations: try regulations ?? TestRegion.regulations.get(), asked: asked
        ).run()
    }

    /// The owner's own exact figure.
    func ownCount(_ text: String) async throws -> Int? {
        let own = Actor(
            identity: "own", name: "Own", role: .bioinformatician, region: code, provider: try controller, careUnit: nil,
            purposes: Set(Purpose.allCases))
        return try await ask(own, .ownProviderComparison, text).answer.count
    }

    func source() throws -> RegionSource { .partition(partition, try TestRegion.regulations.get()) }

    /// Files in which a text stands, the ledger left out.
    func files(with text: String, ledger: Bool = false) throws -> [String] {
        let found = try Shell.run("cd '\(layout.directory)' && grep -rlaF -- '\(text)' . || true").output
        let zipped = try Shell.run(
            "cd '\(layout.directory)' && for f in $(find . -type f); do if zcat -f \"$f\" 2>/dev/null | grep -qaF -- '\(text)'; then echo $f; fi; done"
        ).output
        return Set((found + zipped).split(separator: "\n").map(String.init)).filter { ledger || !$0.contains("audit.sqlite") }
            .sorted()
    }
}
