internal import ClinicalModel
internal import Operations
internal import StructuredText

extension NetworkModel {
    func view(_ language: Language) -> PageView {
        let ready = peers.filter { $0.circuit == .closed }.count
        var view = PageView(
            title: language(sv: "Nätet", en: "Network"), template: "network",
            content: [
                "ownTitle": .text(language(sv: "Den här noden", en: "This node")),
                "nameText": .text(language(sv: "Namn", en: "Name")), "name": .text(name),
                "versionText": .text(language(sv: "Version", en: "Version")), "version": .text(version),
                "holdsText": .text(language(sv: "Har uppgifter från", en: "Holds the data of")),
                "holds": .text(partitions.isEmpty ? language(sv: "ingen region", en: "no region") : names(partitions)),
                "peersTitle": .text(language(sv: "De andra noderna", en: "The other nodes")),
                "hasPeers": .flag(!peers.isEmpty),
                "noPeers": .text(
                    language(sv: "Noden känner inga andra noder.", en: "The node knows no other nodes.")),
                "columns": [
                    .text(language(sv: "Nod", en: "Node")), .text(language(sv: "Regioner", en: "Regions")),
                    .text(language(sv: "Läge", en: "State")), .text(language(sv: "Svarstid (median)", en: "Latency (median)")),
                    .text(language(sv: "Senaste svar", en: "Latest answer")), .text(language(sv: "Version", en: "Version")),
                ],
                "rows": .list(peers.map { row($0, language) }),
            ], section: .network)
        view.lead =
            peers.isEmpty
            ? ""
            : language(
                sv: "\(ready) av \(peers.count) andra noder tillfrågas som vanligt.",
                en: "\(ready) of \(peers.count) other nodes are asked as usual.")
        return view
    }

    private func row(_ peer: PeerState, _ language: Language) -> PageValue {
        [
            "name": .text(peer.name), "regions": .text(names(peer.regions)),
            "state": .text(peer.circuit.style), "stateText": .text(peer.circuit.title.text(language)),
            "explanation": .text(peer.circuit.explanation.text(language)),
            "latency": .text(
                peer.latency.map { PageNumber.decimal($0, decimals: $0 < 10 ? 1 : 0, language) + "\u{A0}ms" }
                    ?? language(sv: "inget svar än", en: "no answer yet")),
            "latest": .text(
                peer.lastAnswer.map { DateText.shortMoment($0, language) } ?? language(sv: "aldrig", en: "never")),
            "version": .text(peer.version ?? language(sv: "okänd", en: "unknown")),
        ]
    }

    private func names(_ regions: [RegionCode]) -> String {
        regions.map { Region.of($0)?.name ?? $0.description }.joined(separator: ", ")
    }
}

extension PeerState.Circuit {
    /// As the style sheet names the states of a region.
    var style: String {
        switch self {
        case .closed: "answered"
        case .open: "unreachable"
        case .halfOpen: "late"
        }
    }

    var title: LocalizedText {
        switch self {
        case .closed: LocalizedText(sv: "Svarar", en: "Answers")
        case .open: LocalizedText(sv: "Svarar inte", en: "Does not answer")
        case .halfOpen: LocalizedText(sv: "Prövas", en: "Being tried")
        }
    }

    var explanation: LocalizedText {
        switch self {
        case .closed: LocalizedText(sv: "Tillfrågas som vanligt.", en: "Asked as usual.")
        case .open:
            LocalizedText(
                sv: "Lämnas i fred en stund efter flera fel i rad. Svaren säger att regionen saknas.",
                en: "Left alone for a while after repeated failures. Answers say that the region is missing.")
        case .halfOpen:
            LocalizedText(
                sv: "Får en fråga för att se om den svarar igen.", en: "Asked one question to see whether it answers again.")
        }
    }
}
