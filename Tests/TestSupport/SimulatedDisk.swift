internal import Foundation
internal import Synchronization
package import VariantStorage

/// A disk that can lose power: it does what it is told on the real file system, and remembers what of it would last.
///
/// The model is that of POSIX and no better: bytes last once their file was synced, names once their directory was.
/// What was not synced may last in part: any prefix of a directory's changes, any prefix of a file's bytes, zeros.
package final class SimulatedDisk: Sendable {
    /// What happens at the operation that is to fail.
    package enum Fault: Sendable {
        /// It and all later ones fail; of a write any part has happened.
        case cut
        /// It alone fails, as on a disk that is full for a moment.
        case once
    }

    struct Inode: Sendable {
        var bytes: [UInt8] = []
        /// What lasts.
        var synced: [UInt8] = []
        var isDirty = false
    }

    enum Change: Sendable {
        case directory(String)
        case link(String, Int)
        case rename(String, String, Int)
        case unlink(String)

        var path: String {
            switch self {
            case .directory(let path), .link(let path, _), .unlink(let path): path
            case .rename(_, let path, _): path
            }
        }
    }

    struct State: Sendable {
        var operations = 0
        var isCut = false
        var random: SeededGenerator
        var inodes: [Inode] = []
        var openFiles: [Int32: Int] = [:]
        var names: [String: Int] = [:]
        var durable: [String: Int] = [:]
        var durableDirectories: Set<String> = []
        var pending: [Change] = []
    }

    private let fault: Fault
    private let failing: Int?
    let state: Mutex<State>

    /// Fails at operation number `failing`, counted from 0.
    package init(failing: Int?, fault: Fault, seed: UInt64) {
        self.failing = failing
        self.fault = fault
        state = Mutex(State(random: SeededGenerator(seed: seed)))
    }

    package var operations: Int { state.withLock { $0.operations } }
    package var isCut: Bool { state.withLock { $0.isCut } }

    static func parent(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    /// Counts an operation; `half` is what a cut leaves done of it.
    private func step(_ half: (inout State) throws(StorageError) -> Void = { _ in }) throws(StorageError) {
        try state.withLock { (state: inout State) throws(StorageError) in
            let failure = StorageError(.system(call: "simulated", errno: EIO), place: "disk")
            if state.isCut { throw failure }
            state.operations += 1
            guard state.operations - 1 == failing else { return }
            if fault == .cut { state.isCut = true }
            try half(&state)
            throw failure
        }
    }

    package var fileSystem: FileSystem {
        let real = FileSystem.posix
        return FileSystem(
            createDirectory: { (path) throws(StorageError) in
                try self.step()
                try real.createDirectory(path)
                self.state.withLock { $0.pending.append(.directory(path)) }
            },
            create: { (path) throws(StorageError) in
                try self.step()
                let file = try real.create(path)
                self.state.withLock { state in
                    if let known = state.names[path] {
                        state.inodes[known].bytes = []
                        state.inodes[known].isDirty = true
                        state.openFiles[file] = known
                    } else {
                        state.inodes.append(Inode())
                        state.names[path] = state.inodes.count - 1
                        state.pending.append(.link(path, state.inodes.count - 1))
                        state.openFiles[file] = state.inodes.count - 1
                    }
                }
                return file
            },
            write: { (file, bytes) throws(StorageError) in
                func append(_ count: Int, _ state: inout State) {
                    guard let inode = state.openFiles[file] else { return }
                    state.inodes[inode].bytes += Array(bytes[..<count])
                    state.inodes[inode].isDirty = true
                }
                try self.step { (state) throws(StorageError) in
                    let count = Int.random(in: 0...bytes.count, using: &state.random)
                    try real.write(file, UnsafeRawBufferPointer(rebasing: bytes[..<count]))
                    append(count, &state)
                }
                try real.write(file, bytes)
                self.state.withLock { append(bytes.count, &$0) }
            },
            sync: { (file) throws(StorageError) in
                try self.step()
                self.state.withLock { state in
                    guard let inode = state.openFiles[file] else { return }
                    state.inodes[inode].synced = state.inodes[inode].bytes
                    state.inodes[inode].isDirty = false
                }
            },
            close: { file in
                real.close(file)
                self.state.withLock { $0.openFiles[file] = nil }
            },
            rename: { (source, target) throws(StorageError) in
                try self.step()
                try real.rename(source, target)
                self.state.withLock { state in
                    guard let inode = state.names.removeValue(forKey: source) else { return }
                    state.names[target] = inode
                    state.pending.append(.rename(source, target, inode))
                }
            },
            remove: { (path) throws(StorageError) in
                try self.step()
                try real.remove(path)
                self.state.withLock { state in
                    if state.names.removeValue(forKey: path) != nil { state.pending.append(.unlink(path)) }
                }
            },
            syncDirectory: { (path) throws(StorageError) in
                try self.step()
                self.state.withLock { state in
                    for change in state.pending where SimulatedDisk.parent(change.path) == path { state.makeDurable(change) }
                    state.pending.removeAll { SimulatedDisk.parent($0.path) == path }
                }
            })
    }
}

extension SimulatedDisk.State {
    mutating func makeDurable(_ change: SimulatedDisk.Change) {
        switch change {
        case .directory(let path): durableDirectories.insert(path)
        case .link(let path, let inode): durable[path] = inode
        case .unlink(let path): durable[path] = nil
        case .rename(let source, let target, let inode):
            durable[source] = nil
            durable[target] = inode
        }
    }
}

extension SimulatedDisk {
    /// Takes over what lies below some directories already, as what lasts.
    package func adopt(_ directories: [String]) throws {
        for directory in directories {
            state.withLock { _ = $0.durableDirectories.insert(directory) }
            for name in listDirectory(directory) {
                let path = directory + "/" + name
                guard fileLength(path) != nil else {
                    try adopt([path])
                    continue
                }
                let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
                state.withLock { state in
                    state.inodes.append(Inode(bytes: bytes, synced: bytes))
                    state.names[path] = state.inodes.count - 1
                    state.durable[path] = state.inodes.count - 1
                }
            }
        }
    }

    /// Makes the real directory what the disk holds when power comes back. `isHarsh`: nothing lasts that was not synced.
    package func losePower(in directory: String, isHarsh: Bool) throws { try losePower(in: [directory], isHarsh: isHarsh) }

    /// The same for several directories, beside which lies what does not go through this disk.
    package func losePower(in directories: [String], isHarsh: Bool) throws {
        try state.withLock { state in
            var random = state.random
            for (_, changes) in Dictionary(grouping: state.pending, by: { SimulatedDisk.parent($0.path) }).sorted(by: {
                $0.key < $1.key
            }) {
                let lasting = isHarsh ? 0 : Int.random(in: 0...changes.count, using: &random)
                for change in changes.prefix(lasting) { state.makeDurable(change) }
            }
            for path in state.names.keys where state.durable[path] == nil { try? FileManager.default.removeItem(atPath: path) }
            for directory in directories { try? FileManager.default.removeItem(atPath: directory) }
            for path in state.durableDirectories.sorted() where !FileManager.default.fileExists(atPath: path) {
                // A directory whose own parent is lost is lost with it.
                guard directories.contains(path) || FileManager.default.fileExists(atPath: SimulatedDisk.parent(path)) else {
                    continue
                }
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            }
            for (path, inode) in state.durable
            where FileManager.default.fileExists(atPath: SimulatedDisk.parent(path)) {
                let bytes = SimulatedDisk.lasting(state.inodes[inode], isHarsh, &random)
                try Data(bytes).write(to: URL(fileURLWithPath: path))
            }
        }
    }

    private static func lasting(_ inode: Inode, _ isHarsh: Bool, _ random: inout SeededGenerator) -> [UInt8] {
        guard inode.isDirty else { return inode.bytes }
        if isHarsh { return inode.synced }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return inode.synced
        case 1: return inode.bytes
        case 2: return Array(inode.bytes.prefix(Int.random(in: 0...inode.bytes.count, using: &random)))
        default:
            let kept = Int.random(in: 0...inode.bytes.count, using: &random)
            return inode.bytes.prefix(kept) + [UInt8](repeating: 0, count: inode.bytes.count - kept)
        }
    }
}
