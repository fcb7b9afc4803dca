public import GenomeModel

/// An index opened for reading: the state of one moment, which no later write changes.
///
/// Opening maps the segments and checks their frames; blocks are checked as they are first read. Values of this type may
/// be shared by any number of tasks. Damage is an error where it is met, never an answer.
public final class VariantIndex: Sendable {
    public let directory: String
    public let assembly: Assembly
    /// Path of the FASTA by which variants are left-aligned, nil where they are only trimmed.
    public let reference: String?
    /// By number.
    public let assays: [Assay]
    package let segments: [LiveSegment]

    /// A segment and which of its call sets still count.
    package final class LiveSegment: Sendable {
        let segment: Segment
        package let origin: Origin
        package let erased: [UInt32]
        /// A bit an ordinal: not erased.
        let live: [UInt64]

        init(segment: Segment, entry: Manifest.LiveSegment, place: String) throws(StorageError) {
            self.segment = segment
            origin = entry.origin
            erased = entry.erased
            let count = segment.callSets.count
            guard entry.erased.last.map({ Int($0) < count }) ?? true else {
                throw StorageError(.damaged(.manifestSyntax), place: place)
            }
            var live = [UInt64](repeating: 0, count: (count + 63) / 64)
            for ordinal in 0..<count { live[ordinal >> 6] |= 1 << UInt64(ordinal & 63) }
            for ordinal in entry.erased { live[Int(ordinal >> 6)] &= ~(1 << UInt64(ordinal & 63)) }
            self.live = live
        }

        /// By ordinal, the erased ones too.
        package var callSetNames: [String] { segment.callSets.map(\.callSet.name) }

        func isLive(_ ordinal: UInt32) -> Bool { live[Int(ordinal >> 6)] >> UInt64(ordinal & 63) & 1 == 1 }
    }

    /// Opens the last committed state. Throws `notAnIndex`, `newerFormat` or `damaged`.
    /// Cost: linear in segments, blocks and call sets; 0.26 ms for 300 merged call sets.
    public init(directory: String) throws(StorageError) {
        // A merge may remove a segment between our reading of the manifest and our opening of the file: then the manifest
        // has changed, and we begin again. A file that is missing while the manifest stands still is damage.
        var manifest = try VariantIndex.readManifest(directory)
        var opened: [LiveSegment]?
        while opened == nil {
            do throws(StorageError) {
                opened = try VariantIndex.open(manifest, directory)
            } catch {
                let now = try VariantIndex.readManifest(directory)
                guard case .damaged(.missingFile) = error.code, now != manifest else { throw error }
                manifest = now
            }
        }
        segments = opened ?? []
        self.directory = directory
        assembly = manifest.assembly
        reference = manifest.reference
        var assays: [Assay] = []
        for assay in manifest.assays {
            var regions = TargetRegions.genome
            if let targets = assay.targets {
                regions = try TargetsFile.read(directory + "/coverage/" + targets.fileName, checksum: targets.checksum)
            }
            assays.append(Assay(number: assay.number, name: assay.name, targets: regions))
        }
        self.assays = assays.sorted { $0.number < $1.number }
        for live in segments {
            for entry in live.segment.callSets where !assays.contains(where: { $0.number == entry.callSet.assay }) {
                throw StorageError(.damaged(.callSetTable), place: live.segment.path)
            }
        }
    }

    private static func open(_ manifest: Manifest, _ directory: String) throws(StorageError) -> [LiveSegment] {
        var opened: [LiveSegment] = []
        for entry in manifest.segments {
            let path = directory + "/" + entry.fileName
            let segment = try Segment(path: path)
            guard segment.length == entry.length else { throw StorageError(.damaged(.fileLength), place: path) }
            guard segment.checksum == entry.checksum, segment.trailer.assembly == manifest.assembly,
                segment.trailer.origin == entry.origin
            else { throw StorageError(.damaged(.trailer), place: path) }
            opened.append(try LiveSegment(segment: segment, entry: entry, place: path))
        }
        return opened
    }

    package static func readManifest(_ directory: String) throws(StorageError) -> Manifest {
        let path = directory + "/MANIFEST"
        guard fileLength(path) != nil else { throw StorageError(.notAnIndex, place: directory) }
        let file = try MappedFile(path: path)
        return try Manifest(parsing: Array(file.bytes), place: path)
    }

    public func assay(number: UInt32) -> Assay? { assays.first { $0.number == number } }
    public func assay(named name: String) -> Assay? { assays.first { $0.name == name } }

    /// The live call sets with their origin, in no particular order. Cost: linear.
    public func forEachCallSet(_ body: (StoredCallSet, Origin) -> Void) {
        for live in segments {
            for (ordinal, entry) in live.segment.callSets.enumerated() where live.isLive(UInt32(ordinal)) {
                body(entry.callSet, live.origin)
            }
        }
    }

    /// The names of the live call sets. Cost: linear.
    public func callSetNames() -> Set<String> {
        var names = Set<String>()
        forEachCallSet { callSet, _ in names.insert(callSet.name) }
        return names
    }
}
