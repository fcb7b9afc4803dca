internal import AccessModel
internal import ClinicalModel
internal import Hummingbird
internal import Operations
internal import Records
internal import StructuredText

/// What a data steward has before them: their region's partition, and the law of the day.
struct PolicyDesk {
    let site: Site
    let partition: Partition
    let actor: Actor
    let purpose: Purpose
    let today: CivilDate

    /// Throws for anybody who may not change the region's policy under the purpose of the session.
    init(_ site: Site, _ context: PageContext) throws {
        self.site = site
        (actor, purpose) = try context.asking()
        try AdministrativeRights.check(.changePolicy, by: actor, for: purpose, in: actor.region)
        partition = try site.home(of: actor, context.language)
        today = DateText.swedishDay(site.node.now())
    }

    var regime: Regime { site.node.regulations.law.regime(on: today) }

    /// The region's controllers that have data or a policy, the default one first.
    func controllers() throws -> [(code: OrganisationCode, name: String)] {
        let known = try partition.records.organisations().filter {
            $0.kind == .controller && $0.region == partition.layout.region
        }
        let published = Set(try partition.records.policies().compactMap(\.controller))
        let proposed = Set(try partition.proposals().map(\.controller))
        let own = [partition.settings.defaultController, actor.provider].compactMap { $0 }
        let shown = known.filter { own.contains($0.code) || published.contains($0.code) || proposed.contains($0.code) }
        return shown.sorted { (own.contains($1.code) ? 1 : 0, $0.code) < (own.contains($0.code) ? 1 : 0, $1.code) }
            .map { ($0.code, $0.name) }
    }

    /// The one that is named, else the first. Throws `PageDetour.notFound` for one that is not the region's.
    func controller(_ text: String?) throws -> OrganisationCode {
        let known = try controllers()
        guard let text else {
            guard let first = known.first else { throw PageDetour.notFound }
            return first.code
        }
        guard let found = known.first(where: { $0.code.text == text }) else { throw PageDetour.notFound }
        return found.code
    }

    /// The latest first, each with how much it changed.
    func versions(of controller: OrganisationCode) throws -> [SharingModel.Version] {
        let published = try partition.records.policies().filter { $0.controller == controller }
        let inForce = published.last { $0.validFrom <= today }?.version
        return try published.reversed().map { version in
            let book = try LoadPolicy.parse(version.text, file: "policy version \(version.version)")
            let before = try earlier(than: version)
            return .init(
                version: version, isInForce: version.version == inForce,
                differences: book.versions.last.map { PolicyDifference.between(before, $0).count } ?? 0)
        }
    }

    /// What held before a version: the publication before it, else the version before in its own text, else nothing.
    func earlier(than version: PolicyVersion) throws -> Policy {
        let book = try LoadPolicy.parse(version.text, file: "policy version \(version.version)")
        let before = try partition.records.policies().last { $0.controller == version.controller && $0.version < version.version }
        if let before, let last = try LoadPolicy.parse(before.text, file: "policy version \(before.version)").versions.last {
            return last
        }
        return book.versions.dropLast().last ?? .closed(region: book.region, controller: book.controller)
    }

    /// What a policy would have changed of the questions of so many days.
    func effect(of policy: Policy, after book: PolicyBook, days: Int) async throws -> PreviewPolicy.Report {
        let first = Timestamp(startOf: today.adding(days: -days))
        return try await PreviewPolicy(
            partition: partition, law: site.node.regulations.law, actor: actor, purpose: purpose
        ).run(policy, after: book, period: first...site.node.now())
    }

    func back(to controller: OrganisationCode, _ saved: SharingModel.Saved) -> Response {
        Site.redirect("/sharing" + SiteURL.query(["controller": controller.text, "saved": saved.rawValue]))
    }
}
