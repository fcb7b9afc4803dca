internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Questions
internal import StructuredText

/// The way from a refusal to the form that reports it as a legal obstacle, with what is known of the refusal filled in: purpose, reason,
/// point of law and the region that refused; never a patient or a variant.
struct RefusalReporting: Sendable {
    /// Of what was refused.
    let purpose: Purpose
    /// The purpose's own point of law, for refusals that name none.
    let basis: String

    func address(_ reason: Reason.Code, point: String? = nil, region: RegionCode? = nil) -> SiteURL {
        .lawPart(.report(purpose: purpose.rawValue, reason: reason.text, legalPoint: point ?? basis, region: region))
    }

    /// By the first reason against. Where the law refuses it does so everywhere; only a policy is one region's.
    func address(_ decision: Decision, of region: RegionCode) -> SiteURL {
        guard let reason = decision.reasonsAgainst.first else { return address(.policy, region: region) }
        return address(reason.code, point: reason.reference, region: reason.code.isOfPolicy ? region : nil)
    }

    /// For each region of an answer that refused.
    func addresses(_ answer: Answer, _ decisions: [RegionCode: Decision]) -> [RegionCode: SiteURL] {
        var addresses: [RegionCode: SiteURL] = [:]
        for region in answer.regions where region.state == .refused {
            // A region that tells no decision has refused by itself, as far as anybody here knows.
            addresses[region.region] =
                decisions[region.region].map { address($0, of: region.region) } ?? address(.policy, region: region.region)
        }
        return addresses
    }

    /// Of a problem; nil for what is no refusal of the law, or is mended by other means than a change of it.
    func address(_ facts: ProblemFacts) -> SiteURL? {
        guard facts.status == 403 else { return nil }
        // A session, a purpose or a second person is what is missing there.
        for prefix in ["foreign-form", "login-", "purpose-", "token-", "policy-", "case-own"] where facts.code.hasPrefix(prefix) {
            return nil
        }
        switch facts.code {
        // PDL: the inner secrecy. HSLF-FS: rights by what the work asks for.
        case "no-care-relation": return address(.prerequisite(.careRelation), point: "PDL 4 kap. 1 §")
        case "not-allowed-region": return address(.recipient, point: "HSLF-FS 2016:40 4 kap.")
        case let code where code.hasPrefix("not-allowed-"): return address(.role, point: "HSLF-FS 2016:40 4 kap.")
        default: return address(.role)
        }
    }

    static func text(_ language: Language) -> String {
        language(sv: "Anmäl som lagligt hinder", en: "Report as a legal obstacle")
    }

    /// The fields of `parts/obstacle`; nothing without an address.
    static func fields(_ address: SiteURL?, _ language: Language) -> PageValue {
        address.map { ["address": .text($0.path), "text": .text(text(language))] } ?? .nothing
    }
}

extension Site {
    /// Of refusals under the visitor's purpose, or another that the page is about. Nil where nobody is signed in for a purpose, or somebody
    /// whose role reports nothing.
    func reporting(_ context: PageContext, about other: Purpose? = nil) -> RefusalReporting? {
        guard let visitor = context.visitor, let purpose = visitor.purpose,
            AdministrativeRights.refusal(of: .reportObstacle, for: visitor.actor, purpose: purpose, in: nil) == nil
        else { return nil }
        let about = other ?? purpose
        let rule = node.regulations.law.regime(on: DateText.swedishDay(node.now())).purposes[about]
        return RefusalReporting(purpose: about, basis: rule?.basis.reference ?? "")
    }
}

extension ProblemFacts {
    /// For the template `parts/trouble`; with `reporting` a refusal leads on to its report.
    func notice(_ language: Language, _ reporting: RefusalReporting? = nil) -> PageValue {
        [
            "title": .text(title), "remedy": .text(remedy), "code": .text(code),
            "obstacle": RefusalReporting.fields(reporting?.address(self), language),
        ]
    }
}

extension [RegionReply] {
    /// Of the regions that tell theirs.
    var decisions: [RegionCode: Decision] {
        Dictionary(
            compactMap { reply in reply.decision.map { (reply.answer.region, $0) } }, uniquingKeysWith: { first, _ in first })
    }
}
