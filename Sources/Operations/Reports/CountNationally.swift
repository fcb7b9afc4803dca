internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import ReportModel

/// Asks every region how often a variant has been seen, for the sake of the patient whom a report is about: the same question as the variant's
/// page asks.
struct CountNationally {
    let node: RunningNode
    let actor: Actor
    let purpose: Purpose
    let patient: Pseudonym

    func run(_ variant: VariantIdentifier) async throws -> NationalCounts {
        var terms = AskingTerms(actor: actor, purpose: purpose)
        terms.patient = patient
        var asked = try terms.asked(
            Question(.frequency(variant.variant.notation)), process: "report counts", at: node)
        asked.assembly = variant.assembly
        let time = node.now()
        let answer = try await node.asking(.nation, by: actor).run(asked).answer
        return NationalCounts(
            asked: time,
            figures: answer.frequency.flatMap {
                NationalCounts.Figures(
                    carriers: $0.carriers, covered: $0.covered, people: $0.people, alleleCount: $0.alleleCount,
                    alleleNumber: $0.alleleNumber)
            },
            regions: answer.regions.compactMap { region in
                NationalCounts.State(rawValue: region.state.rawValue).map {
                    NationalCounts.Region(region: region.region, state: $0)
                }
            }, dataRelease: answer.dataRelease)
    }
}
