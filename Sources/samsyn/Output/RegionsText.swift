import AccessModel
import ClinicalModel
import Operations
import Questions
import StructuredText

/// An answer for people: a line a region, none left out, then what it rests on.
enum RegionsText {
    static func text(_ answer: Answer, _ replies: [RegionReply], _ language: Language) -> String {
        func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
        var table = TextTable([say("region", "region"), say("läge", "state"), say("antal", "count"), ""])
        for region in answer.regions {
            let figures = region.frequency.map { "AC \($0.alleleCount) AN \($0.alleleNumber) hom \($0.homozygous)" } ?? ""
            table.append([
                "\(region.region) \(Region.of(region.region)?.name ?? "")", region.state.rawValue,
                region.count.map(String.init) ?? region.band ?? "-",
                region.state == .answered ? figures : region.reason?.text(language) ?? "",
            ])
        }
        let decision = replies.compactMap(\.decision).first { !$0.isRefused } ?? replies.compactMap(\.decision).first
        var lines = [table.text]
        lines.append(
            say("Summa av dem som svarat: ", "Sum of those that answered: ")
                + (answer.total.map(String.init) ?? say("ingen", "none")))
        if let frequency = answer.frequency {
            let af = frequency.alleleFrequency.map { "\(($0 * 1_000_000).rounded() / 1_000_000)" } ?? "-"
            lines.append(
                "AC \(frequency.alleleCount)  AN \(frequency.alleleNumber)  AF \(af)  het \(frequency.heterozygous)  hom \(frequency.homozygous)  hemi \(frequency.hemizygous)"
            )
        }
        if let decision {
            lines.append(say("Grund: ", "Basis: ") + decision.basisText(language))
            lines.append(say("Beslutar: ", "Decides: ") + decision.decides.text(language))
        }
        lines.append(say("Regelverk: ", "Regime: ") + answer.regime)
        if let release = answer.dataRelease { lines.append(say("Datautgåva: ", "Data release: ") + release) }
        lines.append("\(answer.elapsedMilliseconds) ms")
        return lines.joined(separator: "\n") + "\n"
    }
}
