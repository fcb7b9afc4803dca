internal import AccessModel
internal import StructuredText

/// A policy as a table: what goes out, to whom, for what.
struct MatrixView {
    let matrix: PolicyMatrix
    let language: Language

    var fields: [String: PageValue] {
        [
            "matrixCorner": .text(language(sv: "Ändamål", en: "Purpose")),
            "matrixColumns": .list(matrix.recipients.map { ["title": .text(MatrixView.short($0, language))] }),
            "matrixRows": .list(matrix.rows.map(row)),
            "levels": .list(
                Granularity.allCases.map {
                    ["level": .text($0.rawValue), "title": .text($0.title.text(language))]
                }),
            "closedNote": .text(
                language(sv: "– betyder att lagen inte medger något.", en: "– means that the law allows nothing.")),
            "levelsTitle": .text(language(sv: "Så mycket lämnar vårdgivaren", en: "How much leaves the provider")),
        ]
    }

    static func short(_ recipient: Recipient, _ language: Language) -> String {
        switch recipient {
        case .ownProvider: language(sv: "Egen vårdgivare", en: "Own provider")
        case .ownRegion: language(sv: "Egna regionen", en: "Own region")
        case .ownHealthcareRegion: language(sv: "Sjukvårdsregionen", en: "Healthcare region")
        case .otherRegions: language(sv: "Andra regioner", en: "Other regions")
        case .authority: language(sv: "Myndigheter", en: "Authorities")
        case .company: language(sv: "Företag", en: "Companies")
        case .register: language(sv: "Register", en: "Registers")
        case .accessBody: language(sv: "EHDS-organet", en: "EHDS body")
        case .patient: language(sv: "Patienten", en: "Patient")
        }
    }

    private func row(_ row: PolicyMatrix.Row) -> PageValue {
        [
            "title": .text(row.purpose.shortTitle.text(language)), "isOff": .flag(!row.isInForce),
            "offText": .text(language(sv: "Gäller inte", en: "Not in force")),
            "isCompelled": .flag(!row.rule.isBoundByPolicy),
            "compelledText": .text(language(sv: "Lagen bestämmer", en: "The law decides")),
            "cells": .list(row.cells.map { cell($0, row) }),
        ]
    }

    private func cell(_ cell: PolicyMatrix.Cell, _ row: PolicyMatrix.Row) -> PageValue {
        guard cell.law > .refused else {
            return [
                "level": "none", "title": "–", "isClosed": true,
                "closedText": .text(language(sv: "Lagen medger inget", en: "The law gives nothing")),
            ]
        }
        // What waits for the law is shown as the policy has it, marked: it would go out on the day the law changes.
        let planned = min(cell.law, row.released.isEmpty ? .refused : cell.policy)
        let waits = !row.isInForce && planned > .refused
        return [
            "level": .text(cell.effective.rawValue), "title": .text(cell.effective.title.text(language)), "isNote": .flag(waits),
            "note": waits
                ? .text(language(sv: "Sedan: \(planned.title.sv.lowercased())", en: "Then: \(planned.title.en.lowercased())"))
                : .nothing,
            "law": cell.effective < cell.law && row.isInForce
                ? .text(language(sv: "Lagen: högst \(cell.law.name.sv)", en: "The law: at most \(cell.law.name.en)")) : .nothing,
        ]
    }
}
