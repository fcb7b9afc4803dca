internal import StructuredText

/// One decision being made: a limit that only sinks, and the reasons found on the way.
struct Deliberation {
    let request: AccessRequest
    let regime: Regime
    let policy: Policy
    let rule: PurposeRule
    /// The asker, and whoever the answer would be passed on to.
    let recipients: [Recipient]
    private(set) var limit = Granularity.record
    private(set) var source = Decision.Source.everything
    private var pros: [Reason] = []
    private var cons: [Reason] = []

    init(request: AccessRequest, regime: Regime, policy: Policy, rule: PurposeRule) {
        let recipients = [request.recipient] + (request.question.passedOnTo.map { [$0] } ?? [])
        self.init(request: request, regime: regime, policy: policy, rule: rule, recipients: recipients)
    }

    /// With the recipients given, where the asker is known by nothing else.
    init(request: AccessRequest, regime: Regime, policy: Policy, rule: PurposeRule, recipients: [Recipient]) {
        self.request = request
        self.regime = regime
        self.policy = policy
        self.rule = rule
        self.recipients = recipients
    }

    /// What has been found so far, what speaks against it first.
    var reasons: [Reason] { cons + pros }

    /// Force of the rule and of each kind of data, and the roles that the law admits.
    mutating func weighLaw() {
        if regime.holds(rule.force) {
            support(.force, rule.basis.text, rule.basis.reference)
        } else if let refusal = rule.refusal {
            refuse(.force, refusal.text, refusal.reference)
        } else {
            refuse(.force, ReasonTexts.notInForce(rule.force), rule.basis.reference)
        }
        for kind in request.question.dataKinds.sorted() {
            guard let force = rule.dataKinds[kind], regime.holds(rule.force), !regime.holds(force) else { continue }
            refuse(.dataKind(kind), ReasonTexts.notInForce(kind, force), rule.basis.reference)
        }
        if !rule.roles.contains(request.actor.role) {
            refuse(.role, ReasonTexts.role, rule.basis.reference)
        }
    }

    mutating func weighRequirements() {
        let met = Dictionary(
            rule.requirements.map { ($0.prerequisite, $0.prerequisite.isMet(by: request, under: regime)) },
            uniquingKeysWith: { first, _ in first })
        for requirement in rule.requirements {
            let prerequisite = requirement.prerequisite
            if met[prerequisite] == true {
                support(.prerequisite(prerequisite), prerequisite.fulfilled, requirement.reference)
            } else if prerequisite.presupposes.flatMap({ met[$0] }) == false {
                // What it is a detail of is missing, and told in its own words.
                limit = .refused
            } else {
                refuse(.prerequisite(prerequisite), prerequisite.missing, requirement.reference)
            }
        }
    }

    /// What the person asked about has said. For a question about many it is applied to the rows instead.
    mutating func weighStatements() {
        guard request.question.patient != nil else { return }
        let stopping = Set(
            recipients.flatMap { request.consents.stops(request.purpose, for: $0, under: regime) })
        for kind in ConsentKind.allCases where stopping.contains(kind) {
            guard let consent = regime.consents[kind] else { continue }
            refuse(.statement(kind), ReasonTexts.stopped(by: consent), consent.basis.reference)
        }
    }

    mutating func weighRecipients() {
        for recipient in recipients {
            let granted = rule.limit(for: recipient, role: request.actor.role)
            if granted == .refused {
                // That the data is another provider's may have been told already.
                if cons.contains(where: { $0.code == .prerequisite(.ownProvider) }) { continue }
                refuse(.recipient, ReasonTexts.noRecipient(recipient), rule.basis.reference)
            } else {
                support(.recipient, ReasonTexts.mayHave(recipient, granted), rule.basis.reference)
                limit = min(limit, granted)
            }
            if recipient == .company, request.project == nil {
                refuse(.companyProject, ReasonTexts.companyWithoutProject, rule.basis.reference)
            }
        }
        if rule.recordScope == .namedPatient, request.question.patient == nil, limit == .record {
            limit = .aggregate
            if request.question.asked == .record {
                cons.append(Reason(isFor: false, .recordScope, ReasonTexts.recordsOfOnePatient, rule.basis.reference))
            }
        }
    }

    /// The controller's own limits. They concern what leaves the provider, and only where the law gives it a say.
    mutating func weighPolicy() {
        let leaving = recipients.filter { $0 != .ownProvider }
        guard !leaving.isEmpty else { return }
        guard rule.isBoundByPolicy else {
            return support(.policy, ReasonTexts.noVeto, rule.basis.reference)
        }
        for recipient in leaving {
            let granted = policy.limit(request.purpose, for: recipient)
            if granted == .refused {
                refuse(.policy, ReasonTexts.policyLetsOutNothing(recipient), policy.reference)
            } else {
                support(.policy, ReasonTexts.policyLetsOut(recipient, granted), policy.reference)
                limit = min(limit, granted)
            }
        }
        let dataSets = policy.dataSets(for: request.purpose)
        if dataSets.isEmpty {
            refuse(.dataSets, ReasonTexts.nothingReleased, policy.reference)
        } else {
            source = .dataSets(dataSets)
        }
    }

    /// However little it tells, what is told of one person is a record: a yes or no about a named patient takes as much as the record.
    mutating func weighSinglePerson() {
        guard request.question.patient != nil, limit > .refused, limit < .record else { return }
        refuse(.recordScope, ReasonTexts.onePersonIsARecord, rule.basis.reference)
    }

    var decision: Decision {
        let granted = min(limit, request.question.asked)
        var against = cons
        if limit > .refused, request.question.asked > granted, !against.contains(where: { $0.code == .recordScope }) {
            against.append(Reason(isFor: false, .asked, ReasonTexts.askedForMore(limit), rule.basis.reference))
        }
        return Decision(
            granularity: granted, basis: rule.basis, decides: rule.decides, decider: rule.decider, regime: regime.identifier,
            policy: policy.reference, recipient: request.recipient,
            obligations: granted == .refused ? [] : obligations(for: granted),
            source: granted == .refused ? .everything : source, reasons: against + pros)
    }

    private mutating func support(_ code: Reason.Code, _ text: LocalizedText, _ reference: String) {
        pros.append(Reason(isFor: true, code, text, reference))
    }

    private mutating func refuse(_ code: Reason.Code, _ text: LocalizedText, _ reference: String) {
        limit = .refused
        cons.append(Reason(isFor: false, code, text, reference))
    }
}
