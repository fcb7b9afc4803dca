package import Hummingbird

/// The routes of one part of the application: reads requests, calls Operations, answers with models.
package protocol PageController: Sendable {
    func addRoutes(to router: Router<PageContext>)
}

/// Every part of the application. A new one is a line here.
package func pageControllers(of site: Site) -> [any PageController] {
    [
        AssetController(site: site),
        PreferenceController(site: site),
        SessionController(site: site),
        StartController(site: site),
        PurposeController(site: site),
        HelpController(site: site),
        NetworkController(site: site),
        DesignController(site: site),
        SubmissionController(site: site),
        PersonController(site: site),
        CaseController(site: site),
        InterpretationController(site: site),
        EvidenceController(site: site),
        KnowledgeController(site: site),
        ClassificationController(site: site),
        RulesController(site: site),
        CohortController(site: site),
        EnquiryController(site: site),
        SharingController(site: site),
        DraftController(site: site),
        LedgerController(site: site),
        SampleController(site: site),
        AccessCaseController(site: site),
        MyDataController(site: site),
        LawController(site: site),
        ObstacleController(site: site),
        SearchController(site: site),
        VariantController(site: site),
        StretchController(site: site),
        EventController(site: site),
        ReleaseController(site: site),
        ReportController(site: site),
    ]
}
