package import AccessModel
package import ClinicalModel
internal import GenomeModel
internal import Records
internal import ReportModel

/// Plays the demonstration's cases through the acts that people use, in every region at once: findings written, interpretations proposed,
/// adopted and signed, reports begun, filled, reviewed, signed and amended, a variant classified anew, its carriers recalled, and two
/// laboratories that differ. Where desks are given, each region's node knows something before, which signed reports cite, and is sent a newer
/// version of it afterwards. For a node that holds all regions, once what they have been sent is taken in and their policies are published.
package struct PlayCases: Sendable {
    private let node: RunningNode
    private let cases: [DemonstrationCase]
    private let staff: [RegionCode: CaseStaff]
    private let knowledge: DemonstrationKnowledge
    private let desks: [RegionCode: KnowledgeDesk]

    /// `share` is the root of the repository; `desks` are what the nodes will know that are to hold the regions. Throws `AccessFileError` and
    /// `DemonstrationError`.
    package init(
        node: RunningNode, personas: [String: Actor], share: String, desks: [RegionCode: KnowledgeDesk] = [:]
    ) throws {
        self.node = node
        self.desks = desks
        knowledge = try DemonstrationKnowledge.read(share: share)
        cases = try LoadDemonstrationCases(share: share).run()
        staff = try Dictionary(
            uniqueKeysWithValues: Set(cases.map(\.region)).map { ($0, try CaseStaff(of: $0, among: personas)) })
    }

    /// What the reports of the cases are to cite, by case.
    package static func citations(share: String) throws -> [String: [CiteEvidence.Pick]] {
        let cases = try LoadDemonstrationCases(share: share).run().filter { !$0.citations.isEmpty }
        return Dictionary(uniqueKeysWithValues: cases.map { ($0.name, $0.citations) })
    }

    package func run() async throws -> PlayedCases {
        try await bringKnowledge(.adopted)
        // Documents are made by processes of their own: regions at once use every core.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for region in staff.keys {
                group.addTask { try await playRegion(region) }
            }
            try await group.waitForAll()
        }
        let exchange = ExchangeClassifications(node: node)
        try await exchange.run()
        for one in cases where one.report == .amended { try await desk(of: one.region).amend(one) }
        try await exchange.run()
        if let variant = KnownVariant.reclassified.map({ VariantIdentifier(assembly: .grch38, variant: $0.variant) }) {
            let reclassifying = Set(cases.filter { $0.report == .amended }.map(\.region))
            for region in staff.keys.sorted() {
                try await RecallDesk(desk: desk(of: region)).play(variant, isFirstTold: reclassifying.contains(region))
            }
        }
        for one in cases { try await DiscussDifference(exchange: exchange).speak(about: one, at: desk(of: one.region)) }
        try await bringKnowledge(.staged)
        return try played()
    }

    private func bringKnowledge(_ state: DemonstrationKnowledge.State) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (region, desk) in desks {
                guard let keeper = staff[region]?.signers.first else { continue }
                group.addTask { try await knowledge.bring(state, to: desk, by: keeper, now: node.now()) }
            }
            try await group.waitForAll()
        }
    }

    private func desk(of region: RegionCode) throws -> CaseDesk {
        guard let partition = node.partitions[region], let staff = staff[region] else {
            throw DemonstrationError(.staffMissing, region.description)
        }
        var own = node
        own.knowledge = desks[region]
        return CaseDesk(node: own, partition: partition, staff: staff)
    }

    private func playRegion(_ region: RegionCode) async throws {
        let desk = try desk(of: region)
        let own = cases.filter { $0.region == region }
        try await desk.govern(own)
        for one in own { try await desk.play(one) }
    }

    private func played() throws -> PlayedCases {
        var rows: [PlayedCases.Row] = []
        for one in cases {
            guard let records = node.partitions[one.region]?.records else { continue }
            let report = try records.reports(ofCase: one.name, laboratory: one.laboratory).first
            rows.append(
                PlayedCases.Row(
                    name: one.name, region: one.region,
                    findings: try records.findings(ofCase: one.name, laboratory: one.laboratory).count,
                    interpretations: try records.interpretations(ofCase: one.name, laboratory: one.laboratory)
                        .map { $0.history.versions.map(\.state.rawValue) },
                    report: report?.identifier, template: report?.template,
                    versions: report?.versions.map(\.state.rawValue) ?? [],
                    citations: report?.latest?.content.citations.map { $0.source + ":" + $0.item } ?? []))
        }
        return PlayedCases(
            rows: rows, recalls: try node.partitions.values.reduce(0) { $0 + (try $1.records.recalls().count) })
    }
}
