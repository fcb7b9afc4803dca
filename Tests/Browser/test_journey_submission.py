"""A laboratory in Umeå sends a submission with a mistake, reads what is wrong, mends it, and the count rises by one. Later the data is no
longer to be used, and it falls by one."""
import re

import pytest

from pages import BIOINFORMATICIAN, PHYSICIAN, SHARED
from submission import Submission, unused_identity


@pytest.fixture(scope="module")
def patient(country, tmp_path_factory):
    """Somebody whom the country has not met, with the story's variant."""
    return Submission(tmp_path_factory.mktemp("umea") / "new", "WEBB-1", unused_identity(country))


def national(visitor, patient):
    """Carriers in the nation as a physician in Umeå sees them, how many could have shown the variant, and carriers in the own region."""
    visitor.open(f"/variant/{SHARED}?scope=nation&patient={patient}", lang="sv")
    own = visitor.page.locator("table tr", has=visitor.page.locator("th", has_text="Region Västerbotten")).first
    carriers, covered = re.findall(r"\d+", visitor.page.locator(".figure-large").inner_text())[:2]
    return int(carriers), int(covered), int(own.locator("td.number").first.inner_text())


def test_a_mistake_is_mended_and_the_count_rises_by_one(visit, people, patient):
    per = visit(**PHYSICIAN)
    before = national(per, people("{A}"))

    mikael = visit(**BIOINFORMATICIAN)
    patient.manifest["people"][0]["sex"] = "kvinna"
    patient.write()
    mikael.open("/submissions")
    mikael.page.locator("#manifest").set_input_files(patient.paths[-1])
    mikael.page.locator("#files").set_input_files(patient.paths[:-1])
    mikael.page.locator("section.send button[type=submit]").click()
    mended = mikael.page.locator("textarea[name=manifest]")
    mended.wait_for()
    text = mikael.text()
    assert "people[0].sex" in text and "female" in text, "where it is, and what may stand there"
    assert national(per, people("{A}")) == before

    mended.fill(mended.input_value().replace('"kvinna"', '"female"'))
    form = mikael.page.locator("form.mending")
    form.locator("input[type=file]").set_input_files(patient.paths[:-1])
    form.locator("button[type=submit]").click()
    mikael.page.wait_for_url(re.compile(r"/submissions/sub-[0-9a-f]{16}"))
    assert "WEBB-1" in mikael.text()
    mikael.page.locator("main .state", has_text="Tillgänglig").first.wait_for()

    assert national(per, people("{A}")) == tuple(number + 1 for number in before)


def test_it_falls_when_the_data_is_no_longer_to_be_used(country, visit, people, patient):
    per = visit(**PHYSICIAN)
    before = national(per, people("{A}"))
    pseudonym = country.run("person", "pseudonym", "--data", "data", "--region", "24", text=patient.identity).strip()

    erik = visit("node-24", "forvaltare-vasterbotten-1", "laboratory-operation")
    erik.open("/person")
    erik.page.locator("main input[name=person]").fill(patient.identity)
    with erik.page.expect_navigation():
        erik.page.locator("main form button[type=submit]").first.click()
    assert pseudonym in erik.page.url and patient.identity not in erik.page.url
    erik.page.locator("input[name=act][value=stop-using]").check()
    erik.page.locator("input[name=decision]").fill("HSN-2026-201")
    with erik.page.expect_navigation():
        erik.page.locator("form[action$='/endings'] button[type=submit]").click()
    assert erik.page.locator(".notice-done").count() == 1

    assert national(per, people("{A}")) == tuple(number - 1 for number in before)
