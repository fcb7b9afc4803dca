package import ClinicalModel
internal import Foundation
package import StructuredText

/// Where a ledger stood at a moment, to be kept elsewhere: who has it can tell later whether anything up to there was changed.
package struct LedgerAnchor: Hashable, Sendable {
    package let seq: Int
    /// 64 hexadecimal digits.
    package let hash: String
    package let time: Timestamp

    package init(seq: Int, hash: String, time: Timestamp) {
        self.seq = seq
        self.hash = hash
        self.time = time
    }

    package var json: JSONValue {
        ["seq": JSONValue(seq), "hash": JSONValue(.string(hash)), "time": JSONValue(.string(time.description))]
    }

    /// Reads what `json` writes; nil for anything else.
    package init?(_ json: JSONValue) {
        guard let seq = json["seq"]?.integer, seq >= 0, let hash = json["hash"]?.string, hash.utf8.count == 64,
            let time = json["time"]?.string.flatMap({ Timestamp($0) })
        else { return nil }
        self.init(seq: seq, hash: hash, time: time)
    }
}
