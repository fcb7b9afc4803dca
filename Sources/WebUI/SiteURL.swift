internal import ClinicalModel

/// Every address of the application: what the routes are made of, and every link. A case's associated values are plain text; `path` escapes
/// them.
package enum SiteURL: Hashable, Sendable {
    // Start and who one is
    case start
    /// The page on which one chooses how to sign in; `next` is where to go afterwards.
    case login(next: String?)
    case beginLogin(provider: String, next: String?)
    /// Where identity providers send people back to.
    case finishLogin
    /// The embedded development issuer's own page.
    case developmentAuthorization
    case logout
    case purpose(next: String?)
    /// Sets language or theme.
    case preferences
    // Variants and genes
    case variantSearch(query: String?)
    case variant(String)
    case gene(String)
    /// What is suggested as one writes into the search.
    case suggestions(query: String?)
    /// A variant's page with how far it asks and what it breaks down by.
    case variantAsked(String, [Item])
    /// A structural event's page with how far it asks.
    case eventAsked(String, [Item])
    /// A gene or a range with how far it asks, filter and order.
    case stretch(Stretch, [Item])
    /// Requests for more than a region answers by itself.
    case releases
    case newRelease([Item])
    case release(String)
    case releaseSteps(String)
    /// Reports, their templates, and one of them.
    case reports
    /// The form that begins one, filled in as far as is known.
    case newReport([Item])
    case reportTemplates
    case report(region: String, report: String, version: Int?)
    case reportSteps(region: String, report: String)
    /// What of knowledge the report rests on.
    case reportCitations(region: String, report: String)
    case reportDocument(region: String, report: String, version: Int?, language: String?)
    /// A place on the same page.
    case anchor(String)
    // Submissions
    case submissions
    case submissionList(state: String?, page: Int?)
    case submission(String)
    /// Files in a form, and a piece of one.
    case submissionFiles(String)
    case submissionFile(String, String)
    case finishSubmission(String)
    case dropUpload(String)
    case mendSubmission(String)
    /// The manifest with identity numbers.
    case originalManifest(String)
    // People
    case people
    /// With what has been done just now.
    case peopleDone(String)
    case person(region: String, person: String, done: String?)
    case personCare(region: String, person: String)
    case personStatements(region: String, person: String)
    case personEndings(region: String, person: String)
    // Cases of laboratories
    case cases
    case laboratoryCase(String, String, done: String?)
    case caseFindings(String, String)
    /// A new interpretation of a finding.
    case findingInterpretation(String, String, String)
    case findingProposal(String, String, String)
    /// What knowledge says of a finding.
    case findingEvidence(String, String, String, page: Int?)
    case interpretation(String)
    case interpretationSteps(String)
    // Classifications and recalls
    case conflicts
    case conflict(String, String)
    case classificationExport(String)
    case recalls
    case recall(Int)
    /// What is shown of computed proposals, and how many sign.
    case rules
    case rulesDone(String)
    case rulesSigning
    // Knowledge
    case knowledge
    /// What a version changes: of one kind, after an item.
    case knowledgeVersion(String, kind: String?, after: String?)
    case knowledgeSteps(String)
    case knowledgeItem(String, key: String)
    // Cohorts
    case cohorts
    case cohortsDone(String)
    case cohortCodes
    case savedQuestion(Int)
    case removeQuestion(Int)
    case enquiries
    case newEnquiry
    case enquiry(String)
    case askEnquiry(String)
    case answerEnquiry(String)
    case closeEnquiry(String)
    // Sharing
    case sharing
    case sharingPart(SharingAddress)
    // Ledger
    case ledger
    case ledgerPart(LedgerAddress)
    // My data
    case me
    case mePart(OwnDataAddress)
    // Law
    case law
    case lawPart(LawAddress)
    // Network, help, design system
    case network
    case help
    case apiDescription
    case design
    case asset(String)

    /// What a link writes: path and query, escaped.
    package var path: String {
        switch self {
        case .start: "/"
        case .login(let next): "/login" + SiteURL.query(["next": next])
        case .beginLogin(let provider, let next): "/login/with" + SiteURL.query(["provider": provider, "next": next])
        case .finishLogin: "/login/return"
        case .developmentAuthorization: "/login/development"
        case .logout: "/logout"
        case .purpose(let next): "/purpose" + SiteURL.query(["next": next])
        case .preferences: "/preferences"
        case .variantSearch(let query): "/variant/search" + SiteURL.query(["q": query])
        case .variant(let name): "/variant/" + SiteURL.escaped(name)
        case .gene(let symbol): "/gene/" + SiteURL.escaped(symbol)
        case .suggestions(let query): "/suggest" + SiteURL.query(["q": query])
        case .variantAsked(let name, let items): "/variant/" + SiteURL.escaped(name) + SiteURL.query(items)
        case .eventAsked(let name, let items): "/event/" + SiteURL.escaped(name) + SiteURL.query(items)
        case .stretch(let stretch, let items): stretch.path + SiteURL.query(items)
        case .releases: "/releases"
        case .newRelease(let items): "/releases/new" + SiteURL.query(items)
        case .release(let id): "/releases/" + SiteURL.escaped(id)
        case .releaseSteps(let id): "/releases/" + SiteURL.escaped(id) + "/steps"
        case .reports: "/reports"
        case .newReport(let items): "/reports" + SiteURL.query(items)
        case .reportTemplates: "/reports/templates"
        case .report(let region, let report, let version):
            SiteURL.report(region, report) + SiteURL.query(["version": version.map(String.init)])
        case .reportSteps(let region, let report): SiteURL.report(region, report) + "/steps"
        case .reportCitations(let region, let report): SiteURL.report(region, report) + "/citations"
        case .reportDocument(let region, let report, let version, let language):
            SiteURL.report(region, report) + "/document"
                + SiteURL.query(["version": version.map(String.init), "language": language])
        case .anchor(let name): "#" + SiteURL.escaped(name)
        case .submissions: "/submissions"
        case .submissionList(let state, let page):
            "/submissions" + SiteURL.query(["state": state, "page": page.map(String.init)])
        case .submission(let id): "/submissions/" + SiteURL.escaped(id)
        case .submissionFiles(let id): "/submissions/" + SiteURL.escaped(id) + "/files"
        case .submissionFile(let id, let file): "/submissions/" + SiteURL.escaped(id) + "/files/" + SiteURL.escaped(file)
        case .finishSubmission(let id): "/submissions/" + SiteURL.escaped(id) + "/completion"
        case .dropUpload(let id): "/submissions/" + SiteURL.escaped(id) + "/removal"
        case .mendSubmission(let id): "/submissions/" + SiteURL.escaped(id) + "/mending"
        case .originalManifest(let id): "/submissions/" + SiteURL.escaped(id) + "/manifest"
        case .people: "/person"
        case .peopleDone(let done): "/person" + SiteURL.query(["done": done])
        case .person(let region, let person, let done):
            "/person/" + SiteURL.escaped(region) + "/" + SiteURL.escaped(person) + SiteURL.query(["done": done])
        case .personCare(let region, let person):
            "/person/" + SiteURL.escaped(region) + "/" + SiteURL.escaped(person) + "/care"
        case .personStatements(let region, let person):
            "/person/" + SiteURL.escaped(region) + "/" + SiteURL.escaped(person) + "/statements"
        case .personEndings(let region, let person):
            "/person/" + SiteURL.escaped(region) + "/" + SiteURL.escaped(person) + "/endings"
        case .cases: "/cases"
        case .laboratoryCase(let laboratory, let name, let done):
            SiteURL.casePath(laboratory, name) + SiteURL.query(["done": done])
        case .caseFindings(let laboratory, let name): SiteURL.casePath(laboratory, name) + "/findings"
        case .findingInterpretation(let laboratory, let name, let finding):
            SiteURL.casePath(laboratory, name) + "/findings/" + SiteURL.escaped(finding) + "/interpretation"
        case .findingProposal(let laboratory, let name, let finding):
            SiteURL.casePath(laboratory, name) + "/findings/" + SiteURL.escaped(finding) + "/proposal"
        case .findingEvidence(let laboratory, let name, let finding, let page):
            SiteURL.casePath(laboratory, name) + "/findings/" + SiteURL.escaped(finding) + "/evidence"
                + SiteURL.query(["page": page.map(String.init)])
        case .interpretation(let name): "/interpretations/" + SiteURL.escaped(name)
        case .interpretationSteps(let name): "/interpretations/" + SiteURL.escaped(name) + "/steps"
        case .conflicts: "/classifications"
        case .conflict(let variant, let condition):
            "/classifications/conflict/" + SiteURL.escaped(variant) + "/" + SiteURL.escaped(condition)
        case .classificationExport(let form): "/classifications/export/" + SiteURL.escaped(form)
        case .recalls: "/recalls"
        case .recall(let number): "/recalls/\(number)"
        case .rules: "/rules"
        case .rulesDone(let done): "/rules" + SiteURL.query(["done": done])
        case .rulesSigning: "/rules/signing"
        case .knowledge: "/knowledge"
        case .knowledgeVersion(let version, let kind, let after):
            "/knowledge/" + SiteURL.escaped(version) + SiteURL.query([Item("kind", kind), Item("after", after)])
        case .knowledgeSteps(let version): "/knowledge/" + SiteURL.escaped(version) + "/steps"
        case .knowledgeItem(let version, let key):
            "/knowledge/" + SiteURL.escaped(version) + "/item" + SiteURL.query(["key": key])
        case .cohorts: "/cohorts"
        case .cohortsDone(let done): "/cohorts" + SiteURL.query(["done": done])
        case .cohortCodes: "/cohorts/codes"
        case .savedQuestion(let id): "/cohorts/saved/\(id)"
        case .removeQuestion(let id): "/cohorts/saved/\(id)/removal"
        case .enquiries: "/cohorts/enquiries"
        case .newEnquiry: "/cohorts/new-enquiry"
        case .enquiry(let id): "/cohorts/enquiries/" + SiteURL.escaped(id)
        case .askEnquiry(let id): "/cohorts/enquiries/" + SiteURL.escaped(id) + "/ask"
        case .answerEnquiry(let id): "/cohorts/enquiries/" + SiteURL.escaped(id) + "/answers"
        case .closeEnquiry(let id): "/cohorts/enquiries/" + SiteURL.escaped(id) + "/close"
        case .sharing: "/sharing"
        case .sharingPart(let part): part.path
        case .ledger: "/ledger"
        case .ledgerPart(let part): part.path
        case .me: "/me"
        case .mePart(let part): part.path
        case .law: "/law"
        case .lawPart(let part): part.path
        case .network: "/network"
        case .help: "/help"
        case .apiDescription: "/help/api"
        case .design: "/design"
        case .asset(let name): "/assets/" + SiteURL.escaped(name)
        }
    }

    private static func report(_ region: String, _ report: String) -> String {
        "/reports/" + escaped(region) + "/" + escaped(report)
    }

    /// What the router is given: `:name` where a value stands, nothing of the query.
    package var route: String {
        switch self {
        case .submission: "/submissions/:submission"
        case .submissionFiles: "/submissions/:submission/files"
        case .submissionFile: "/submissions/:submission/files/:file"
        case .finishSubmission: "/submissions/:submission/completion"
        case .dropUpload: "/submissions/:submission/removal"
        case .mendSubmission: "/submissions/:submission/mending"
        case .originalManifest: "/submissions/:submission/manifest"
        case .person: "/person/:region/:person"
        case .personCare: "/person/:region/:person/care"
        case .personStatements: "/person/:region/:person/statements"
        case .personEndings: "/person/:region/:person/endings"
        case .laboratoryCase: "/case/:laboratory/:case"
        case .caseFindings: "/case/:laboratory/:case/findings"
        case .findingInterpretation: "/case/:laboratory/:case/findings/:finding/interpretation"
        case .findingProposal: "/case/:laboratory/:case/findings/:finding/proposal"
        case .findingEvidence: "/case/:laboratory/:case/findings/:finding/evidence"
        case .interpretation: "/interpretations/:interpretation"
        case .interpretationSteps: "/interpretations/:interpretation/steps"
        case .conflict: "/classifications/conflict/:variant/:condition"
        case .classificationExport: "/classifications/export/:form"
        case .recall: "/recalls/:recall"
        case .knowledgeVersion: "/knowledge/:version"
        case .knowledgeSteps: "/knowledge/:version/steps"
        case .knowledgeItem: "/knowledge/:version/item"
        case .savedQuestion: "/cohorts/saved/:question"
        case .removeQuestion: "/cohorts/saved/:question/removal"
        case .enquiry: "/cohorts/enquiries/:enquiry"
        case .askEnquiry: "/cohorts/enquiries/:enquiry/ask"
        case .answerEnquiry: "/cohorts/enquiries/:enquiry/answers"
        case .closeEnquiry: "/cohorts/enquiries/:enquiry/close"
        case .variant, .variantAsked: "/variant/:variant"
        case .eventAsked: "/event/:event"
        case .gene, .stretch(.gene, _): "/gene/:symbol"
        case .stretch(.range, _): "/range/:range"
        case .report: "/reports/:region/:report"
        case .reportSteps: "/reports/:region/:report/steps"
        case .reportCitations: "/reports/:region/:report/citations"
        case .reportDocument: "/reports/:region/:report/document"
        case .release: "/releases/:release"
        case .releaseSteps: "/releases/:release/steps"
        case .asset: "/assets/:name"
        case .sharingPart(let part): part.route
        case .ledgerPart(let part): part.route
        case .mePart(let part): part.route
        case .lawPart(let part): part.route
        default: String(path.prefix { $0 != "?" })
        }
    }

    /// One of each, for whoever holds addresses against routes.
    package static let examples: [SiteURL] = pages + parts

    private static let pages: [SiteURL] = [
        .start, .login(next: nil), .beginLogin(provider: "p", next: nil), .finishLogin, .developmentAuthorization, .logout,
        .purpose(next: nil), .preferences, .variantSearch(query: nil), .variant("17-43093464-G-A"), .gene("BRCA1"),
        .suggestions(query: nil), .eventAsked("DEL-2-1000-5000", []), .stretch(.range("17:43044295-43125364"), []), .releases,
        .newRelease([]),
        .release("rel-0123456789abcdef"), .releaseSteps("rel-0123456789abcdef"),
        .reports, .newReport([]), .reportTemplates, .report(region: "24", report: "rep-0123456789abcdef", version: nil),
        .reportSteps(region: "24", report: "rep-0123456789abcdef"),
        .reportCitations(region: "24", report: "rep-0123456789abcdef"),
        .reportDocument(region: "24", report: "rep-0123456789abcdef", version: 1, language: "sv"),
        .submissions, .people, .cohorts, .sharing, .ledger, .me, .law, .network, .help, .apiDescription, .design,
        .asset("samsyn.css"),
        .submissionList(state: nil, page: nil), .submission("s"), .submissionFiles("s"), .submissionFile("s", "f"),
        .finishSubmission("s"), .dropUpload("s"), .mendSubmission("s"), .originalManifest("s"), .peopleDone("destroy"),
        .person(region: "24", person: "p", done: nil), .personCare(region: "24", person: "p"),
        .personStatements(region: "24", person: "p"), .personEndings(region: "24", person: "p"), .cohortsDone("saved"),
        .cohortCodes, .savedQuestion(1), .removeQuestion(1), .enquiries, .newEnquiry, .enquiry("e"), .askEnquiry("e"),
        .answerEnquiry("e"), .closeEnquiry("e"),
    ]

    private static func casePath(_ laboratory: String, _ name: String) -> String {
        "/case/" + SiteURL.escaped(laboratory) + "/" + SiteURL.escaped(name)
    }

    private static let parts: [SiteURL] = {
        var parts: [SiteURL] = [
            .cases, .laboratoryCase("l", "c", done: nil), .caseFindings("l", "c"), .findingInterpretation("l", "c", "f"),
            .findingProposal("l", "c", "f"), .interpretation("i"), .interpretationSteps("i"), .conflicts, .conflict("v", "c"),
            .classificationExport("summary"), .recalls, .recall(1), .rules, .rulesDone("decided"), .rulesSigning,
            .findingProposal("l", "c", "f"), .findingEvidence("l", "c", "f", page: nil), .knowledge,
            .knowledgeVersion("v", kind: nil, after: nil), .knowledgeSteps("v"), .knowledgeItem("v", key: "k"),
            .interpretation("i"), .interpretationSteps("i"), .conflicts, .conflict("v", "c"),
            .classificationExport("summary"), .recalls, .recall(1),
            .sharingPart(.version(1)), .sharingPart(.publication), .sharingPart(.withdrawal), .sharingPart(.batches),
            .ledgerPart(.verification), .ledgerPart(.export(format: "csv", LedgerSelection())), .ledgerPart(.samples),
            .ledgerPart(.sample(1)), .ledgerPart(.cases), .ledgerPart(.accessCase(1)), .mePart(.statements),
            .lawPart(.obstacles), .lawPart(.obstacle(1)), .lawPart(.export),
            .lawPart(.report(purpose: "p", reason: "r", legalPoint: "l", region: nil)),
        ]
        if let controller = OrganisationCode("SE24-NUS") { parts.append(.sharingPart(.draft(controller))) }
        if let region = RegionCode.all.first { parts.append(.mePart(.question(region, event: 1))) }
        return parts
    }()
}
