internal import AccessModel
internal import ClinicalModel
internal import Identification
internal import Operations
internal import Records
package import StructuredText

/// What stands around every page: who is looking, for which unit and purpose, the ways to go, language and colours, and what the figures
/// were computed from.
struct PageFrame {
    let site: Site
    let context: PageContext
    /// Path and query of the request, where a form or a link comes back to.
    let address: String

    private var language: Language { context.language }

    /// The whole page's fields; `content` is the page itself.
    func fields(around view: PageView, _ content: Markup) -> PageValue {
        [
            "lang": .text(language.rawValue), "sv": .flag(language == .sv), "en": .flag(language == .en),
            "theme": .text(context.theme.rawValue), "usesKeys": .flag(context.usesKeys), "title": .text(view.title),
            "lead": .text(view.lead),
            "content": .markup(content), "isWide": .flag(view.isWide), "section": .optional(view.section?.rawValue),
            "style": .text(site.address(of: "samsyn.css")), "icon": .text(site.address(of: "samsyn.svg")),
            "scripts": .list((["samsyn.js"] + view.scripts).map { ["address": .text(site.address(of: $0))] }),
            "csrf": .optional(context.visitor?.session.formToken.text), "start": .text(SiteURL.start.path),
            "words": words, "visitor": visitor, "signIn": .text(SiteURL.login(next: nil).path),
            "navigation": navigation(view.section), "languages": languages, "themes": themes,
            "preferences": .text(SiteURL.preferences.path), "here": .text(address),
            "warning": site.node.isDevelopment ? .text(DevelopmentIssuer.warning.text(language)) : .nothing,
            "footer": footer,
        ]
    }

    /// What a page's own template may use of the frame.
    var inner: [String: PageValue] {
        [
            "lang": .text(language.rawValue), "sv": .flag(language == .sv), "en": .flag(language == .en),
            "csrf": .optional(context.visitor?.session.formToken.text), "here": .text(address),
            "usesKeys": .flag(context.usesKeys),
        ]
    }

    private var words: PageValue {
        [
            "skip": .text(language(sv: "Hoppa till innehållet", en: "Skip to the content")),
            "menu": .text(language(sv: "Meny", en: "Menu")),
            "navigation": .text(language(sv: "Delar", en: "Parts")),
            "signIn": .text(language(sv: "Logga in", en: "Sign in")),
            "signOut": .text(language(sv: "Logga ut", en: "Sign out")),
            "purpose": .text(language(sv: "Ändamål", en: "Purpose")),
            "change": .text(language(sv: "Byt", en: "Change")),
            "language": .text(language(sv: "Språk", en: "Language")),
            "theme": .text(language(sv: "Färger", en: "Colours")),
            "set": .text(language(sv: "Ställ in", en: "Set")),
            "design": .text(language(sv: "Formgivning", en: "Design system")),
            "designAddress": .text(SiteURL.design.path),
            "help": .text(language(sv: "Hjälp", en: "Help")),
            "helpAddress": .text(SiteURL.help.path),
        ]
    }

    private var visitor: PageValue {
        guard let visitor = context.visitor else { return .nothing }
        let actor = visitor.actor
        return [
            "name": .text(actor.name), "role": .text(actor.role.title.text(language)), "unit": .text(unit(of: actor)),
            "purpose": .text(
                visitor.purpose.map { site.title(of: $0, language) } ?? language(sv: "Inget valt", en: "None chosen")),
            "hasPurpose": .flag(visitor.purpose != nil), "canChange": .flag(visitor.session.purposes.count > 1),
            "changeAddress": .text(SiteURL.purpose(next: SiteURL.local(address)).path),
            "signOutAddress": .text(SiteURL.logout.path),
        ]
    }

    /// The unit by its name where this node knows it, with its region.
    private func unit(of actor: Actor) -> String {
        let code = actor.careUnit ?? actor.provider
        let region = actor.region.flatMap(Region.of)?.name
        guard let code else { return region ?? language(sv: "Ingen region", en: "No region") }
        let known = actor.region.flatMap { site.node.partitions[$0] }.flatMap { try? $0.records.organisation(code) }
        return [known?.name ?? code.text, region].compactMap { $0 }.joined(separator: ", ")
    }

    private func navigation(_ current: Section?) -> PageValue {
        .list(
            Section.allCases.filter { $0.isOffered(to: context.visitor?.actor.role, for: context.visitor?.purpose) }.map {
                section in
                [
                    "title": .text(section.title.text(language)), "address": .text(section.address.path),
                    "isCurrent": .flag(section == current), "key": .text(section.key),
                ]
            })
    }

    private var languages: PageValue {
        .list(
            Language.allCases.map { other in
                [
                    "code": .text(other.rawValue), "name": .text(other(sv: "Svenska", en: "English")),
                    "isCurrent": .flag(other == language), "address": .text(PageFrame.address(address, in: other)),
                ]
            })
    }

    private var themes: PageValue {
        .list(
            Theme.allCases.map { theme in
                [
                    "code": .text(theme.rawValue), "name": .text(theme.title.text(language)),
                    "isCurrent": .flag(theme == context.theme),
                ]
            })
    }

    private var footer: PageValue {
        let home = context.visitor?.actor.region.flatMap { site.node.partitions[$0] } ?? site.node.partitions.values.first
        let release = home.flatMap { try? $0.records.publicationBatches().last }
        return [
            "node": .text(site.node.name), "version": .text(site.version),
            "release": .text(
                release.map { batch in
                    language(sv: "Utgåva \(batch.number) den ", en: "Release \(batch.number) of ")
                        + DateText.day(batch.closed.date, language)
                } ?? language(sv: "Ingen utgåva ännu", en: "No release yet")),
            "today": .text(DateText.day(site.node.now().date, language)),
        ]
    }

    /// The same address in another language.
    static func address(_ address: String, in language: Language) -> String {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let items = parts.count == 2 ? parts[1].split(separator: "&").filter { !$0.hasPrefix("lang=") }.map(String.init) : []
        return String(parts[0]) + "?" + (items + ["lang=\(language.rawValue)"]).joined(separator: "&")
    }
}

extension Theme {
    package var title: LocalizedText {
        switch self {
        case .system: LocalizedText(sv: "Som datorn", en: "As the computer")
        case .light: LocalizedText(sv: "Ljusa", en: "Light")
        case .dark: LocalizedText(sv: "Mörka", en: "Dark")
        }
    }
}
