internal import GenomeModel
package import VariantStorage

/// What an index holds, in figures; it names nobody.
package struct IndexDescription: Codable, Sendable {
    package struct AssayLine: Codable, Sendable {
        package let name: String
        package let callSets: Int
        /// Nil for the whole genome.
        package let intervals: Int?
        package let bases: Int?
    }

    package struct OriginLine: Codable, Sendable {
        package let origin: String
        package let callSets: Int
        package let female: Int
        package let male: Int
        package let unknown: Int
        package let segments: Int
        /// Rows of all segments: a variant that several segments hold counts once in each.
        package let variants: Int
        package let calls: Int
        package let bytes: Int
        package let erasedWaiting: Int
    }

    package let assembly: String
    package let reference: String?
    package let assays: [AssayLine]
    package let origins: [OriginLine]

    package init(directory: String) throws(StorageError) {
        let index = try VariantIndex(directory: directory)
        assembly = index.assembly.rawValue
        reference = index.reference
        var assayCounts: [UInt32: Int] = [:]
        var sexes: [Origin: [Sex: Int]] = [:]
        index.forEachCallSet { callSet, origin in
            assayCounts[callSet.assay, default: 0] += 1
            sexes[origin, default: [:]][callSet.sex, default: 0] += 1
        }
        assays = index.assays.map {
            AssayLine(
                name: $0.name, callSets: assayCounts[$0.number] ?? 0, intervals: $0.targets.count, bases: $0.targets.length)
        }
        let shape = index.shape
        origins = Origin.allCases.map { origin in
            let counts = sexes[origin] ?? [:]
            let part = shape[origin] ?? VariantIndex.Shape()
            return OriginLine(
                origin: origin.rawValue, callSets: counts.values.reduce(0, +), female: counts[.female] ?? 0,
                male: counts[.male] ?? 0, unknown: counts[.unknown] ?? 0, segments: part.segments,
                variants: part.variants, calls: part.calls, bytes: part.bytes, erasedWaiting: part.erasedWaiting)
        }
    }
}
