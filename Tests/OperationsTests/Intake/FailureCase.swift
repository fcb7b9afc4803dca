import ClinicalModel
import Foundation
import Operations
import Records
import StructuredText

/// How to provoke one failure, and what it must be.
struct FailureCase: Sendable, CustomStringConvertible {
    let code: IntakeFailure.Code
    let step: IntakeStep
    /// Brings the partition where the failure can happen, and gives the submission that fails.
    let make: @Sendable (IntakeBench) async throws -> SubmissionDraft
    /// What happens to the folder once it is written.
    var spoil: @Sendable (_ folder: String) throws -> Void = { _ in }
    /// Files that cannot lie in quarantine, because there were none to take.
    var absent: [String] = []
    /// Files that must not lie there, because a sample in them is called by an identity number.
    var withheld: [String] = []

    var description: String { code.rawValue }

    private static func changed(
        _ code: IntakeFailure.Code, _ step: IntakeStep, _ change: @escaping @Sendable (inout SubmissionDraft) throws -> Void
    ) -> FailureCase {
        FailureCase(code: code, step: step) { _ in
            var draft = try SubmissionDraft.panel(1)
            try change(&draft)
            return draft
        }
    }

    /// After `panel(0)` has been accepted.
    private static func second(
        _ code: IntakeFailure.Code, _ step: IntakeStep,
        _ draft: @escaping @Sendable (_ accepted: String) throws -> SubmissionDraft
    ) -> FailureCase {
        FailureCase(code: code, step: step) { bench in
            try draft(try await bench.submit(SubmissionDraft.panel(0)).submission)
        }
    }

    static let all: [FailureCase] = files + manifests + identities + contents

    private static let files: [FailureCase] = [
        FailureCase(
            code: .fileMissing, step: .filesComplete, make: { _ in try SubmissionDraft.panel(1) },
            spoil: { try FileManager.default.removeItem(atPath: $0 + "/calls.vcf") }, absent: ["calls.vcf"]),
        FailureCase(
            code: .fileNotRegular, step: .filesComplete, make: { _ in try SubmissionDraft.panel(1) },
            spoil: { folder in
                try FileManager.default.moveItem(atPath: folder + "/calls.vcf", toPath: folder + "/elsewhere")
                try FileManager.default.createSymbolicLink(
                    atPath: folder + "/calls.vcf", withDestinationPath: folder + "/elsewhere")
            }, absent: ["calls.vcf"]),
        FailureCase(
            code: .fileSize, step: .filesComplete, make: { _ in try SubmissionDraft.panel(1) },
            spoil: { folder in try Data("cut".utf8).write(to: URL(fileURLWithPath: folder + "/calls.vcf")) }),
        FailureCase(
            code: .checksum, step: .filesComplete, make: { _ in try SubmissionDraft.panel(1) },
            spoil: { folder in
                var bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/calls.vcf"))
                bytes[bytes.count - 2] ^= 1
                try bytes.write(to: URL(fileURLWithPath: folder + "/calls.vcf"))
            }),
        changed(.fileTooLarge, .filesComplete) { $0["files.0.bytes"] = JSONValue(1 << 49) }.without(["calls.vcf"]),
    ]

    private static let manifests: [FailureCase] = [
        changed(.manifestInvalid, .manifestValid) { $0["colour"] = "red" }.without(["calls.vcf", "panel.bed"]),
        changed(.manifestTooLarge, .manifestValid) {
            $0.raw = $0.bytes + [UInt8](repeating: UInt8(ascii: " "), count: JSONReader.sizeLimit)
        }.without(["calls.vcf", "panel.bed"]),
        changed(.unknownLaboratory, .manifestValid) { $0["laboratory"] = "SE24-NOBODY" },
        changed(.unknownController, .manifestValid) { $0["controller"] = "SE24-NOBODY" },
        second(.callSetKnown, .manifestValid) { _ in
            var draft = try SubmissionDraft.panel(1)
            draft["callSets.0.name"] = "C0-G"
            return draft
        },
        changed(.callSetUnknown, .manifestValid) {
            $0["kind"] = "replacement"
            $0["callSets.0.replaces"] = "nothing"
        },
        changed(.caseUnknown, .manifestValid) { $0["kind"] = "addition" },
        changed(.submissionUnknown, .manifestValid) {
            $0["kind"] = "resubmission"
            $0["resubmits"] = "sub-0123456789abcdef"
        },
        second(.submissionState, .manifestValid) { accepted in
            var draft = try SubmissionDraft.panel(1)
            draft["kind"] = "resubmission"
            draft["resubmits"] = JSONValue(accepted)
            return draft
        },
        second(.assayChanged, .manifestValid) { _ in
            var draft = try SubmissionDraft.panel(1)
            draft.put("panel.bed", "1\t1\t300\n", role: "targets")
            return draft
        },
        second(.notCorrectable, .manifestValid) { accepted in
            var draft = try SubmissionDraft.correction(0, of: accepted)
            draft["people.0.sex"] = "male"
            return draft
        },
        FailureCase(code: .metricMissing, step: .qualityPassed) { bench in
            try bench.set("quality.yaml", to: "panel:\n  share-over-20x: {at-least: 0.9, required: true}\n")
            return try SubmissionDraft.panel(1)
        },
        changed(.metricOutside, .qualityPassed) { $0["callSets.0.metrics.0.value"] = 5 },
    ]

    private static let identities: [FailureCase] = [
        changed(.identityInvalid, .identityResolved) { draft in
            let number = try IntakeBench.number(1)
            let last = (number.last?.wholeNumberValue ?? 0) + 1
            draft["people.0.identityNumber"] = JSONValue(String(number.dropLast()) + "\(last % 10)")
        },
        changed(.identityTwice, .identityResolved) { draft in
            var other = try SubmissionDraft.panel(1)
            other["people.0.id"] = "again"
            draft["people.1"] = other["people.0"]
        },
        second(.sexContradicts, .identityResolved) { _ in
            var draft = try SubmissionDraft.panel(0, case: "C0-2")
            draft["people.0.sex"] = "male"
            draft["callSets.0.name"] = "C0-2"
            return draft
        },
        second(.findingUnfounded, .identityResolved) { accepted in
            var draft = try SubmissionDraft.correction(0, of: accepted)
            draft["findings"] = [FindingSubmissionTests.biomarker("F1", specimen: "C0-NOWHERE")]
            return draft
        },
        changed(.birthContradicts, .identityResolved) { $0["people.0.birth"] = "1900-01" },
        second(.callSetOfAnother, .identityResolved) { _ in
            var draft = try SubmissionDraft.panel(1)
            draft["kind"] = "replacement"
            draft["callSets.0.replaces"] = "C0-G"
            return draft
        },
        second(.specimenOfAnother, .identityResolved) { _ in
            var draft = try SubmissionDraft.panel(1)
            draft["specimens.0.name"] = "C0-B"
            draft["callSets.0.specimen"] = "C0-B"
            return draft
        },
        FailureCase(code: .personEnded, step: .identityResolved) { bench in
            let partition = try await bench.open()
            try await bench.submit(SubmissionDraft.panel(0), to: partition)
            if let person = try partition.records.cohortFacts().people.first?.person.pseudonym {
                _ = try await EndData(
                    partition: partition, person: person, act: .stopUsing, decision: "2026-1", actor: "steward"
                ).run()
            }
            var draft = try SubmissionDraft.panel(0, case: "C0-2", variant: 7)
            draft["callSets.0.name"] = "C0-2"
            return draft
        },
    ]

    /// Calls the sample by an identity number.
    private static func named(_ draft: inout SubmissionDraft) throws {
        draft.put("calls.vcf", SubmissionDraft.vcf([try IntakeBench.number(5)], [SubmissionDraft.record(1000)]))
        draft["callSets.0.sample"] = nil
    }

    /// Other failures of a file that names a sample so: it is not kept, whatever else is wrong.
    static let ofNamingFiles: [FailureCase] = [
        FailureCase(
            code: .metricOutside, step: .qualityPassed,
            make: { _ in
                var draft = try SubmissionDraft.panel(1)
                try named(&draft)
                draft["callSets.0.metrics.0.value"] = 1
                return draft
            }, absent: ["calls.vcf"], withheld: ["calls.vcf"]),
        FailureCase(
            code: .checksum, step: .filesComplete,
            make: { _ in
                var draft = try SubmissionDraft.panel(1)
                try named(&draft)
                return draft
            },
            spoil: { folder in
                let path = folder + "/calls.vcf"
                let text = try String(contentsOfFile: path, encoding: .utf8)
                try Data(text.replacing("PASS", with: "SSAP").utf8).write(to: URL(fileURLWithPath: path))
            }, absent: ["calls.vcf"], withheld: ["calls.vcf"]),
    ]

    private static let contents: [FailureCase] = [
        FailureCase(
            code: .identityInFile, step: .identityResolved,
            make: { _ in
                var draft = try SubmissionDraft.panel(1)
                try named(&draft)
                return draft
            }, absent: ["calls.vcf"], withheld: ["calls.vcf"]),
        changed(.sampleUnclaimed, .identityResolved) { draft in
            draft.put("calls.vcf", SubmissionDraft.vcf(["S1", "S2"], [SubmissionDraft.record(1000, ["0/1", "0/1"])]))
        },
        changed(.fileUnusable, .indexed) { draft in
            draft.put("calls.vcf", "these are no calls\n")
        },
        changed(.targetsUnusable, .indexed) { $0.put("panel.bed", "1\t500\t100\n", role: "targets") },
        FailureCase(code: .expandsTooMuch, step: .indexed) { bench in
            try bench.set("partition.yaml", to: "default-controller: SE24-NUS\nexpansion-limit: 10\n")
            var draft = try SubmissionDraft.panel(1)
            let path = bench.root.appendingPathComponent("bomb").path
            try Data(SubmissionDraft.vcf(["S1"], []).utf8).write(to: URL(fileURLWithPath: path))
            // 80 MB of one record that is as it should be.
            let line = SubmissionDraft.record(1000)
            try Shell.run("(cat '\(path)'; yes $'\(line)' | head -c 83886080) | gzip -1 > '\(path).gz'")
            draft["files"] = []
            draft.files = [:]
            draft.put("panel.bed", SubmissionDraft.bed, role: "targets")
            draft.put("calls.vcf.gz", [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + ".gz"))))
            draft["callSets.0.file"] = "calls.vcf.gz"
            return draft
        },
        FailureCase(code: .sharedBinaryFile, step: .indexed) { bench in
            var draft = try SubmissionDraft.panel(1)
            let path = bench.root.appendingPathComponent("pair.vcf").path
            let text = SubmissionDraft.vcf(["S1", "S2"], [SubmissionDraft.record(1000, ["0/1", "0/1"])])
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            try Shell.run("bcftools view -Ob -o '\(path).bcf' '\(path)'")
            draft["files"] = []
            draft.files = [:]
            draft.put("panel.bed", SubmissionDraft.bed, role: "targets")
            draft.put("calls.bcf", [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + ".bcf"))))
            draft["callSets.0.file"] = "calls.bcf"
            draft["callSets.1"] = draft["callSets.0"]
            draft["callSets.1.name"] = "C1-G2"
            draft["callSets.1.sample"] = "S2"
            return draft
        },
    ]

    private func without(_ names: [String]) -> FailureCase {
        var copy = self
        copy.absent = names
        return copy
    }
}
