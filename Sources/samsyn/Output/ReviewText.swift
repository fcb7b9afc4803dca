import ClinicalModel
import Records

/// A review of the ledger, unusual things first.
enum ReviewText {
    static func text(_ review: LedgerReview) -> String {
        var text = "\(review.period.lowerBound) – \(review.period.upperBound); median \(review.medianOfActors) events an actor.\n"
        text +=
            review.actorsWithUnusualVolume.isEmpty
            ? "No actor with an unusual volume.\n"
            : "UNUSUAL VOLUME: \(review.actorsWithUnusualVolume.joined(separator: ", "))\n"
        for (title, lines) in [("actor", review.actors), ("care unit", review.careUnits), ("patient", review.patients)] {
            guard !lines.isEmpty else { continue }
            var table = TextTable([title, "events", "unusual hours", "no care relation", "membership risk"])
            for line in lines.prefix(20) {
                table.append([
                    line.name, String(line.events), String(line.atUnusualHours), String(line.withoutCareRelation),
                    String((line.membershipRisk * 1000).rounded() / 1000),
                ])
            }
            text += "\n" + table.text
        }
        return text
    }
}
