internal import ClinicalModel
internal import GRDB
internal import StructuredText

extension RecordsDatabase {
    /// Makes a submission available: everything that it brought, its last steps and its receipt, in one transaction.
    ///
    /// People and specimens that are known are brought up to date. A replaced call set stays as a record, no longer current, and its
    /// successor belongs to the publication batch that it belonged to. Throws where the submission is not on its way.
    package func accept(_ accepted: AcceptedSubmission) throws {
        try write(accepted.submission) { db in
            let submission = try db.requireSubmission(accepted.submission, in: [.received])
            var writing = AcceptedRows(db: db, submission: submission.id)
            for person in accepted.people { try writing.upsert(person) }
            for specimen in accepted.specimens { try writing.upsert(specimen) }
            for assay in accepted.assays { try writing.register(assay) }
            for callSet in accepted.callSets { try writing.insert(callSet) }
            for diagnosis in accepted.diagnoses { try writing.insert(diagnosis) }
            for phenotype in accepted.phenotypes { try writing.insert(phenotype) }
            for treatment in accepted.treatments { try writing.insert(treatment) }
            for relation in accepted.relations { try writing.insert(relation) }
            try writing.record(accepted.findings, of: submission, at: accepted.steps.last?.time ?? submission.received)
            if submission.kind == .resubmission, let mended = submission.concerns {
                // Also what the mended one had been sent to mend.
                try db.execute(
                    sql: """
                        WITH RECURSIVE mended (id) AS (
                            SELECT ? UNION SELECT s.concerns FROM submission s JOIN mended m ON s.id = m.id
                            WHERE s.kind = 'resubmission' AND s.concerns IS NOT NULL)
                        UPDATE submission SET state = 'superseded' WHERE state = 'quarantined' AND id IN (SELECT id FROM mended)
                        """, arguments: [mended])
            }
            try db.insert(accepted.steps, of: submission.id)
            try db.finish(submission.id, .available, receipt: accepted.receipt)
        }
    }

    /// Corrects what an accepted submission said, without its calls, and makes the correction available.
    package func correct(_ correction: MetadataCorrection) throws {
        try write(correction.submission) { db in
            let submission = try db.requireSubmission(correction.submission, in: [.received])
            guard let corrected = submission.concerns else {
                throw RecordsError(.wrongState(submission.kind.rawValue), place: submission.id)
            }
            _ = try db.requireSubmission(corrected, in: [.available])
            // Findings keep naming the submission that they came with, so that a second correction finds them too.
            var writing = AcceptedRows(db: db, submission: corrected)
            for person in correction.people { try writing.upsert(person) }
            for specimen in correction.specimens { try writing.upsert(specimen) }
            for callSet in correction.callSets { try writing.update(callSet) }
            for (name, metrics) in correction.metrics.sorted(by: { $0.key < $1.key }) {
                try writing.replaceMetrics(of: name, with: metrics)
            }
            for person in correction.people { try writing.removeFindings(about: person.pseudonym) }
            for diagnosis in correction.diagnoses { try writing.insert(diagnosis) }
            for phenotype in correction.phenotypes { try writing.insert(phenotype) }
            for treatment in correction.treatments { try writing.insert(treatment) }
            for relation in correction.relations { try writing.insert(relation) }
            try writing.record(correction.findings, of: submission, at: correction.steps.last?.time ?? submission.received)
            try db.insert(correction.steps, of: submission.id)
            try db.finish(submission.id, .available, receipt: correction.receipt)
        }
    }
}
