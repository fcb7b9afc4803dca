internal import ClinicalModel
internal import Foundation
internal import Records
package import StructuredText
internal import VariantStorage

/// Takes in what laboratory systems put into the inbox: each folder in it is a submission, `manifest.json` and the files it names.
///
/// Files may arrive in any order and may be half-written when they are seen. A submission is taken up when its manifest is whole and every file
/// has the length that it says; one whose bytes differ is given time to settle before that counts as a fault. A folder is removed once its
/// submission is durable; what it holds besides is kept under `inbox/.unlisted`. Names that begin with a full stop, or end in `.part` or
/// `.tmp`, are somebody's transfer under way.
package struct WatchInbox: Sendable {
    package enum Finding: Sendable {
        case submitted(folder: String, SubmissionReceipt)
        /// It is not whole yet.
        case waiting(folder: String, LocalizedText)
        /// It can never be: a link, or a file where a folder should be.
        case ignored(name: String, LocalizedText)
    }

    package let partition: Partition

    package init(partition: Partition) { self.partition = partition }

    /// Looks once, at every folder in the order of their names.
    package func run() async throws -> [Finding] {
        var findings: [Finding] = []
        for name in listDirectory(partition.layout.inbox) where !WatchInbox.isUnderWay(name) {
            let path = partition.layout.inbox + "/" + name
            guard WatchInbox.isRealDirectory(path) else {
                findings.append(
                    .ignored(
                        name: name,
                        LocalizedText(
                            sv: "Inte en mapp. Lägg varje insändning i en egen mapp med manifest.json.",
                            en: "Not a folder. Put each submission into a folder of its own with manifest.json.")))
                continue
            }
            if let reason = try waits(path) {
                findings.append(.waiting(folder: name, reason))
                continue
            }
            let receipt = try await SubmitCallSets(partition: partition, manifest: path + "/manifest.json").run()
            try empty(path, name, receipt)
            findings.append(.submitted(folder: name, receipt))
        }
        return findings
    }

    /// Why a folder has to wait; nil where it can be taken up, whole or as a failure that waiting will not mend.
    private func waits(_ path: String) throws -> LocalizedText? {
        let manifestFile: RegularFile
        do throws(RegularFile.Refusal) {
            manifestFile = try RegularFile(path: path + "/manifest.json")
        } catch {
            if case .system = error { return WatchInbox.unreadable("manifest.json") }
            return LocalizedText(sv: "manifest.json har inte kommit.", en: "manifest.json has not arrived.")
        }
        let now = partition.now().milliseconds / 1000
        let isOld = now - manifestFile.modified > partition.settings.waitHours * 3600
        let isSettled = now - manifestFile.modified >= partition.settings.settleSeconds
        guard let bytes = try manifestFile.readAll(limit: JSONReader.sizeLimit),
            case .manifest(let manifest) = SubmissionManifest.read(bytes)
        else {
            return isSettled ? nil : LocalizedText(sv: "manifest.json är inte helt än.", en: "manifest.json is not whole yet.")
        }
        for file in manifest.files {
            let source: RegularFile
            do throws(RegularFile.Refusal) {
                source = try RegularFile(path: path + "/" + file.name)
            } catch {
                if case .system = error { return WatchInbox.unreadable(file.name) }
                guard error == .missing else { return nil }
                if isOld { return nil }
                return LocalizedText(sv: "\(file.name) har inte kommit.", en: "\(file.name) has not arrived.")
            }
            let hasRested = now - source.modified >= partition.settings.settleSeconds
            if source.length != file.bytes {
                if hasRested && source.length > file.bytes || isOld { return nil }
                return LocalizedText(sv: "\(file.name) är inte hel än.", en: "\(file.name) is not whole yet.")
            }
            // Right length and still young: some transfers reserve the length first. Its sum tells.
            if !hasRested, try FileCopy.digest(source).sha256 != file.sha256 {
                return LocalizedText(sv: "\(file.name) är inte hel än.", en: "\(file.name) is not whole yet.")
            }
        }
        return nil
    }

    /// Who runs the intake may not read it: that is for the machine's owner to mend, and holds nobody else up.
    private static func unreadable(_ name: String) -> LocalizedText {
        LocalizedText(
            sv: "\(name) får inte läsas. Ändra filens rättigheter.", en: "\(name) may not be read. Change its permissions.")
    }

    /// Removes what was taken in. Done after the submission is durable, so that a crash leaves the folder, and the next look finds it known.
    private func empty(_ path: String, _ name: String, _ receipt: SubmissionReceipt) throws {
        // What was not taken in (too large, a link, a folder) stays, and is kept with what nobody listed.
        let aside = Set(listDirectory(partition.layout.quarantine(receipt.submission)))
        let taken = receipt.files.filter { partition.files.has($0.sha256) || aside.contains($0.name) }.map(\.name)
        for file in taken + ["manifest.json"] where fileLength(path + "/" + file) != nil {
            try partition.fileSystem.remove(path + "/" + file)
        }
        if listDirectory(path).isEmpty {
            try FileManager.default.removeItem(atPath: path)
        } else {
            let unlisted = partition.layout.inbox + "/.unlisted"
            try partition.fileSystem.createDirectory(unlisted)
            let kept = Set(listDirectory(unlisted))
            let base = receipt.submission + "-" + name
            var target = base
            var number = 1
            while kept.contains(target) {
                number += 1
                target = base + "-\(number)"
            }
            try FileManager.default.moveItem(atPath: path, toPath: unlisted + "/" + target)
        }
        try partition.fileSystem.syncDirectory(partition.layout.inbox)
        try partition.reach(.inboxEmptied)
    }

    private static func isUnderWay(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix(".part") || name.hasSuffix(".tmp")
    }

    private static func isRealDirectory(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType) == .typeDirectory
    }
}
