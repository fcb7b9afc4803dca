internal import ClinicalModel
internal import Records
internal import ReportModel

/// The findings of one person in a case, each with the interpretation that is in force, or else the one that is being worked on.
struct GatherFindings {
    let partition: Partition
    let caseName: String
    let laboratory: OrganisationCode
    let person: Pseudonym

    /// By identifier.
    func run() throws -> [String: ReportedFinding] {
        let readings = try partition.records.interpretations(ofCase: caseName, laboratory: laboratory)
        let findings = try partition.records.findings(ofCase: caseName, laboratory: laboratory)
        return Dictionary(
            findings.filter { $0.pseudonym == person }.map { recorded in
                // Of several, for several conditions, the gravest first in force.
                let histories = readings.filter { $0.findings.contains { $0.id == recorded.id } }.map(\.history)
                let inForce = histories.filter { $0.current != nil }
                let chosen = (inForce.isEmpty ? histories : inForce).compactMap(CitedInterpretation.init).max {
                    $0.gravity < $1.gravity
                }
                return (
                    recorded.finding.identifier, ReportedFinding(finding: recorded.finding, interpretation: chosen)
                )
            }, uniquingKeysWith: { _, later in later })
    }
}

extension CitedInterpretation {
    /// For choosing one of several: an inherited variant's class, 1–5; a tumour's has one.
    fileprivate var gravity: Int {
        switch content {
        case .germline(let content): content.pathogenicityClass.number
        case .somatic: 0
        }
    }
}
