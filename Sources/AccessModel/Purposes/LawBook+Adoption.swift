package import ClinicalModel

extension LawBook {
    /// The regime of a day as it would be if every rule that is only proposed had been adopted and held from that day; what is dated later
    /// still comes later. Its identifier says that it is not the law.
    package func regimeIfAdopted(on date: CivilDate) -> Regime {
        let today = regime(on: date)
        var purposes = today.purposes
        for (purpose, versions) in self.purposes {
            guard var rule = versions.last(where: { $0.force == .proposed }) else { continue }
            rule.force = .from(date)
            purposes[purpose] = rule
        }
        var consents = today.consents
        for (kind, versions) in self.consents {
            guard var rule = versions.last(where: { $0.force == .proposed }) else { continue }
            rule.force = .from(date)
            consents[kind] = rule
        }
        return Regime(identifier: name + "-if-adopted-" + date.description, since: date, purposes: purposes, consents: consents)
    }

    /// The days after `date` on which something changes.
    package func changes(after date: CivilDate) -> [CivilDate] { regimes.compactMap(\.since).filter { $0 > date } }
}
