internal import Foundation

/// A sum over (event, patient) pairs that does not depend on their order: equal sums mean equal lists. The hash is keyed anew in
/// each process, so that nobody can make two lists that collide.
struct PatientTally: Equatable {
    private(set) var pairs = 0
    private var sum: UInt64 = 0

    mutating func add(seq: Int, patient: String) {
        var hasher = Hasher()
        hasher.combine(seq)
        hasher.combine(patient)
        sum &+= UInt64(bitPattern: Int64(hasher.finalize()))
        pairs += 1
    }

    // Quotation marks inside texts are escaped, and details hold texts only: these bytes begin the list and nothing else.
    private static let marker = Data(#""patients":["#.utf8)

    /// The patients of a payload as the ledger writes it, without reading all of its JSON.
    static func patients(in payload: Data) -> [String] {
        guard let start = payload.range(of: marker) else { return [] }
        guard let end = payload[start.upperBound...].firstIndex(of: UInt8(ascii: "]")) else { return [] }
        return payload[start.upperBound..<end].split(separator: UInt8(ascii: ",")).map {
            String(decoding: $0.dropFirst().dropLast(), as: UTF8.self)
        }
    }
}
