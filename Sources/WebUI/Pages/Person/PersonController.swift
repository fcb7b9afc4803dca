internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import Operations
internal import Records
internal import StructuredText

/// People: the search, the page of one, and the acts on it. Every act asks Operations, which decide and log.
struct PersonController: PageController {
    static let accessesShown = 50

    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.people.route), use: search)
        router.post(RouterPath(SiteURL.people.route), use: find)
        let person = SiteURL.person(region: "", person: "", done: nil)
        router.get(RouterPath(person.route), use: show)
        router.post(RouterPath(SiteURL.personCare(region: "", person: "").route), use: beginCare)
        router.post(RouterPath(SiteURL.personStatements(region: "", person: "").route), use: state)
        router.post(RouterPath(SiteURL.personEndings(region: "", person: "").route), use: end)
    }

    // MARK: Search

    private func people(_ context: PageContext) throws -> PeopleModel {
        let (actor, purpose) = try context.asking()
        let partition = try site.node.partition(
            actor.region, for: .findPerson, by: actor, purpose: purpose, in: context.language)
        return PeopleModel(region: partition.layout.region, mayFind: true, reporting: site.reporting(context))
    }

    @Sendable private func search(_ request: Request, _ context: PageContext) throws -> Response {
        var model = try people(context)
        model.done = request.queryText("done").flatMap { PersonModel.Done(rawValue: $0) }
        return site.answer(model, to: request, context)
    }

    @Sendable private func find(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, purpose) = try context.asking()
        let form = try await PageForm.read(request, context)
        let partition = try site.node.partition(actor.region, in: context.language)
        do {
            let person = try await FindPerson(
                partition: partition, actor: actor, purpose: purpose, text: form.text("person") ?? ""
            ).run()
            return site.redirect(to: .person(region: partition.layout.region.description, person: person.text, done: nil))
        } catch let refusal as PersonRefusal {
            var model = try people(context)
            let facts = ProblemFacts(refusal, context.language)
            model.trouble = facts
            return site.answer(model, to: request, context, status: HTTPResponse.Status(integerLiteral: facts.status))
        }
    }

    // MARK: One person

    private struct Place {
        let partition: Partition
        let person: Pseudonym
        let actor: Actor
        let purpose: Purpose
    }

    private func place(_ context: PageContext) throws -> Place {
        let (actor, purpose) = try context.asking()
        let partition = try site.node.partition(RegionCode(try context.pathText("region")), in: context.language)
        guard let person = Pseudonym(try context.pathText("person")) else { throw PageDetour.notFound }
        return Place(partition: partition, person: person, actor: actor, purpose: purpose)
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let done = request.queryText("done").flatMap { PersonModel.Done(rawValue: $0) }
        return try await answer(try place(context), request, context, done: done)
    }

    /// The page, or why there is none; either way it is in the ledger.
    private func answer(
        _ place: Place, _ request: Request, _ context: PageContext, done: PersonModel.Done? = nil, trouble: ProblemFacts? = nil
    ) async throws -> Response {
        let view = try await ShowPerson(
            partition: place.partition, law: site.node.regulations.law, actor: place.actor, purpose: place.purpose,
            person: place.person
        ).run()
        let status = trouble.map { HTTPResponse.Status(integerLiteral: $0.status) }
        switch view {
        case .refused(let decision, let hasCareRelation):
            let region = place.partition.layout.region
            let mayBegin =
                AdministrativeRights.refusal(of: .beginCare, for: place.actor, purpose: place.purpose, in: region) == nil
            let model = PersonRefusedModel(
                region: region, person: place.person, decision: decision, hasCareRelation: hasCareRelation,
                mayBegin: mayBegin, today: site.node.now().date, reporting: site.reporting(context), trouble: trouble)
            return site.answer(model, to: request, context, status: status ?? .forbidden)
        case .shown(let record):
            var model = try model(record, place, site.reporting(context))
            model.done = done
            model.trouble = trouble
            return site.answer(model, to: request, context, status: status ?? .ok)
        }
    }

    private func model(_ record: PersonRecord, _ place: Place, _ reporting: RefusalReporting?) throws -> PersonModel {
        let (partition, actor, purpose) = (place.partition, place.actor, place.purpose)
        let region = partition.layout.region
        let today = site.node.now().date
        let regime = site.node.regulations.law.regime(on: today)
        let accesses = try partition.patientView(place.person).suffix(PersonController.accessesShown).reversed()
        func may(_ act: AdministrativeAct) -> Bool {
            AdministrativeRights.refusal(of: act, for: actor, purpose: purpose, in: region) == nil
        }
        return PersonModel(
            region: region, record: record,
            names: site.node.regulations.hierarchies.names(of: record.codes),
            units: Dictionary(
                try partition.records.organisations().map { ($0.code.text, $0.name) }, uniquingKeysWith: { first, _ in first }),
            kinds: ConsentKind.allCases.compactMap { kind in
                regime.consents[kind].map { rule in
                    PersonModel.Kind(
                        kind: kind, rule: rule, isInForce: regime.isInForce(kind), holds: record.consents.isInEffect(kind))
                }
            }.sorted { $0.rule.number < $1.rule.number },
            accesses: accesses.map { PersonModel.Access(unit: $0.careUnit, time: $0.time, purpose: $0.purpose) },
            mayState: may(.recordStatement), mayEnd: may(.endData), today: today, reporting: reporting)
    }

    // MARK: Acts

    /// Runs an act whose trouble is shown on the person's page, and goes back there.
    private func acting(
        _ request: Request, _ context: PageContext, _ act: (Place, PageForm) async throws -> Response
    ) async throws -> Response {
        let place = try place(context)
        let form = try await PageForm.read(request, context)
        do {
            return try await act(place, form)
        } catch let refusal as PersonRefusal {
            return try await answer(place, request, context, trouble: ProblemFacts(refusal, context.language))
        } catch let refusal as ConsentRefusal {
            return try await answer(place, request, context, trouble: ProblemFacts.of(refusal, context.language))
        }
    }

    private func back(_ place: Place, _ done: PersonModel.Done) -> Response {
        site.redirect(
            to: .person(region: place.partition.layout.region.description, person: place.person.text, done: done.rawValue))
    }

    @Sendable private func beginCare(_ request: Request, _ context: PageContext) async throws -> Response {
        try await acting(request, context) { place, form in
            guard form.text("sure") == "yes" else { throw PersonRefusal(.noCareRelation) }
            try await TakePart(
                partition: place.partition, actor: place.actor, purpose: place.purpose, person: place.person, from: nil,
                to: form.text("to").flatMap { CivilDate($0) }
            ).run()
            return back(place, .care)
        }
    }

    @Sendable private func state(_ request: Request, _ context: PageContext) async throws -> Response {
        try await acting(request, context) { place, form in
            guard let kind = form.text("kind").flatMap({ ConsentKind(rawValue: $0) }),
                let answer = form.text("answer"), answer == "given" || answer == "ended"
            else { throw PageForm.fault(400, "form-malformed", context) }
            var statement = RecordStatement(
                partition: place.partition, law: site.node.regulations.law, actor: place.actor, purpose: place.purpose,
                person: place.person, kind: kind, isGiven: answer == "given")
            statement.study = form.text("study")
            statement.from = form.text("from").flatMap { CivilDate($0) }
            if let giver = form.text("giver").flatMap({ ConsentEvent.Giver(rawValue: $0) }) { statement.giver = giver }
            switch try await statement.run().effect {
            case .inForce: return back(place, .statementHolds)
            case .withoutEffect(until: .some): return back(place, .statementLater)
            case .withoutEffect(until: nil): return back(place, .statementProposed)
            }
        }
    }

    @Sendable private func end(_ request: Request, _ context: PageContext) async throws -> Response {
        try await acting(request, context) { place, form in
            guard let act = form.text("act").flatMap({ Ending.Act(rawValue: $0) }) else {
                throw PageForm.fault(400, "form-malformed", context)
            }
            var order = OrderEnding(
                partition: place.partition, actor: place.actor, purpose: place.purpose, person: place.person, act: act,
                decision: form.text("decision") ?? "")
            order.copyReference = form.text("copy")
            order.confirmation = form.text("confirmation") ?? ""
            let faults = try await order.run()
            guard faults.isEmpty else {
                let model = EndingFaultModel(
                    region: place.partition.layout.region, person: place.person, act: act, faults: faults)
                return site.answer(model, to: request, context, status: .internalServerError)
            }
            // Nobody is left whose page could be shown.
            return act == .destroy
                ? site.redirect(to: .peopleDone(PersonModel.Done.destroy.rawValue)) : back(place, PersonModel.Done(act))
        }
    }
}
