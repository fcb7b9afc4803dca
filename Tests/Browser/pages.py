"""Every page of the application with real data in it, and who looks at it. test_crawl.py fails where one is missing here."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """One page as one person sees it. In `path`, `{A}` … `{D}` stand for the people of the demonstration's story, as
    pseudonyms; `{stranger}` for somebody in 24 whom nobody there has in care, `{submission}` and `{quarantined}` for submissions of 24,
    `{knowledge}` for the version of CIViC that waits in 24, `{signed}` and `{draft}` for reports of 12. What stands in LISTED is found on the
    pages that lead there."""

    name: str
    path: str
    node: str = "node-12"
    persona: str | None = None
    purpose: str | None = None
    status: int = 200
    # Whose page it is decides how long it may be kept: a page about somebody is never kept.
    is_personal: bool = True
    # The address leads on to the page that is meant.
    leads_on: bool = False

    def __str__(self):
        return self.name


GENETICIST = {"node": "node-12", "persona": "genetiker-skane", "purpose": "own-patient-care"}
BIOINFORMATICIAN = {"node": "node-24", "persona": "bioinformatiker-umea", "purpose": "laboratory-operation"}
LABORATORY = {"node": "node-14", "persona": "genetiker-goteborg", "purpose": "laboratory-operation"}
STEWARD = {"node": "node-24", "persona": "forvaltare-vasterbotten-1", "purpose": "laboratory-operation"}
REVIEWER = {"node": "node-24", "persona": "logggranskare-vasterbotten", "purpose": "laboratory-operation"}
PHYSICIAN = {"node": "node-24", "persona": "lakare-umea", "purpose": "own-patient-care"}
PATIENT = {"node": "node-24", "persona": "patient-umea", "purpose": "own-access"}
RESEARCHER = {"node": "node-03", "persona": "forskare-uppsala", "purpose": "feasibility"}
STATISTICIAN = {"node": "national", "persona": "statistiker", "purpose": "statistics"}

# Who looks, where the way begins, and a pattern for each link of it; the last one's groups are the values of these names in a path.
LISTED = {
    ("laboratory", "case", "finding"): (BIOINFORMATICIAN, "/cases", [r'href="(/case/[^"]+)"', r'href="/case/([^"/]+)/([^"/]+)/findings/([^"/]+)/interpretation"']),
    ("interpretation",): (BIOINFORMATICIAN, "/cases", [r'href="(/case/[^"]+)"', r'href="/interpretations/([^"/]+)"']),
    ("conflictVariant", "conflictCondition"): (LABORATORY, "/classifications", [r'href="/classifications/conflict/([^"/]+)/([^"/]+)"']),
    ("report",): (BIOINFORMATICIAN, "/reports", [r'href="/reports/24/(rep-[0-9a-f]{16})"']),
    ("recall",): (PHYSICIAN, "/recalls", [r'href="/recalls/(\d+)"']),
}

SHARED, COMMON = "4-1801844-C-G", "1-8496688-A-G"

PAGES = [
    Look("start, signed out", "/", is_personal=False, leads_on=True),
    Look("sign in", "/login", is_personal=False),
    Look("sign in with a persona", "/login/with?provider=development", is_personal=False, leads_on=True),
    Look("start of a geneticist", "/", **GENETICIST),
    Look("start of a bioinformatician", "/", **BIOINFORMATICIAN),
    Look("start of a steward", "/", **STEWARD),
    Look("start of a patient", "/", **PATIENT),
    Look("start of a statistician at the national entry", "/", **STATISTICIAN),
    Look("purpose", "/purpose", **GENETICIST),
    Look("search", "/variant/search", **GENETICIST),
    Look("search without an answer", "/variant/search?q=nonsense", **GENETICIST),
    Look("variant, no patient chosen", f"/variant/{SHARED}", **GENETICIST),
    Look("variant", f"/variant/{SHARED}?scope=nation&patient={{D}}", **GENETICIST),
    Look("variant, refused", f"/variant/{SHARED}?scope=nation&patient={{D}}", "node-12", "genetiker-skane", "another-patients-care"),
    Look("common variant for statistics", f"/variant/{COMMON}?scope=nation", **STATISTICIAN),
    Look("common variant by sex", f"/variant/{COMMON}?scope=nation&by=sex", **STATISTICIAN),
    Look("gene", "/gene/FGFR3?scope=nation&patient={D}", **GENETICIST),
    Look("gene for statistics", "/gene/RERE?scope=nation", **STATISTICIAN),
    Look("range", "/range/22:20000000-22000000?scope=nation", **STATISTICIAN),
    Look("gene, high impact only", "/gene/RERE?scope=nation&impact=HIGH", **STATISTICIAN),
    Look("structural event", "/event/DEL-22-21000001-21010000?scope=nation", **STATISTICIAN),
    Look("requests to regions", "/releases", **GENETICIST),
    Look("a new request", f"/releases/new?variant={SHARED}&region=24&patient={{D}}", **GENETICIST),
    Look("reports", "/reports", **BIOINFORMATICIAN),
    Look("report, signed", "/reports/12/{signed}", **GENETICIST),
    Look("report, a draft", "/reports/12/{draft}", **GENETICIST),
    Look("submissions", "/submissions", **BIOINFORMATICIAN),
    Look("submission", "/submissions/{submission}", **BIOINFORMATICIAN),
    Look("submission in quarantine", "/submissions/{quarantined}", **BIOINFORMATICIAN),
    Look("mending", "/submissions/{quarantined}/mending", **BIOINFORMATICIAN),
    Look("people", "/person", **PHYSICIAN),
    Look("person", "/person/24/{A}", **PHYSICIAN),
    Look("person, as a steward", "/person/24/{A}", **STEWARD),
    Look("person, refused", "/person/24/{stranger}", status=403, **PHYSICIAN),
    Look("cases", "/cases", **BIOINFORMATICIAN),
    Look("case", "/case/SE24-NUS-GMC/UME25-0001", **BIOINFORMATICIAN),
    Look("case, refused", "/case/SE24-NUS-GMC/UME25-0001", status=403, **PHYSICIAN),
    Look("case with findings", "/case/SE12-SUS-GMC/LUN25-LU01", **GENETICIST),
    Look("case of somebody at risk", "/case/SE12-SUS-GMC/LUN25-AR02", **GENETICIST),
    Look("conflicting classifications", "/classifications", **LABORATORY),
    Look("a finding to interpret", "/case/{laboratory}/{case}/findings/{finding}/interpretation", **BIOINFORMATICIAN),
    Look("what is known of a finding", "/case/{laboratory}/{case}/findings/{finding}/evidence", **BIOINFORMATICIAN),
    Look("interpretation", "/interpretations/{interpretation}", **BIOINFORMATICIAN),
    Look("report", "/reports/24/{report}", **BIOINFORMATICIAN),
    Look("conflict", "/classifications/conflict/{conflictVariant}/{conflictCondition}", **LABORATORY),
    Look("recalls of 24", "/recalls", **PHYSICIAN),
    Look("recall", "/recalls/{recall}", **PHYSICIAN),
    Look("rules of interpretation", "/rules", **STEWARD),
    Look("recalls", "/recalls", **GENETICIST),
    Look("knowledge", "/knowledge", **BIOINFORMATICIAN),
    Look("knowledge, a version", "/knowledge/{knowledge}", **BIOINFORMATICIAN),
    Look("knowledge, an item", "/knowledge/{knowledge}/item?key=EID1406", **BIOINFORMATICIAN),
    Look("cohorts", "/cohorts", **STATISTICIAN),
    Look("cohort, answered", "/cohorts?question=sex+%3D+female&scope=nation", **STATISTICIAN),
    Look("enquiries", "/cohorts/enquiries", **RESEARCHER),
    Look("a new enquiry", "/cohorts/new-enquiry", **RESEARCHER),
    Look("codes", "/cohorts/codes?field=diagnosis&q=br", **STATISTICIAN),
    Look("sharing", "/sharing", **STEWARD),
    Look("sharing, a draft", "/sharing/draft?controller=SE24-NUS", **STEWARD),
    Look("sharing, a version", "/sharing/versions/1", **STEWARD),
    Look("ledger", "/ledger", **REVIEWER),
    Look("samples of the ledger", "/ledger/samples", **REVIEWER),
    Look("a sample of the ledger", "/ledger/samples/1", **REVIEWER),
    Look("patients' questions", "/ledger/cases", **REVIEWER),
    Look("a patient's question", "/ledger/cases/1", **REVIEWER),
    Look("my data", "/me", **PATIENT),
    Look("questioning a look", "/me/question/24/{event}", **PATIENT),
    Look("law", "/law", **GENETICIST),
    Look("law, a question", "/law?purpose=another-patients-care&role=clinical-geneticist&asked=count", **GENETICIST),
    Look("legal obstacles", "/law/obstacles", **STEWARD),
    Look("a new legal obstacle", "/law/obstacles/new?purpose=another-patients-care&reason=purpose-not-in-force&point=SOU+2023:76", **GENETICIST),
    Look("network", "/network", **STEWARD),
    Look("help", "/help", **GENETICIST),
    Look("description of the API", "/help/api", **GENETICIST),
    Look("design", "/design", **GENETICIST),
    Look("nothing here", "/nothing/here", status=404, **GENETICIST),
]
