internal import ClinicalModel
internal import GenomeModel
internal import StructuredText

/// Structural events in words.
enum EventText {
    static func kind(_ event: StructuralEvent) -> LocalizedText {
        switch (event.kind, event.change) {
        case (.deletion, _): LocalizedText(sv: "Deletion", en: "Deletion")
        case (.duplication, _): LocalizedText(sv: "Duplikation", en: "Duplication")
        case (.copyNumber, .loss): LocalizedText(sv: "Minskat kopietal", en: "Copy-number loss")
        case (.copyNumber, .gain): LocalizedText(sv: "Ökat kopietal", en: "Copy-number gain")
        case (.copyNumber, nil): LocalizedText(sv: "Ändrat kopietal", en: "Copy-number change")
        case (.insertion, _): LocalizedText(sv: "Insertion", en: "Insertion")
        case (.inversion, _): LocalizedText(sv: "Inversion", en: "Inversion")
        case (.adjacency, _): LocalizedText(sv: "Brytpunktspar", en: "Pair of breakends")
        case (.singleBreakend, _): LocalizedText(sv: "Brytpunkt utan känd partner", en: "Single breakend")
        }
    }

    /// `2:1000-5000`, `9:130854064 – 22:23290555`.
    static func place(_ event: StructuralEvent) -> String {
        let (first, second) = (event.first, event.second)
        if event.kind.hasSpan { return "\(first.contig.name):\(first.position.value)-\(second.position.value)" }
        let one = "\(first.contig.name):\(first.position.value)"
        return event.kind == .adjacency ? one + " – \(second.contig.name):\(second.position.value)" : one
    }

    /// `4 001 bp`; empty where it is not known.
    static func length(_ event: StructuralEvent, _ language: Language) -> String {
        event.length.map { PageNumber.whole(Int($0), language) + " bp" } ?? ""
    }

    /// `BCR–ABL1`; empty where no gene is named.
    static func genes(_ event: StructuralEvent) -> String {
        event.genes.map { [$0.first, $0.second].map { $0 ?? "?" }.joined(separator: "–") } ?? ""
    }
}

extension EventLanes.Bar.Kind {
    init(_ event: StructuralEvent) {
        switch event.change ?? (event.kind == .deletion ? .loss : event.kind == .duplication ? .gain : nil) {
        case .loss: self = .loss
        case .gain: self = .gain
        case nil: self = .other
        }
    }
}
