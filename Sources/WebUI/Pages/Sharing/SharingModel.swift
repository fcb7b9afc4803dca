internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

/// What leaves a controller: the policy in force, what waits for a second signature, the versions and the batches.
struct SharingModel: PageModel {
    struct Proposal: Sendable {
        let proposal: PolicyProposal
        let policy: Policy
        let differences: [PolicyDifference]
        /// Whether the one who looks now may sign: not who proposed it.
        let maySign: Bool
        let effect: PreviewPolicy.Report?
        /// Of the effect.
        let days: Int
    }

    struct Version: Sendable {
        let version: PolicyVersion
        let isInForce: Bool
        /// How much it changed of the one before.
        let differences: Int
    }

    let region: String
    let controllers: [(code: OrganisationCode, name: String)]
    let controller: OrganisationCode
    let policy: Policy
    let matrix: PolicyMatrix
    let proposal: Proposal?
    /// The latest first.
    let versions: [Version]
    /// The latest first.
    let batches: [PublicationBatch]
    let saved: Saved?

    /// What was done just now.
    enum Saved: String {
        case proposed, published, withdrawn, batch, tooFew = "too-few"
    }

    var json: JSONValue {
        [
            "controller": JSONValue(.string(controller.text)), "policy": JSONValue(.string(policy.reference)),
            "validFrom": JSONValue(policy.validFrom?.description), "suppressBelow": JSONValue(policy.suppressBelow),
            "membershipRisk": JSONValue(policy.membershipRisk), "matrix": matrix.pageJSON,
            "proposal": proposal.map { item in
                [
                    "by": JSONValue(.string(item.proposal.proposer)), "sha256": JSONValue(.string(item.proposal.digest)),
                    "maySign": JSONValue(item.maySign), "differences": JSONValue(item.differences.count),
                    "text": JSONValue(.string(item.proposal.text)),
                ] as JSONValue
            } ?? nil,
            "versions": JSONValue(
                versions.map { item in
                    [
                        "version": JSONValue(item.version.version),
                        "validFrom": JSONValue(.string(item.version.validFrom.description)),
                        "proposedBy": JSONValue(.string(item.version.proposedBy)),
                        "approvedBy": JSONValue(.string(item.version.approvedBy)), "inForce": JSONValue(item.isInForce),
                    ] as JSONValue
                }),
            "batches": JSONValue(
                batches.map { batch in
                    [
                        "number": JSONValue(batch.number), "closed": JSONValue(.string(batch.closed.description)),
                        "people": JSONValue(batch.people), "callSets": JSONValue(batch.callSets),
                    ] as JSONValue
                }),
        ]
    }
}

extension PolicyMatrix {
    var pageJSON: JSONValue {
        JSONValue(
            rows.map { row in
                [
                    "purpose": JSONValue(.string(row.purpose.rawValue)), "inForce": JSONValue(row.isInForce),
                    "cells": JSONValue(
                        row.cells.map { cell in
                            [
                                "recipient": JSONValue(.string(cell.recipient.rawValue)),
                                "law": JSONValue(.string(cell.law.rawValue)), "policy": JSONValue(.string(cell.policy.rawValue)),
                                "effective": JSONValue(.string(cell.effective.rawValue)),
                            ] as JSONValue
                        }),
                ] as JSONValue
            })
    }
}
