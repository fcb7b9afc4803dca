internal import KnowledgeModel
internal import Operations
internal import Records
internal import StructuredText

/// One item through the versions of its series: what each said, and which fields differ from the version before.
struct KnowledgeItemModel: PageModel {
    let identity: ItemIdentity
    let series: KnowledgeSeries
    let history: [ShowKnowledgeItem.Appearance]

    var json: JSONValue {
        [
            "item": JSONValue(.string(identity.description)),
            "versions": JSONValue(
                history.map { appearance in
                    JSONValue(members: [
                        ("release", JSONValue(.string(appearance.version.release))),
                        ("state", JSONValue(.string(appearance.state.rawValue))),
                        (
                            "fields",
                            appearance.item.map { item in
                                JSONValue(members: item.fields.map { ($0.name, JSONValue($0.value)) })
                            }
                        ),
                    ])
                }),
        ]
    }

    func view(_ language: Language) -> PageView {
        var earlier: [String: String?] = [:]
        var versions: [PageValue] = []
        for appearance in history {
            versions.append(version(appearance, earlier, language))
            if let item = appearance.item {
                earlier = Dictionary(item.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
            }
        }
        var view = PageView(
            title: EvidenceView.title(identity), template: "knowledge/item",
            content: [
                "list": .text(SiteURL.knowledge.path), "listText": .text(language(sv: "All kunskap", en: "All knowledge")),
                "versions": .list(versions.reversed()),
            ], section: .knowledge)
        view.lead = series.description
        return view
    }

    private func version(
        _ appearance: ShowKnowledgeItem.Appearance, _ earlier: [String: String?], _ language: Language
    ) -> PageValue {
        let fields = (appearance.item?.fields ?? []).compactMap { field -> PageValue? in
            guard let value = field.value, !value.isEmpty else { return nil }
            let isChanged = earlier[field.name].map { $0 != nil && $0 != value } ?? false
            return [
                "name": .text(field.name), "value": .text(value),
                "changed": .text(isChanged ? language(sv: "ändrat", en: "changed") : ""),
            ]
        }
        return [
            "title": .text(appearance.version.release), "state": .text(language(appearance.state.name)),
            "stateKey": .text(KnowledgeListModel.key(appearance.state)),
            "address": .text(
                SiteURL.knowledgeVersion(
                    String(appearance.version.digest.prefix(KnowledgeListModel.digits)), kind: nil, after: nil
                ).path), "versionText": .text(language(sv: "Versionen", en: "The version")),
            "absent": .text(
                appearance.item == nil
                    ? language(sv: "Versionen har inte posten.", en: "The version does not have the item.") : ""),
            "fields": .list(fields),
        ]
    }
}
