public import GenomeModel
internal import Synchronization

/// The one writer of an index, for as long as it lives.
///
/// Everything that changes an index goes through `commit`, `defineAssay` or `merge`, each of which replaces the
/// manifest once: a crash leaves the state before or the state after. Opening removes what a crash left behind.
/// Builders may be filled by several tasks at once; the rest is for one task.
public final class IndexWriter: Sendable {
    public let directory: String
    public let assembly: Assembly
    let fileSystem: FileSystem
    private let lock: WriterLock
    private let state: Mutex<State>

    private struct State {
        var manifest: Manifest
        /// The next number to give to a file; ahead of the manifest's while segments are being staged.
        var nextNumber: UInt64
    }

    // MARK: Making and opening

    /// Makes an empty index in a directory that is empty or does not exist.
    ///
    /// `reference` is the path of a FASTA that is kept with the index, by which all its variants are left-aligned.
    /// Throws `alreadyExists` where something is there.
    public static func create(
        directory: String, assembly: Assembly, reference: String?
    ) throws(StorageError) {
        try create(directory: directory, assembly: assembly, reference: reference, fileSystem: .posix)
    }

    package static func create(
        directory: String, assembly: Assembly, reference: String?, fileSystem: FileSystem
    ) throws(StorageError) {
        guard isFree(directory) else { throw StorageError(.alreadyExists, place: directory) }
        if let reference { try StoredCallSet.checkName(reference, place: directory) }
        try fileSystem.createDirectory(directory)
        let lock = try WriterLock(directory: directory)
        // Again, now that nobody else can be making one.
        guard isFree(directory) else { throw StorageError(.alreadyExists, place: directory) }
        for name in folders { try fileSystem.createDirectory(directory + "/" + name) }
        let manifest = Manifest(assembly: assembly, reference: reference)
        try fileSystem.replace(directory + "/MANIFEST", in: directory, with: manifest.encoded())
        try fileSystem.syncDirectory(parent(of: directory))
        withExtendedLifetime(lock) {}
    }

    private static let folders = ["germline", "tumour", "coverage"]
    /// With the one that the first structural segment brings.
    private static let allFolders = folders + [Manifest.structuralFolder]

    /// Nothing is there, or no more than an interrupted `create` leaves. Somebody's own files in a folder that happens to
    /// have one of our names are not ours to take over.
    private static func isFree(_ directory: String) -> Bool {
        fileLength(directory) == nil
            && Set(listDirectory(directory)).isSubset(of: ["LOCK", "MANIFEST.new"] + allFolders)
            && allFolders.allSatisfy { listDirectory(directory + "/" + $0).isEmpty }
    }

    static func parent(of directory: String) -> String {
        let trimmed = directory.hasSuffix("/") && directory.utf8.count > 1 ? String(directory.dropLast()) : directory
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    /// Takes the right to write. Throws `busy` where another process has it, `notAnIndex` where there is none.
    public convenience init(directory: String) throws(StorageError) {
        try self.init(directory: directory, fileSystem: .posix)
    }

    package init(directory: String, fileSystem: FileSystem) throws(StorageError) {
        guard fileLength(directory + "/MANIFEST") != nil else { throw StorageError(.notAnIndex, place: directory) }
        lock = try WriterLock(directory: directory)
        let manifest = try VariantIndex.readManifest(directory)
        self.directory = directory
        self.fileSystem = fileSystem
        assembly = manifest.assembly
        state = Mutex(State(manifest: manifest, nextNumber: manifest.nextSegment))
        try removeOrphans(manifest)
    }

    /// Removes the files that a crash left behind, durably: segments, targets and a draft that the manifest does not name.
    /// Files of other kinds are somebody else's; `verify` tells of them.
    private func removeOrphans(_ manifest: Manifest) throws(StorageError) {
        var named = Set((manifest.segments + manifest.structural).map(\.fileName))
        for assay in manifest.assays { if let targets = assay.targets { named.insert("coverage/" + targets.fileName) } }
        for folder in IndexWriter.allFolders {
            let suffix = folder == "coverage" ? ".targets" : ".segment"
            let orphans = listDirectory(directory + "/" + folder)
                .filter { $0.hasSuffix(suffix) && !named.contains(folder + "/" + $0) }
            for name in orphans { try fileSystem.remove(directory + "/" + folder + "/" + name) }
            if !orphans.isEmpty { try fileSystem.syncDirectory(directory + "/" + folder) }
        }
        try fileSystem.remove(directory + "/MANIFEST.new")
    }

    /// The index as this writer last committed it.
    public func read() throws(StorageError) -> VariantIndex { try VariantIndex(directory: directory) }

    package var manifest: Manifest { state.withLock { $0.manifest } }

    private func replace(_ manifest: Manifest) throws(StorageError) {
        do throws(StorageError) {
            try fileSystem.replace(directory + "/MANIFEST", in: directory, with: manifest.encoded())
        } catch {
            // The new manifest may already have its name, only not durably: what readers see is what we go on from.
            if let seen = try? VariantIndex.readManifest(directory) { state.withLock { $0.manifest = seen } }
            throw error
        }
        state.withLock { $0.manifest = manifest }
    }

    // MARK: Assays

    /// Gives a name to what an assay version looks at. False where it was already defined so.
    ///
    /// Throws `assayDiffers` where the name has other targets: a new version needs a name of its own.
    @discardableResult
    public func defineAssay(_ name: String, targets: TargetRegions) throws(StorageError) -> Bool {
        try StoredCallSet.checkName(name, place: directory)
        var manifest = self.manifest
        let bytes = targets.spans.map(TargetsFile.encode)
        let identity = bytes.map { Manifest.Targets(checksum: Checksum.of($0)) }
        if let known = manifest.assay(named: name) {
            guard known.targets == identity else { throw StorageError(.assayDiffers, place: directory) }
            return false
        }
        // Equal targets are one file: one that others rely on is never written again.
        if let bytes, let identity, !manifest.assays.contains(where: { $0.targets == identity }) {
            try fileSystem.writeDurably(bytes, to: directory + "/coverage/" + identity.fileName)
            try fileSystem.syncDirectory(directory + "/coverage")
        }
        let number = (manifest.assays.map(\.number).max() ?? 0) + 1
        manifest.assays.append(Manifest.Assay(number: number, name: name, targets: identity))
        try replace(manifest)
        return true
    }

    // MARK: Adding, replacing and removing call sets

    /// Begins a segment for call sets that are read together. Throws where an assay number is not defined.
    public func beginSegment(
        callSets: [StoredCallSet], origin: Origin, index: VariantIndex
    ) throws(StorageError) -> SegmentBuilder {
        try beginSegment(callSets: callSets, origin: origin, index: index, spillLimit: SegmentBuilder.spillLimit)
    }

    package func beginSegment(
        callSets: [StoredCallSet], origin: Origin, index: VariantIndex, spillLimit: Int
    ) throws(StorageError) -> SegmentBuilder {
        SegmentBuilder(
            callSets: callSets, origin: origin, targets: try targets(of: callSets, index), writer: self,
            spillLimit: spillLimit)
    }

    private func targets(of callSets: [StoredCallSet], _ index: VariantIndex) throws(StorageError) -> [TargetRegions] {
        var targets: [TargetRegions] = []
        for callSet in callSets {
            try StoredCallSet.checkName(callSet.name, place: directory)
            guard let assay = index.assay(number: callSet.assay) else { throw StorageError(.assayUnknown, place: directory) }
            targets.append(assay.targets)
        }
        return targets
    }

    /// Begins a segment for the structural events of call sets whose files are read together; `assay` is what their structural
    /// calls look at, which need not be what their small variants do. Throws where an assay number is not defined.
    public func beginStructuralSegment(
        callSets: [StoredCallSet], origin: Origin, index: VariantIndex
    ) throws(StorageError) -> StructuralSegmentBuilder {
        StructuralSegmentBuilder(
            callSets: callSets, origin: origin, targets: try targets(of: callSets, index), writer: self)
    }

    /// Makes staged segments visible and takes call sets out, all in one step; then they are durable.
    ///
    /// `erasing` names live call sets that stop counting at once, with their structural events; their bytes leave with the next
    /// merge. `erasingEvents` takes out the structural events of call sets that stay. A call set of a structural segment has
    /// to be live, after the commit, among the small variants of the same origin.
    /// Throws `callSetExists`, `callSetRepeated` or `callSetUnknown`, and then changes nothing.
    public func commit(
        adding staged: [StagedSegment], erasing names: [String] = [], erasingEvents: [String] = []
    ) throws(StorageError) {
        let index = try read()
        var manifest = self.manifest
        var erased = Set<String>()
        for name in names where !erased.insert(name).inserted { throw StorageError(.callSetRepeated, place: directory) }
        var found = 0
        for (place, live) in index.segments.enumerated() {
            var ordinals = manifest.segments[place].erased
            for (ordinal, entry) in live.segment.callSets.enumerated()
            where erased.contains(entry.callSet.name) && live.isLive(UInt32(ordinal)) {
                ordinals.append(UInt32(ordinal))
                found += 1
            }
            manifest.segments[place].erased = ordinals.sorted()
        }
        guard found == erased.count else { throw StorageError(.callSetUnknown, place: directory) }
        try commitEvents(staged, erasing: erased, erasingEvents, index, &manifest)
        let folders = Set(staged.map(\.entry.folder))
        let staged = staged.filter { $0.content == .variants }
        var added = Set<String>()
        let existing = staged.isEmpty ? [] : index.callSetNames().subtracting(erased)
        for segment in staged {
            for callSet in segment.callSets {
                guard added.insert(callSet.name).inserted else { throw StorageError(.callSetRepeated, place: directory) }
                guard !existing.contains(callSet.name) else { throw StorageError(.callSetExists, place: directory) }
            }
            manifest.segments.append(segment.entry)
            manifest.nextSegment = max(manifest.nextSegment, segment.number + 1)
        }
        for folder in folders.sorted() { try fileSystem.syncDirectory(directory + "/" + folder) }
        try replace(manifest)
    }

    /// The structural part of a commit: decides, and changes the manifest that will be written.
    private func commitEvents(
        _ staged: [StagedSegment], erasing names: Set<String>, _ eventNames: [String], _ index: VariantIndex,
        _ manifest: inout Manifest
    ) throws(StorageError) {
        var erased = Set<String>()
        for name in eventNames where !erased.insert(name).inserted {
            throw StorageError(.callSetRepeated, place: directory)
        }
        var found = 0
        var existing = Set<String>()
        for (place, live) in index.structural.enumerated() {
            var ordinals = manifest.structural[place].erased
            for (ordinal, entry) in live.segment.callSets.enumerated() where live.isLive(UInt32(ordinal)) {
                let name = entry.callSet.name
                if erased.contains(name) { found += 1 }
                if erased.contains(name) || names.contains(name) {
                    ordinals.append(UInt32(ordinal))
                } else {
                    existing.insert(name)
                }
            }
            manifest.structural[place].erased = ordinals.sorted()
        }
        guard found == erased.count else { throw StorageError(.callSetUnknown, place: directory) }
        let events = staged.filter { $0.content == .events }
        guard !events.isEmpty else { return }
        var origins: [String: Origin] = [:]
        index.forEachCallSet { callSet, origin in if !names.contains(callSet.name) { origins[callSet.name] = origin } }
        for segment in staged where segment.content == .variants {
            for callSet in segment.callSets { origins[callSet.name] = segment.origin }
        }
        var added = Set<String>()
        for segment in events {
            for callSet in segment.callSets {
                guard added.insert(callSet.name).inserted else { throw StorageError(.callSetRepeated, place: directory) }
                guard !existing.contains(callSet.name) else { throw StorageError(.callSetExists, place: directory) }
                guard origins[callSet.name] == segment.origin else { throw StorageError(.callSetUnknown, place: directory) }
            }
            manifest.structural.append(segment.entry)
            manifest.nextSegment = max(manifest.nextSegment, segment.number + 1)
        }
    }

    /// Removes staged segments that will not be committed, and leaves alone those that were: also where a commit threw after
    /// its manifest had been put in place. What cannot be removed now goes at the next opening.
    public func discard(_ staged: [StagedSegment]) {
        guard let manifest = try? VariantIndex.readManifest(directory) else { return }
        let live = Set((manifest.segments + manifest.structural).map(\.number))
        for segment in staged where !live.contains(segment.number) { try? fileSystem.remove(path(of: segment)) }
    }

    // MARK: Merging

    /// Merges staged segments before they are committed, so that a sheet of thousands does not become thousands of files.
    public func combine(_ staged: [StagedSegment]) throws(StorageError) -> StagedSegment {
        guard let origin = staged.first?.origin, let content = staged.first?.content,
            staged.allSatisfy({ $0.origin == origin && $0.content == content })
        else { throw StorageError(.inconsistentBatch, place: directory) }
        if content == .events {
            var inputs: [StructuralMerge.Input] = []
            for segment in staged {
                inputs.append(try StructuralMerge.Input(path: path(of: segment), erased: []))
            }
            let (number, path) = try newSegment(origin, content)
            let merged = try StructuralMerge(inputs: inputs).run(to: path, fileSystem: fileSystem, progress: { _ in })
            discard(staged)
            return StagedSegment(
                content: content, origin: origin, number: number, callSets: merged.callSets, written: merged.written)
        }
        var inputs: [SegmentMerge.Input] = []
        for segment in staged { inputs.append(SegmentMerge.Input(segment: try Segment(path: path(of: segment)), erased: [])) }
        let (number, path) = try newSegment(origin, content)
        let merged = try SegmentMerge(inputs: inputs, arrangement: .disjoint)
            .run(to: path, fileSystem: fileSystem, progress: { _ in })
        discard(staged)
        return StagedSegment(origin: origin, number: number, callSets: merged.callSets, written: merged.written)
    }

    /// Merges what the levels call for, or everything, and rewrites every segment that has erased call sets if `plan`
    /// says so. Readers keep what they have opened. Returns the number of merges.
    ///
    /// `progress` is told calls read and calls in all. Cost: some 50 ns a call, one core (300 genomes).
    @discardableResult
    public func merge(
        _ plan: MergePlan, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(StorageError) -> Int {
        var merges = 0
        while true {
            let manifest = self.manifest
            guard let step = plan.next(in: manifest) else { return merges }
            try merge(step, in: manifest, progress: progress)
            merges += 1
        }
    }

    private func merge(
        _ step: [Manifest.LiveSegment], in manifest: Manifest, progress: (Int, Int) -> Void
    ) throws(StorageError) {
        var manifest = manifest
        guard let first = step.first else { return }
        let merged = Set(step.map(\.number))
        manifest.segments.removeAll { merged.contains($0.number) }
        manifest.structural.removeAll { merged.contains($0.number) }
        let result =
            first.content == .variants
            ? try mergeVariants(step, manifest.assembly, progress: progress)
            : try mergeEvents(step, manifest.assembly, progress: progress)
        if let result {
            try fileSystem.syncDirectory(directory + "/" + first.folder)
            if first.content == .variants {
                manifest.segments.append(result.entry)
            } else {
                manifest.structural.append(result.entry)
            }
            manifest.nextSegment = result.number + 1
        }
        try replace(manifest)
        for live in step { try fileSystem.remove(directory + "/" + live.fileName) }
        try fileSystem.syncDirectory(directory + "/" + first.folder)
    }

    /// Nil where no call set is left.
    private func mergeVariants(
        _ step: [Manifest.LiveSegment], _ assembly: Assembly, progress: (Int, Int) -> Void
    ) throws(StorageError) -> StagedSegment? {
        var inputs: [SegmentMerge.Input] = []
        for live in step {
            let place = directory + "/" + live.fileName
            let segment = try Segment(path: place)
            try live.check(segment.trailer, segment.length, segment.checksum, assembly, place: place)
            inputs.append(SegmentMerge.Input(segment: segment, erased: live.erased))
        }
        let total = inputs.reduce(0) { $0 + Int($1.segment.trailer.calls) }
        let merge = SegmentMerge(inputs: inputs, arrangement: .disjoint)
        guard merge.liveCallSets > 0 else { return nil }
        let (number, path) = try newSegment(step[0].origin, .variants)
        let result = try merge.run(to: path, fileSystem: fileSystem, progress: { progress($0, total) })
        return StagedSegment(
            origin: step[0].origin, number: number, callSets: result.callSets, written: result.written)
    }

    /// Nil where no call set is left.
    private func mergeEvents(
        _ step: [Manifest.LiveSegment], _ assembly: Assembly, progress: (Int, Int) -> Void
    ) throws(StorageError) -> StagedSegment? {
        var inputs: [StructuralMerge.Input] = []
        for live in step {
            let place = directory + "/" + live.fileName
            let input = try StructuralMerge.Input(path: place, erased: live.erased)
            let segment = input.segment
            try live.check(segment.trailer, segment.length, segment.frame.checksum, assembly, place: place)
            inputs.append(input)
        }
        let total = inputs.reduce(0) { $0 + Int($1.segment.trailer.calls) }
        let merge = StructuralMerge(inputs: inputs)
        guard merge.liveCallSets > 0 else { return nil }
        let (number, path) = try newSegment(step[0].origin, .events)
        let result = try merge.run(to: path, fileSystem: fileSystem, progress: { progress($0, total) })
        return StagedSegment(
            content: .events, origin: step[0].origin, number: number, callSets: result.callSets, written: result.written)
    }

    // MARK: Files

    func newSegment(
        _ origin: Origin, _ content: SegmentContent
    ) throws(StorageError) -> (number: UInt64, path: String) {
        let number = state.withLock { state in
            defer { state.nextNumber += 1 }
            return state.nextNumber
        }
        let entry = Manifest.LiveSegment(
            content: content, origin: origin, number: number, length: 0, checksum: 0, erased: [])
        // Indexes made before there were structural segments have no folder for them.
        if content == .events, listDirectory(directory).allSatisfy({ $0 != entry.folder }) {
            try fileSystem.createDirectory(directory + "/" + entry.folder)
            try fileSystem.syncDirectory(directory)
        }
        return (number, directory + "/" + entry.fileName)
    }

    func path(of staged: StagedSegment) -> String { directory + "/" + staged.entry.fileName }
}

extension StagedSegment {
    var entry: Manifest.LiveSegment {
        Manifest.LiveSegment(
            content: content, origin: origin, number: number, length: written.length, checksum: written.checksum, erased: [])
    }
}
