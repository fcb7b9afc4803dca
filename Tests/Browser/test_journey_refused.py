"""Patients A, B and C for the care of D: not today, and the page says why. What the law stops is written down as a legal obstacle."""
from pages import GENETICIST, SHARED
from signing_in import change_purpose

SENTENCE = "inte tillåter datadelning av hälsodata för sekundäranvändning till diagnostik"


def test_refused_and_why(visit, people):
    ingrid = visit(**GENETICIST)
    change_purpose(ingrid, "another-patients-care")
    ingrid.open(f"/variant/{SHARED}?scope=nation&patient={people('{D}')}")
    text = ingrid.text()
    assert SENTENCE in text
    assert ingrid.page.locator("table .state-refused").count() == 7
    assert ingrid.page.locator(".figure-large.is-empty").count() == 1
    # Where it is refused it can be reported, with what refused filled in and nothing of whom or what was asked about.
    report = ingrid.page.locator(".refusals a[href^='/law/obstacles/new']").first.get_attribute("href")
    assert "purpose=another-patients-care" in report and SHARED not in report and people("{D}") not in report

    # The same question under the law that is proposed, side by side.
    ingrid.open("/law?purpose=another-patients-care&role=clinical-geneticist&asked=count")
    assert ingrid.page.locator("article.decision").count() == 2
    assert ingrid.page.locator("article.decision.refused").count() >= 1

    ingrid.page.locator("article.decision.refused a[href^='/law/obstacles']").first.click()
    ingrid.page.locator("textarea[name=words]").fill("Ett barn i Skåne får inte nytta av det som är känt i Umeå.")
    with ingrid.page.expect_navigation():
        ingrid.page.locator("main form button[type=submit]").click()
    assert ingrid.page.locator(".notice-done").count() == 1

    nils = visit("node-12", "forvaltare-skane-1", "laboratory-operation")
    nils.open("/law/obstacles")
    assert "Ett barn i Skåne får inte nytta av det som är känt i Umeå." in nils.text()
