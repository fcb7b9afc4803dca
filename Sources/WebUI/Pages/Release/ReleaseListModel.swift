internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText

/// The requests that concern somebody: those they have sent, and those that their region is to decide.
struct ReleaseListModel: PageModel {
    let sent: [RecordedRelease]
    let held: [RecordedRelease]
    /// Whether whoever looks decides for a region of this node.
    let decides: Bool

    var json: JSONValue {
        func list(_ releases: [RecordedRelease]) -> JSONValue {
            JSONValue(
                releases.map { release in
                    [
                        "id": JSONValue(.string(release.request.id)),
                        "region": JSONValue(.string(release.request.region.description)),
                        "state": JSONValue(.string(release.progress.state.rawValue)),
                        "sent": JSONValue(.string(release.request.sent.description)),
                    ] as JSONValue
                })
        }
        return ["sent": list(sent), "held": list(held)]
    }

    func view(_ language: Language) -> PageView {
        let columns = [
            language(sv: "Gäller", en: "About"), language(sv: "Vad som begärs", en: "What is asked for"),
            language(sv: "Motpart", en: "Other side"), language(sv: "Läge", en: "State"), language(sv: "Skickad", en: "Sent"),
        ]
        func group(_ anchor: String, _ title: String, _ none: String, _ releases: [RecordedRelease], isHeld: Bool) -> PageValue {
            [
                "anchor": .text(anchor), "title": .text(title), "none": .text(none), "hasRows": .flag(!releases.isEmpty),
                "columns": .list(columns.map(PageValue.text)),
                "rows": .list(releases.map { ReleaseListModel.row($0, isHeld: isHeld, language) }),
            ]
        }
        let own = group(
            "sent", language(sv: "Skickade", en: "Sent"),
            language(
                sv: "Inga skickade. Man begär mer från en variants sida, vid regionen som har uppgifterna.",
                en: "None sent. One asks for more on a variant's page, beside the region that holds the data."), sent,
            isHeld: false)
        let theirs = group(
            "held", language(sv: "Till den egna regionen", en: "To the own region"),
            language(sv: "Ingen har begärt något.", en: "Nobody has asked for anything."), held, isHeld: true)
        return PageView(
            title: language(sv: "Begäranden till regioner", en: "Requests to regions"), template: "release/list",
            content: ["groups": .list(decides ? [theirs, own] : [own])], section: .variants)
    }

    private static func row(_ release: RecordedRelease, isHeld: Bool, _ language: Language) -> PageValue {
        let request = release.request
        let state = release.progress.state
        return [
            "address": .text(SiteURL.release(request.id).path), "what": .text(ReleaseSubject.text(request)),
            "wish": .text(request.wish.title.text(language)),
            "other": .text(
                isHeld
                    ? request.asker.name + (request.asker.region.map { ", " + RegionRows.name($0) } ?? "")
                    : RegionRows.name(request.region)),
            "state": .text(state.title.text(language)), "stateKey": .text(state.key),
            "sent": .text(DateText.shortMoment(request.sent, language)),
        ]
    }
}
