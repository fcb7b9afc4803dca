internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

extension SharingModel {
    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Delning", en: "Sharing"), template: "sharing/policy",
            content: PageValue.fields(MatrixView(matrix: matrix, language: language).fields).with(policyFields(language)).with([
                "proposal": proposal.map { proposalFields($0, language) } ?? .nothing,
                "noProposal": .text(
                    language(sv: "Inget förslag väntar på underskrift.", en: "No proposal waits for a signature.")),
                "proposalTitle": .text(language(sv: "Förslag", en: "Proposal")),
            ]).with(versionFields(language)).with(batchFields(language)), section: .sharing)
        view.lead = language(
            sv: "Vad som lämnar vårdgivaren, till vem och varför. Två personer beslutar.",
            en: "What leaves the care provider, to whom and why. Two people decide.")
        view.isWide = true
        return view
    }

    private func policyFields(_ language: Language) -> [String: PageValue] {
        [
            "saved": .optional(savedText(language)), "isWrong": .flag(saved == .tooFew),
            "controllersTitle": .text(language(sv: "Vårdgivare", en: "Care providers")),
            "hasControllers": .flag(controllers.count > 1),
            "controllers": .list(
                controllers.map { code, name in
                    [
                        "title": .text(name), "address": .text(SharingAddress.policy(code, effectDays: nil).path),
                        "isCurrent": .flag(code == controller),
                    ]
                }),
            "policyTitle": .text(name), "policyText": .text(inForce(language)),
            "edit": .text(SharingAddress.draft(controller).path),
            "editText": .text(language(sv: "Skriv nästa version", en: "Write the next version")),
            "settings": [
                setting(
                    language(sv: "Små tal", en: "Small numbers"),
                    language(
                        sv: "Tal under \(policy.suppressBelow) skyddas", en: "Numbers below \(policy.suppressBelow) are protected"
                    )),
                setting(
                    language(sv: "Visas som intervall för", en: "Shown as an interval for"),
                    names(policy.bandFor, language)),
                setting(
                    language(sv: "Riskbudget per mottagande organisation", en: "Risk budget for each receiving organisation"),
                    PolicyDifference.risk(policy.membershipRisk, language)),
                setting(
                    language(sv: "Kan delas", en: "Can be shared"),
                    policy.dataSets.isEmpty
                        ? language(sv: "ingenting", en: "nothing")
                        : policy.dataSets.map { $0.title.text(language) }.joined(separator: "; ")),
            ],
        ]
    }

    private func setting(_ name: String, _ value: String) -> PageValue { ["name": .text(name), "value": .text(value)] }

    private func names(_ purposes: Set<Purpose>, _ language: Language) -> String {
        purposes.isEmpty
            ? language(sv: "inget ändamål", en: "no purpose")
            : Purpose.allCases.filter(purposes.contains).map { $0.shortTitle.text(language) }.joined(separator: ", ")
    }

    private var name: String { controllers.first { $0.code == controller }?.name ?? controller.text }

    private func inForce(_ language: Language) -> String {
        guard let from = policy.validFrom else {
            return language(
                sv: "Ingen policy gäller. Bara det som lagen tvingar fram lämnar vårdgivaren.",
                en: "No policy is in force. Only what the law compels leaves the provider.")
        }
        return language(
            sv: "Version \(policy.version) gäller sedan \(DateText.day(from, language)).",
            en: "Version \(policy.version) has been in force since \(DateText.day(from, language)).")
    }

    private func savedText(_ language: Language) -> String? {
        switch saved {
        case .proposed:
            language(
                sv: "Förslaget är sparat. En annan person skriver under.", en: "The proposal is kept. Another person signs it.")
        case .published: language(sv: "Policyn är publicerad.", en: "The policy has been published.")
        case .withdrawn: language(sv: "Förslaget är borttaget.", en: "The proposal has been taken away.")
        case .batch: language(sv: "En ny utgåva är publicerad.", en: "A new release has been published.")
        case .tooFew:
            language(
                sv: "Färre än \(PublishBatch.minimumPeople) personer väntar. Så få kan pekas ut.",
                en: "Fewer than \(PublishBatch.minimumPeople) people wait. So few could be singled out.")
        case nil: nil
        }
    }

    private func proposalFields(_ item: Proposal, _ language: Language) -> PageValue {
        let time = item.proposal.time.map { ", " + DateText.moment($0, language) } ?? ""
        let from = item.policy.validFrom.map { DateText.day($0, language) } ?? ""
        return [
            "text": .text(
                language(
                    sv: "\(item.proposal.proposer) har föreslagit version \(item.policy.version), att gälla från \(from)\(time).",
                    en: "\(item.proposal.proposer) has proposed version \(item.policy.version), to hold from \(from)\(time).")),
            "differencesTitle": .text(language(sv: "Det här ändras", en: "What changes")),
            "differences": .list(item.differences.map { $0.value(language) }), "hasDifferences": .flag(!item.differences.isEmpty),
            "noDifferences": .text(language(sv: "Ingenting ändras.", en: "Nothing changes.")),
            "source": .text(item.proposal.text),
            "sourceTitle": .text(language(sv: "Texten som skrivs under", en: "The text that is signed")),
            "digestText": .text("SHA-256"), "digest": .text(item.proposal.digest), "controller": .text(controller.text),
            "maySign": .flag(item.maySign), "sign": .text(language(sv: "Skriv under och publicera", en: "Sign and publish")),
            "mayNot": .text(
                language(
                    sv: "Du föreslog den. En annan person måste skriva under.",
                    en: "You proposed it. Another person has to sign.")),
            "publication": .text(SharingAddress.publication.path), "withdrawal": .text(SharingAddress.withdrawal.path),
            "withdraw": .text(language(sv: "Ta bort förslaget", en: "Take the proposal away")),
            "effect": item.effect.map { EffectView(report: $0, language: language).fields } ?? .nothing,
            "effectText": .text(
                language(
                    sv: "Visa effekten på frågor som har ställts de senaste", en: "Show the effect on questions of the last")),
            "effectPeriods": .list(
                PreviewPolicy.periods.map { days in
                    [
                        "title": .text(EffectView.period(days, language)),
                        "address": .text(SharingAddress.policy(controller, effectDays: days).path + "#effect"),
                        "isCurrent": .flag(item.effect != nil && days == item.days),
                    ]
                }),
        ]
    }

    private func versionFields(_ language: Language) -> [String: PageValue] {
        [
            "versionsTitle": .text(language(sv: "Versioner", en: "Versions")), "hasVersions": .flag(!versions.isEmpty),
            "noVersions": .text(language(sv: "Ingen version är publicerad.", en: "No version has been published.")),
            "versionColumns": [
                .text(language(sv: "Publicering", en: "Publication")), .text(language(sv: "Gäller från", en: "Holds from")),
                .text(language(sv: "Föreslagen av", en: "Proposed by")), .text(language(sv: "Underskriven av", en: "Signed by")),
                .text(language(sv: "Publicerad", en: "Published")), .text(language(sv: "Ändringar", en: "Changes")),
            ],
            "versions": .list(
                versions.map { item in
                    [
                        "number": .text(String(item.version.version)),
                        "address": .text(SharingAddress.version(item.version.version).path),
                        "from": .text(DateText.shortDay(item.version.validFrom, language)),
                        "proposedBy": .text(item.version.proposedBy), "approvedBy": .text(item.version.approvedBy),
                        "published": .text(DateText.shortMoment(item.version.published, language)),
                        "changes": .text(PageNumber.whole(item.differences, language)), "isInForce": .flag(item.isInForce),
                        "inForceText": .text(language(sv: "Gäller", en: "In force")),
                    ]
                }),
        ]
    }

    private func batchFields(_ language: Language) -> [String: PageValue] {
        [
            "batchesTitle": .text(language(sv: "Utgåvor", en: "Releases")),
            "batchesText": .text(
                language(
                    sv:
                        "Nya personer blir synliga för andra regioner alla på en gång, minst \(PublishBatch.minimumPeople) åt gången.",
                    en:
                        "New people become visible to other regions all at once, at least \(PublishBatch.minimumPeople) at a time."
                )),
            "hasBatches": .flag(!batches.isEmpty), "noBatches": .text(language(sv: "Ingen utgåva ännu.", en: "No release yet.")),
            "batchColumns": [
                .text(language(sv: "Nr", en: "No.")), .text(language(sv: "Publicerad", en: "Published")),
                .text(language(sv: "Personer", en: "People")), .text(language(sv: "Analyser", en: "Call sets")),
            ],
            "batches": .list(
                batches.prefix(20).map { batch in
                    [
                        "number": .text(String(batch.number)), "closed": .text(DateText.shortMoment(batch.closed, language)),
                        "people": .text(PageNumber.whole(batch.people, language)),
                        "callSets": .text(PageNumber.whole(batch.callSets, language)),
                    ]
                }),
            "batchAddress": .text(SharingAddress.batches.path), "controller": .text(controller.text),
            "batchButton": .text(language(sv: "Publicera det som väntar", en: "Publish what waits")),
        ]
    }
}

extension PolicyDifference {
    func value(_ language: Language) -> PageValue {
        [
            "text": .text(text(language)), "isWider": .flag(isWider),
            "direction": .text(
                isWider ? language(sv: "Mer delas", en: "More is shared") : language(sv: "Mindre delas", en: "Less is shared")),
        ]
    }
}
