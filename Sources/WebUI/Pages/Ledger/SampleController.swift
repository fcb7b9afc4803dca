internal import AccessModel
internal import ClinicalModel
internal import Hummingbird
internal import Operations
internal import Records
internal import StructuredText

/// Drawing samples of the ledger and signing what they showed.
struct SampleController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(LedgerAddress.samples.route), use: list)
        router.post(RouterPath(LedgerAddress.samples.route), use: draw)
        router.get(RouterPath(LedgerAddress.sample(0).route), use: show)
        router.post(RouterPath(LedgerAddress.sample(0).route), use: assess)
    }

    /// The check of the actor's own region, for a log reviewer who may read the ledger now.
    private func check(_ context: PageContext) throws -> CheckSample {
        let (actor, purpose) = try context.asking()
        try AdministrativeRights.check(.answerAccessCase, by: actor, for: purpose, in: actor.region)
        return CheckSample(partition: try site.home(of: actor, context.language), reviewer: actor)
    }

    @Sendable private func list(_ request: Request, _ context: PageContext) throws -> Response {
        let samples = try check(context).partition.records.sampleChecks()
        return site.answer(
            SamplesModel(samples: samples, today: DateText.swedishDay(site.node.now())), to: request, context)
    }

    @Sendable private func draw(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let check = try check(context)
        guard let from = form.text("from").flatMap({ CivilDate($0) }), let to = form.text("to").flatMap({ CivilDate($0) }),
            from <= to, let size = form.text("size").flatMap({ Int($0) }), (1...200).contains(size)
        else {
            throw ProblemFacts(
                400, "sample-malformed",
                LocalizedText(sv: "Perioden eller antalet går inte att läsa.", en: "The period or the number cannot be read."),
                remedy: LocalizedText(
                    sv: "Ange två dagar i ordning och ett antal mellan 1 och 200.",
                    en: "Give two days in order and a number between 1 and 200."), context.language)
        }
        let end = Timestamp(milliseconds: Timestamp(startOf: to.adding(days: 1)).milliseconds - 1)
        let (number, _) = try await check.draw(
            size, seed: UInt64.random(in: 0...UInt64(Int64.max)), period: Timestamp(startOf: from)...end)
        return site.redirect(to: .ledgerPart(.sample(number)))
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let check = try check(context)
        let (actor, purpose) = try context.asking()
        let sample = try find(check, context)
        let events = try check.partition.ledger.events(numbers: sample.events)
        _ = try await check.partition.ledger.append(
            AuditEvent(
                by: actor, at: check.partition.now(), .sampleCheck, process: "ledger sample-check show", purpose: purpose,
                returned: events.count))
        return site.answer(
            SampleModel(sample: sample, events: events, units: try site.units(of: check.partition)), to: request, context)
    }

    @Sendable private func assess(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let check = try check(context)
        let sample = try find(check, context)
        guard let text = form.text("text"), text.contains(where: { !$0.isWhitespace }), text.count <= 4000 else {
            throw ProblemFacts(
                400, "assessment-missing",
                LocalizedText(sv: "Bedömningen saknas eller är för lång.", en: "The assessment is missing or too long."),
                remedy: LocalizedText(sv: "Skriv vad granskningen visade.", en: "Write what the check showed."), context.language)
        }
        guard sample.assessment == nil else {
            throw ProblemFacts(
                409, "wrong-state", LocalizedText(sv: "Stickprovet är redan bedömt.", en: "The sample has been assessed."),
                remedy: LocalizedText(sv: "Läs bedömningen.", en: "Read the assessment."), context.language)
        }
        try await check.assess(sample.id, text)
        return site.redirect(to: .ledgerPart(.sample(sample.id)))
    }

    private func find(_ check: CheckSample, _ context: PageContext) throws -> SampleCheck {
        guard let number = Int(try context.pathText("sample")),
            let sample = try check.partition.records.sampleChecks().first(where: { $0.id == number })
        else { throw PageDetour.notFound }
        return sample
    }
}
