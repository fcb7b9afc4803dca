package import ClinicalModel

/// One imported version of a source: what it is, where it came from, and who brought it in.
package struct KnowledgeVersion: Hashable, Sendable {
    package let series: KnowledgeSeries
    /// As the publisher calls the release, or its date: `2026-02-26`.
    package let release: String
    package let releaseDate: CivilDate?
    package let licence: String
    /// SHA-256 of the file as it was received, 64 hexadecimal digits in lower case.
    package let digest: String
    package let counts: Counts
    /// The person's account.
    package let importedBy: String
    package let importedAt: Timestamp

    package struct Counts: Hashable, Sendable {
        package let rows: Int
        package let items: Int
        /// Rows left out, and parts kept only as text.
        package let diagnostics: Int

        package init(rows: Int, items: Int, diagnostics: Int) {
            self.rows = rows
            self.items = items
            self.diagnostics = diagnostics
        }

        package init<Item>(_ read: KnowledgeImport<Item>) {
            self.init(rows: read.rows, items: read.items.count, diagnostics: read.diagnostics.total)
        }
    }

    /// Nil where `digest` is no SHA-256, the release has no name or the licence is not stated.
    package init?(
        series: KnowledgeSeries, release: String, releaseDate: CivilDate?, licence: String, digest: String, counts: Counts,
        importedBy: String, importedAt: Timestamp
    ) {
        let isHexadecimal = digest.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
        guard digest.utf8.count == 64, isHexadecimal, !release.isEmpty, !licence.isEmpty else { return nil }
        self.series = series
        self.release = release
        self.releaseDate = releaseDate
        self.licence = licence
        self.digest = digest
        self.counts = counts
        self.importedBy = importedBy
        self.importedAt = importedAt
    }

    /// The same file is the same version, whenever it was imported.
    package var identifier: VersionIdentifier { VersionIdentifier(series: series, digest: digest) }
}

/// What succeeds itself: ClinVar of one assembly, CIViC, one gene list, one guideline.
package struct KnowledgeSeries: Hashable, Sendable, CustomStringConvertible {
    package let source: KnowledgeSource
    /// `GRCh38` for ClinVar, the list's or the guideline's name; empty where the source has one series.
    package let name: String

    package init(_ source: KnowledgeSource, name: String = "") {
        self.source = source
        self.name = name
    }

    package var description: String { name.isEmpty ? source.rawValue : source.rawValue + "/" + name }
}

package struct VersionIdentifier: Hashable, Sendable, CustomStringConvertible {
    package let series: KnowledgeSeries
    package let digest: String

    package init(series: KnowledgeSeries, digest: String) {
        self.series = series
        self.digest = digest
    }

    package var description: String { "\(series)@\(digest.prefix(12))" }
}
