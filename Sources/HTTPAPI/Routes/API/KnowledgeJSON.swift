internal import ClinicalModel
internal import KnowledgeModel
internal import Operations
internal import Records
internal import StructuredText

/// Versions of knowledge and what they change, as the API writes them.
enum KnowledgeJSON {
    private static let version = Schema.named(
        "KnowledgeVersion",
        .object([
            .init("digest", .text()), .init("release", .text()), .init("state", .words(KnowledgeState.self)),
            .init("licence", .text()), .init("items", .integer(0...(1 << 40))), .init("rows", .integer(0...(1 << 40))),
            .init("remarks", .integer(0...(1 << 40))), .init("importedAt", .text(.init(format: "date-time"))),
            .init("importedBy", .text()),
        ]))

    static let list = Schema.object([
        .init("series", .list(.object([.init("name", .text()), .init("versions", .list(version))])))
    ])

    private static let counts = Schema.object([
        .init("added", .integer(0...(1 << 40))), .init("changed", .integer(0...(1 << 40))),
        .init("gone", .integer(0...(1 << 40))), .init("unchanged", .integer(0...(1 << 40))),
    ])

    private static let fields = Schema.list(.object([.init("name", .text()), .init("from", .any), .init("to", .any)]))

    static let difference = Schema.object([
        .init("version", .text()), .init("comparedWith", .nullable(.text())), .init("counts", counts),
        .init(
            "changes",
            .list(.object([.init("item", .text()), .init("kind", .words(KnowledgeChanges.Kind.self)), .init("fields", fields)]))),
        .init("next", .nullable(.text())), .init("reports", .integer(0...(1 << 40))),
        .init("toReview", .integer(0...(1 << 40))),
        .init(
            "affected",
            .list(
                .object([
                    .init("report", .text()),
                    .init(
                        "touched",
                        .list(
                            .object([
                                .init("item", .text()), .init("effect", .words(SupportEffect.self)), .init("fields", fields),
                            ]))),
                ]))),
        .init("seen", .text()),
    ])

    static let receipt = Schema.object([
        .init("version", .text()), .init("counts", counts), .init("reports", .integer(0...(1 << 40))),
        .init("toReview", .integer(0...(1 << 40))), .init("by", .text()), .init("at", .text(.init(format: "date-time"))),
    ])

    static let history = Schema.object([
        .init("item", .text()),
        .init(
            "versions",
            .list(
                .object([
                    .init("digest", .text()), .init("release", .text()), .init("state", .words(KnowledgeState.self)),
                    .init("fields", .nullable(.object([], isOpen: true))),
                ]))),
    ])

    static func json(_ shelf: KnowledgeShelf) -> JSONValue {
        [
            "name": JSONValue(.string(shelf.series.description)),
            "versions": JSONValue(
                shelf.entries.map { entry in
                    let version = entry.version
                    return [
                        "digest": JSONValue(.string(version.digest)), "release": JSONValue(.string(version.release)),
                        "state": JSONValue(.string(entry.state.rawValue)), "licence": JSONValue(.string(version.licence)),
                        "items": JSONValue(version.counts.items), "rows": JSONValue(version.counts.rows),
                        "remarks": JSONValue(version.counts.diagnostics),
                        "importedAt": JSONValue(.string(version.importedAt.description)),
                        "importedBy": JSONValue(.string(version.importedBy)),
                    ]
                }),
        ]
    }

    /// Reports by name only of the actor's own region; of the others their number.
    static func json(
        _ view: KnowledgeDifferenceView, _ page: [KnowledgeChanges.Change], next: String?, region: RegionCode?
    ) -> JSONValue {
        [
            "version": JSONValue(.string(view.version.digest)), "comparedWith": JSONValue(view.current?.digest),
            "counts": json(view.changes.counts),
            "changes": JSONValue(
                page.map { change in
                    [
                        "item": JSONValue(.string(change.identity.key)), "kind": JSONValue(.string(change.kind.rawValue)),
                        "fields": json(change.fields),
                    ]
                }),
            "next": JSONValue(next), "reports": JSONValue(view.reports), "toReview": JSONValue(view.toReview),
            "affected": JSONValue(
                (view.affected.first { $0.region == region }?.reports ?? []).map { report in
                    [
                        "report": JSONValue(.string(report.report)),
                        "touched": JSONValue(
                            report.touched.map { touched in
                                [
                                    "item": JSONValue(.string(touched.item.description)),
                                    "effect": JSONValue(.string(touched.effect.rawValue)), "fields": json(touched.fields),
                                ]
                            }),
                    ]
                }),
            "seen": JSONValue(.string(view.digest)),
        ]
    }

    static func json(_ receipt: DifferenceReceipt) -> JSONValue {
        [
            "version": JSONValue(.string(receipt.version.digest)), "counts": json(receipt.counts),
            "reports": JSONValue(receipt.affectedReports), "toReview": JSONValue(receipt.reportsToReview),
            "by": JSONValue(.string(receipt.seenBy)), "at": JSONValue(.string(receipt.seenAt.description)),
        ]
    }

    static func json(_ identity: ItemIdentity, _ history: [ShowKnowledgeItem.Appearance]) -> JSONValue {
        [
            "item": JSONValue(.string(identity.description)),
            "versions": JSONValue(
                history.map { appearance in
                    [
                        "digest": JSONValue(.string(appearance.version.digest)),
                        "release": JSONValue(.string(appearance.version.release)),
                        "state": JSONValue(.string(appearance.state.rawValue)),
                        "fields": appearance.item.map { item in
                            JSONValue(members: item.fields.map { ($0.name, JSONValue($0.value)) })
                        } ?? nil,
                    ]
                }),
        ]
    }

    private static func json(_ counts: DifferenceCounts) -> JSONValue {
        [
            "added": JSONValue(counts.added), "changed": JSONValue(counts.changed), "gone": JSONValue(counts.gone),
            "unchanged": JSONValue(counts.unchanged),
        ]
    }

    private static func json(_ fields: [FieldChange]) -> JSONValue {
        JSONValue(
            fields.map { field in
                [
                    "name": JSONValue(.string(field.name)), "from": JSONValue(.string(field.from)),
                    "to": JSONValue(.string(field.to)),
                ]
            })
    }
}
