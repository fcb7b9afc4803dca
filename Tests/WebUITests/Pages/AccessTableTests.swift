import AccessModel
import Foundation
import Testing
import WebUI

/// The rows of `Tests/Browser/access.csv` that need nobody of the demonstration, where a node that holds one region answers them.
@Suite("Who is let into the pages of cases, recalls, reports and rules")
struct AccessTableTests {
    static let pages = ["/cases", "/case/", "/recalls", "/reports", "/rules"]

    static let table: [[String]] = {
        let path = TestSite.root.appendingPathComponent("Tests/Browser/access.csv").path
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }()

    static let columns = (table.first ?? []).indices.filter { table[0][$0].contains("@node-24/") }
    static let rows = table.filter { row in pages.contains { row[0].contains(" " + $0) } }

    @Test("The table has rows for each of them, let some in and turn others away")
    func whole() {
        for page in Self.pages {
            #expect(Self.rows.contains { $0[0].hasPrefix("GET " + page) }, "\(page)")
        }
        #expect(
            Self.rows.allSatisfy { row in row.count == Self.table[0].count && Set(row).isSuperset(of: ["login", "403", "404"]) })
    }

    @Test(
        "Everybody at the node of Västerbotten is answered as the table says", arguments: AccessTableTests.columns)
    func answers(column: Int) async throws {
        let who = Self.table[0][column].split(whereSeparator: { $0 == "@" || $0 == "/" }).map(String.init)
        try #require(who.count == 3)
        let site = try await TestSite(region: "24")
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: who[0], try #require(Purpose(rawValue: who[2])))
            let token = try await browser.get("/purpose").token
            for row in Self.rows {
                let words = row[0].split(separator: " ").map(String.init)
                let fields = words.dropFirst(2).flatMap { $0.split(separator: "&") }.map { field in
                    let pair = field.split(separator: "=", maxSplits: 1).map(String.init)
                    return (pair[0], pair.last ?? "")
                }
                let answer =
                    words[0] == "GET"
                    ? try await browser.get(words[1], accept: "text/html")
                    : try await browser.post(words[1], fields, token: token, ["Accept": "text/html"])
                #expect(String(answer.status) == row[column], "\(row[0]) by \(who[0])")
            }
        }
    }
}
