package import ClinicalModel

extension Policy {
    /// Lets out everything that a regime's law does, for whoever wants to see the law alone. No controller has it.
    package static func open(region: RegionCode, controller: OrganisationCode, _ regime: Regime) -> Policy {
        let names = Set(ReleasedDataSet.usual.map(\.name))
        return Policy(
            region: region, controller: controller, version: 0, validFrom: nil, publishers: [],
            rows: regime.purposes.mapValues { _ in Dictionary(uniqueKeysWithValues: Recipient.allCases.map { ($0, .record) }) },
            suppressBelow: leastSuppression, bandFor: [], dataSets: ReleasedDataSet.usual,
            released: regime.purposes.mapValues { _ in names })
    }
}
