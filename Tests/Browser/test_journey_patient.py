"""Patient A in Umeå reads who looked, questions it, and gets an answer that the region has to give."""
from pages import PATIENT, REVIEWER

WORDS = "Jag har aldrig varit på den mottagningen. Varför har någon där öppnat min journal?"
ANSWER = "Läkaren deltog i din vård: remissen kom från barnkliniken i september."


def test_who_looked_is_questioned_and_answered(visit):
    patient = visit(**PATIENT)
    patient.open("/me", lang="sv")
    accesses = patient.page.locator("ul.accesses")
    assert "Norrlands universitetssjukhus" in accesses.inner_text()
    # Somebody in Skåne tried, and was stopped: that, too, is the patient's to read, with the reason.
    assert accesses.locator("li.stopped").count() >= 1

    own = accesses.locator("li:not(.stopped)", has_text="Norrlands universitetssjukhus").last
    own.locator("a[href^='/me/question']").click()
    patient.page.locator("textarea[name=words]").fill(WORDS)
    with patient.page.expect_navigation():
        patient.page.locator("main form button[type=submit]").click()
    assert patient.path == "/me"
    assert WORDS in patient.text()

    rune = visit(**REVIEWER)
    rune.open("/ledger/cases", lang="sv")
    rune.page.locator("section:has(#cases) tbody a").first.click()
    assert WORDS in rune.text()
    with rune.page.expect_navigation():
        rune.page.locator("button[name=act][value=take]").click()
    rune.page.locator("input[name=finding]").first.check()
    rune.page.locator("textarea[name=text]").fill(ANSWER)
    with rune.page.expect_navigation():
        rune.page.locator("button[name=act][value=answer]").click()

    patient.open("/me", lang="sv")
    assert ANSWER in patient.text()


def test_a_no_is_given_and_taken_back(visit):
    patient = visit(**PATIENT)
    patient.open("/me", lang="sv")
    card = patient.page.locator("article.card", has=patient.page.locator("button[value=give]")).first
    name = card.get_attribute("id")
    with patient.page.expect_navigation():
        card.locator("button[value=give]").first.click()
    assert patient.page.locator(".notice-done").count() == 1
    with patient.page.expect_navigation():
        patient.page.locator(f"article[id='{name}'] button[value=take-back]").first.click()
    assert patient.page.locator(f"article[id='{name}'] button[value=give]").count() >= 1
