package import ClinicalModel
internal import Foundation
internal import GRDB
internal import StructuredText

extension Ledger {
    /// Where the ledger stands now, to be kept elsewhere.
    package func anchor(time: Timestamp) throws -> LedgerAnchor {
        try RecordsError.mapping(path) {
            try pool.read { db in
                let row = try Row.fetchOne(db, sql: "SELECT seq, hash FROM head")
                guard let row else { return LedgerAnchor(seq: 0, hash: ContentDigest.hexadecimal(Chain.start), time: time) }
                return LedgerAnchor(
                    seq: try row.integer(0), hash: ContentDigest.hexadecimal(try row.decode(Data.self, atIndex: 1)), time: time)
            }
        }
    }

    /// Whether the chain passes through an anchor that was kept elsewhere: nil where it was removed past its keeping.
    package func check(_ anchor: LedgerAnchor) throws -> Bool? {
        try RecordsError.mapping(path) {
            try pool.read { db in
                let hash = try Data.fetchOne(db, sql: "SELECT hash FROM event WHERE seq = ?", arguments: [anchor.seq])
                if let hash { return ContentDigest.hexadecimal(hash) == anchor.hash }
                if anchor.seq == 0 { return anchor.hash == ContentDigest.hexadecimal(Chain.start) }
                let first = try Int.fetchOne(db, sql: "SELECT min(seq) FROM event") ?? 1
                return anchor.seq < first - 1
                    ? nil : try Ledger.removals(db)[anchor.seq].map { ContentDigest.hexadecimal($0) == anchor.hash } ?? false
            }
        }
    }

    /// Walks the whole chain and names the first fault. Cost: one pass, one SHA-256 for each event; readers and writers go on meanwhile.
    package func verify(anchors: [LedgerAnchor] = []) throws -> LedgerVerification {
        try RecordsError.mapping(path) {
            try pool.read { db in
                var walk = try LedgerWalk(db: db, anchors: anchors)
                try walk.run()
                return try walk.verification(secret: secret)
            }
        }
    }

    /// What retention events on record say was removed: the hash of the last event that is gone, by its number.
    static func removals(_ db: Database) throws -> [Int: Data] {
        try String.fetchAll(db, sql: "SELECT payload FROM event WHERE act = 'retention' AND reference IS NOT NULL")
            .reduce(into: [:]) { removals, payload in
                guard let detail = (try? JSONReader.read(payload))?["detail"],
                    let last = detail["removedTo"]?.string.flatMap({ Int($0) }),
                    let hash = detail["lastHash"]?.string.flatMap({ RegionKey.bytes(hexadecimal: $0) })
                else { return }
                removals[last] = Data(hash)
            }
    }
}
