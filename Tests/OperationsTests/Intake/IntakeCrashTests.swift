import Foundation
import Operations
import Records
import StructuredText
import TestSupport
import Testing
import VariantStorage

@Suite("A crash anywhere in the intake")
struct IntakeCrashTests {
    /// Submits until it goes through, opening the partition again after every crash.
    private func submit(
        _ draft: SubmissionDraft, to bench: IntakeBench, _ plans: () -> CrashPlan
    ) async throws -> SubmissionReceipt {
        let path = try bench.write(draft)
        var plan = plans()
        while true {
            do {
                let partition = try await bench.open(reach: plan.reach)
                return try await SubmitCallSets(partition: partition, manifest: path).run()
            } catch is SimulatedCrash {
                plan = plans()
            }
        }
    }

    @Test("Every point is passed by some kind of submission, and the inbox")
    func points() async throws {
        let bench = try await IntakeBench()
        let plan = CrashPlan(after: nil)
        let partition = try await bench.open(reach: plan.reach)
        _ = try bench.write(SubmissionDraft.panel(1), in: bench.layout.inbox + "/one")
        #expect(try await WatchInbox(partition: partition).run().count == 1)
        var bad = try SubmissionDraft.panel(2)
        bad["callSets.0.metrics.0.value"] = 1
        try await bench.submit(bad, to: partition)
        #expect(Set(plan.points) == Set(IntakePoint.allCases))
    }

    @Test("At every point in turn, once: each kind is through exactly once", arguments: IntakeModel.Act.allCases)
    func everyPoint(act: IntakeModel.Act) async throws {
        var random = SeededGenerator(seed: 1)
        for point in 0..<20 {
            let bench = try await IntakeBench()
            var model = IntakeModel()
            let (first, person, kind) = try model.draft(.new, &random)
            model.note(first, person, kind, try await bench.submit(first))
            let (draft, other, tried) = try model.draft(act, &random)
            var crashed = 0
            let receipt = try await submit(draft, to: bench) {
                defer { crashed += 1 }
                return CrashPlan(after: crashed == 0 ? point : nil)
            }
            model.note(draft, other, tried, receipt)
            try await model.expect(bench, "\(act), point \(point)")
            // Beyond the last point.
            if crashed == 1 { return }
        }
        Issue.record("\(act) has more points than were tried")
    }

    /// Ten crashes a seed.
    @Test("At random points, and again while what was interrupted is being finished", arguments: Soak.seeds(20))
    func random(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let bench = try await IntakeBench()
        var model = IntakeModel()
        for _ in 0..<10 {
            let (draft, person, act) = try model.draft(random.pick(IntakeModel.Act.allCases), &random)
            var tries = 0
            let receipt = try await submit(draft, to: bench) {
                tries += 1
                return CrashPlan(
                    after: tries == 1 || (tries < 6 && random.chance(0.5)) ? Int.random(in: 0..<16, using: &random) : nil)
            }
            model.note(draft, person, act, receipt)
        }
        try await model.expect(bench, "seed \(seed)")
    }

    @Test("A process that had the partition open finishes what another one left, before it changes anything")
    func otherProcess() async throws {
        for point in 0..<16 {
            let bench = try await IntakeBench()
            let standing = try await bench.open()
            let crashing = try await bench.open(reach: CrashPlan(after: point).reach)
            var model = IntakeModel()
            var random = SeededGenerator(seed: 3)
            let (draft, person, act) = try model.draft(.new, &random)
            let path = try bench.write(draft)
            do {
                _ = try await SubmitCallSets(partition: crashing, manifest: path).run()
            } catch is SimulatedCrash {}
            let (next, other, second) = try model.draft(.new, &random)
            model.note(next, other, second, try await bench.submit(next, to: standing))
            #expect(!listDirectory(bench.layout.files).contains { $0.hasSuffix(".partial") })
            model.note(draft, person, act, try await SubmitCallSets(partition: standing, manifest: path).run())
            try await model.expect(bench, "point \(point)")
        }
    }

    @Test("When power is lost, and with it all or some of what was not synced", arguments: [true, false])
    func powerLoss(isHarsh: Bool) async throws {
        let acts = IntakeModel.Act.allCases
        var operation = 0
        let stride = Soak.isOn ? 1 : 17
        while true {
            let bench = try await IntakeBench()
            let layout = bench.layout
            let disk = SimulatedDisk(failing: operation, fault: .cut, seed: UInt64(operation))
            let directories = [
                layout.files, layout.quarantine, layout.receipts, layout.directory + "/variants",
            ]
            try disk.adopt(directories)
            var model = IntakeModel()
            var random = SeededGenerator(seed: 5)
            var pending: (SubmissionDraft, person: Int, act: IntakeModel.Act)?
            do {
                let partition = try await bench.open(fileSystem: disk.fileSystem)
                for act in acts {
                    let step = try model.draft(act, &random)
                    pending = step
                    let receipt = try await bench.submit(step.0, to: partition)
                    model.note(step.0, step.person, step.act, receipt)
                    pending = nil
                }
            } catch let error as StorageError {
                #expect(error.place == "disk", "operation \(operation): \(error)")
            }
            let isCut = disk.isCut
            if isCut { try disk.losePower(in: directories, isHarsh: isHarsh) }
            if let pending {
                model.note(pending.0, pending.person, pending.act, try await bench.submit(pending.0))
            }
            try await model.expect(bench, "operation \(operation)")
            guard isCut else { break }
            operation += stride
        }
        #expect(operation > 100)
    }
}
