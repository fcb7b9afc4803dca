internal import AccessModel
internal import ClinicalModel
internal import Hummingbird
internal import Operations
internal import Records
internal import StructuredText

/// A patient's own page. Whom it is about comes from the sign-in, never from the address or a form.
struct MyDataController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.me.route), use: show)
        router.post(RouterPath(OwnDataAddress.statements.route), use: state)
        if let region = RegionCode.all.first {
            let question = OwnDataAddress.question(region, event: 0).route
            router.get(RouterPath(question), use: showQuestion)
            router.post(RouterPath(question), use: ask)
        }
    }

    private func today() -> CivilDate { DateText.swedishDay(site.node.now()) }

    @Sendable private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, purpose) = try context.asking()
        let law = site.node.regulations.law
        let pages = try await ReadOwnPage(
            partitions: site.node.partitions, law: law, actor: actor, purpose: purpose
        ).run()
        let regime = law.regime(on: today())
        return site.answer(
            MyDataModel(
                name: actor.name, pages: pages,
                elsewhere: actor.selves.keys.filter { site.node.partitions[$0] == nil }.sorted(),
                beyondRefusal: regime.beyondRefusal.compactMap { regime.purposes[$0] },
                showsAll: request.queryText("all") == "yes",
                saved: request.queryText("saved").flatMap(MyDataModel.Saved.init(rawValue:)), today: today()), to: request,
            context)
    }

    @Sendable private func state(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        let (partition, person) = try own(form.text("region"), actor)
        try AdministrativeRights.check(.recordStatement, by: actor, for: purpose, in: partition.layout.region)
        guard let kind = form.text("kind").flatMap(ConsentKind.init(rawValue:)), let answer = form.text("answer"),
            ["give", "take-back"].contains(answer)
        else { throw PageDetour.notFound }
        if let study = form.text("study"), !MyDataController.isStudyNumber(study) {
            throw ProblemFacts(
                400, "study-malformed",
                LocalizedText(sv: "Studiens nummer går inte att läsa.", en: "The study's number cannot be read."),
                remedy: LocalizedText(
                    sv: "Skriv numret som det står i brevet, till exempel 2025-01234-01.",
                    en: "Write the number as the letter has it, such as 2025-01234-01."), context.language)
        }
        let effect = try await StateConsent(
            partition: partition, law: site.node.regulations.law, person: person, kind: kind, study: form.text("study"),
            isGiven: answer == "give", from: today(), giver: .patient, recorder: actor.identity
        ).run()
        let saved: MyDataModel.Saved = if case .inForce = effect { .inForce } else { .withoutEffect }
        return site.redirect(to: .mePart(.saved(saved.rawValue)))
    }

    /// As the ethics review authority numbers studies, old and new: digits and hyphens.
    private static func isStudyNumber(_ text: String) -> Bool {
        (6...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "-/".utf8.contains($0) }
    }

    @Sendable private func showQuestion(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, purpose) = try context.asking()
        try AdministrativeRights.check(.openAccessCase, by: actor, for: purpose, in: nil)
        let (partition, person) = try own(try context.pathText("region"), actor)
        let number = Int(try context.pathText("event"))
        guard let access = try partition.patientView(person).first(where: { $0.event == number }) else {
            throw AccessCaseRefusal(.notOwnAccess)
        }
        let units = try site.units(of: partition)
        return site.answer(
            QuestionAccessModel(
                region: partition.layout.region, access: access, unit: access.careUnit.map { units[$0] ?? $0 }), to: request,
            context)
    }

    @Sendable private func ask(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        let (partition, _) = try own(try context.pathText("region"), actor)
        guard let event = Int(try context.pathText("event")) else { throw PageDetour.notFound }
        _ = try await OpenAccessCase(partition: partition, actor: actor, purpose: purpose).run(
            event: event, words: form.text("words") ?? "")
        return site.redirect(to: .mePart(.saved(MyDataModel.Saved.question.rawValue)))
    }

    /// The region's partition, and who the actor is there. Nobody is told whether a region knows somebody else.
    private func own(_ region: String?, _ actor: Actor) throws -> (Partition, Pseudonym) {
        guard let region = region.flatMap({ RegionCode($0) }), let person = actor.selves[region],
            let partition = site.node.partitions[region]
        else { throw PageDetour.notFound }
        return (partition, person)
    }
}
