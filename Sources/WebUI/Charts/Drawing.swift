/// An element of a drawing, written as SVG. Attributes and text are escaped on their way out; there are no style attributes, which the
/// application's policy forbids: how things look stands in the style sheet.
package struct Drawing: Sendable {
    package let name: String
    package let attributes: [(name: String, value: String)]
    package let content: [Content]

    package enum Content: Sendable {
        case text(String)
        case element(Drawing)
    }

    package init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Drawing] = []) {
        self.name = name
        self.attributes = attributes.map { ($0, $1) }
        content = children.map(Content.element)
    }

    package init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        self.name = name
        self.attributes = attributes.map { ($0, $1) }
        content = [.text(text)]
    }

    package var markup: Markup {
        var text = ""
        write(to: &text)
        return Markup(trusted: text)
    }

    private func write(to text: inout String) {
        text += "<" + name
        for (name, value) in attributes { text += " \(name)=\"\(Markup(escaping: value).text)\"" }
        guard !content.isEmpty else {
            text += "/>"
            return
        }
        text += ">"
        for part in content {
            switch part {
            case .text(let words): text += Markup(escaping: words).text
            case .element(let element): element.write(to: &text)
            }
        }
        text += "</\(name)>"
    }

    /// A coordinate with at most one decimal, so that pages stay small.
    package static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        return sign + (tenths % 10 == 0 ? "\(abs(tenths) / 10)" : "\(abs(tenths) / 10).\(abs(tenths) % 10)")
    }
}

/// A drawing with what it says in words and as a table.
package struct Chart: Sendable {
    package let drawing: Drawing
    package let table: ChartTable

    /// The drawing with its title and description, that assistive technology reads. `identifier` is unique on the page; `isGroup` where
    /// it holds links.
    package init(
        _ identifier: String, title: String, description: String, width: Double, height: Double, isGroup: Bool = false,
        kind: String, _ children: [Drawing], table: ChartTable
    ) {
        drawing = Drawing(
            "svg",
            [
                "class": "chart " + kind, "viewBox": "0 0 \(Drawing.number(width)) \(Drawing.number(height))",
                "role": isGroup ? "group" : "img", "aria-labelledby": "\(identifier)-title \(identifier)-desc",
                "xmlns": "http://www.w3.org/2000/svg",
            ],
            [
                Drawing("title", ["id": "\(identifier)-title"], text: title),
                Drawing("desc", ["id": "\(identifier)-desc"], text: description),
            ] + children)
        self.table = table
    }
}

/// What a chart shows, as a table: for whoever does not see it, and for whoever wants the numbers.
package struct ChartTable: Hashable, Sendable {
    package let caption: String
    package let columns: [String]
    package let rows: [[String]]

    package init(caption: String, columns: [String], rows: [[String]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }

    /// For the template `parts/genome`.
    package var content: PageValue {
        [
            "caption": .text(caption), "columns": .list(columns.map(PageValue.text)),
            "rows": .list(
                rows.map { row in
                    ["head": .text(row.first ?? ""), "cells": .list(row.dropFirst().map(PageValue.text))]
                }),
        ]
    }
}
