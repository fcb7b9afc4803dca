package import ClinicalModel
internal import GenomeModel
package import StructuredText

/// The next version of a controller's policy while somebody is writing it: what may be changed by form. What can be shared, the data sets
/// themselves, stays as it is.
package struct PolicyDraft: Hashable, Sendable {
    package var validFrom: CivilDate
    /// Who proposes it, and who is to sign it.
    package var publishers: [String]
    package var rows: [Purpose: [Recipient: Granularity]]
    package var suppressBelow: Int
    package var bandFor: Set<Purpose>
    package var released: [Purpose: Set<String>]
    package var membershipRisk: Double?

    /// Begins where the latest version of the book ends; with nothing shared where there is none.
    package init(after book: PolicyBook, validFrom: CivilDate, publishers: [String]) {
        let last = book.versions.last ?? .closed(region: book.region, controller: book.controller)
        self.validFrom = validFrom
        self.publishers = publishers
        rows = last.rows
        suppressBelow = last.suppressBelow
        bandFor = last.bandFor
        released = last.released
        membershipRisk = last.membershipRisk
    }

    /// Why it cannot be the next version.
    package enum Fault: String, Error, Sendable, CaseIterable {
        case notLater, onePublisher, suppressionTooLow, unknownDataSet, riskNotPositive

        package var message: LocalizedText {
            switch self {
            case .notLater:
                LocalizedText(
                    sv: "Versionen måste gälla från en senare dag än den förra.",
                    en: "The version has to hold from a later day than the one before.")
            case .onePublisher:
                LocalizedText(
                    sv: "Två olika personer måste stå för en policy.", en: "Two different people have to answer for a policy.")
            case .suppressionTooLow:
                LocalizedText(
                    sv: "Gränsen för små tal måste vara minst \(Policy.leastSuppression).",
                    en: "The limit for small numbers has to be at least \(Policy.leastSuppression).")
            case .unknownDataSet:
                LocalizedText(sv: "Datamängden finns inte.", en: "There is no such data set.")
            case .riskNotPositive:
                LocalizedText(
                    sv: "Riskbudgeten måste vara ett tal större än noll.", en: "The risk budget has to be a number above zero.")
            }
        }
    }

    /// The book with the draft as its next version.
    package func book(after book: PolicyBook) throws(Fault) -> PolicyBook {
        let last = book.versions.last ?? .closed(region: book.region, controller: book.controller)
        if let before = last.validFrom, validFrom <= before { throw .notLater }
        guard Set(publishers.map(Actor.comparable)).count >= 2 else { throw .onePublisher }
        guard suppressBelow >= Policy.leastSuppression else { throw .suppressionTooLow }
        if let membershipRisk, !(membershipRisk > 0 && membershipRisk.isFinite) { throw .riskNotPositive }
        let dataSets = last.dataSets.isEmpty ? ReleasedDataSet.usual : last.dataSets
        let names = Set(dataSets.map(\.name))
        guard released.values.allSatisfy({ $0.isSubset(of: names) }) else { throw .unknownDataSet }
        let policy = Policy(
            region: book.region, controller: book.controller, version: last.version + 1, validFrom: validFrom,
            publishers: publishers, rows: rows.filter { !$0.value.isEmpty }, suppressBelow: suppressBelow, bandFor: bandFor,
            dataSets: dataSets, released: released.filter { !$0.value.isEmpty }, membershipRisk: membershipRisk)
        return PolicyBook(region: book.region, controller: book.controller, versions: book.versions + [policy])
    }
}

extension ReleasedDataSet {
    /// What a controller that has named nothing yet can share.
    package static let usual = [
        ReleasedDataSet(
            name: "germline", title: LocalizedText(sv: "Ärftliga varianter, alla områden", en: "Germline variants, all areas"),
            areas: [.rare, .solid, .haematology, .childhoodCancer], origins: [.germline], assayKinds: [.panel, .exome, .genome]),
        ReleasedDataSet(
            name: "tumour", title: LocalizedText(sv: "Tumörvarianter", en: "Tumour variants"),
            areas: [.solid, .haematology, .childhoodCancer], origins: [.tumour], assayKinds: [.panel, .exome, .genome]),
    ]
}

extension Actor {
    /// Two identities that differ only by letter case or by white space around them are the same person: HSA identities are written
    /// either way.
    package static func comparable(_ identity: String) -> String {
        identity.split(whereSeparator: \.isWhitespace).joined(separator: " ").uppercased()
    }

    package func isSamePerson(as identity: String) -> Bool { Actor.comparable(self.identity) == Actor.comparable(identity) }
}
