"""Scripts in addresses: every parameter and every part of a path that a page might say again."""
from urllib.parse import quote

import pytest

import hostile
from pages import BIOINFORMATICIAN, GENETICIST, PATIENT, PHYSICIAN, REVIEWER, STATISTICIAN, STEWARD, Look

# `§` is where the payload goes.
PLACES = [
    ("/login?next=§", {"node": "node-12"}),
    ("/login/with?provider=§&next=§", {"node": "node-12"}),
    ("/login/return?state=§&code=§&error=§&error_description=§", {"node": "node-12"}),
    ("/login/development?client_id=§&redirect_uri=§&state=§&scope=§&nonce=§&code_challenge=§", {"node": "node-12"}),
    ("/?lang=§&notice=§&error=§", GENETICIST),
    ("/purpose?next=§", GENETICIST),
    ("/variant/search?q=§", GENETICIST),
    ("/variant/§", GENETICIST),
    ("/gene/§", GENETICIST),
    ("/gene/FGFR3?sort=§&page=§&zygosity=§&origin=§&region=§&frequency=§&from=§&to=§", GENETICIST),
    ("/submissions?state=§&page=§&sort=§", BIOINFORMATICIAN),
    ("/submissions/§", BIOINFORMATICIAN),
    ("/person?q=§", PHYSICIAN),
    ("/person/24/§?done=§", PHYSICIAN),
    ("/person/§/§", PHYSICIAN),
    ("/person?done=§", PHYSICIAN),
    ("/range/§", STATISTICIAN),
    ("/releases/§", GENETICIST),
    ("/releases/new?variant=§&region=§&patient=§&wish=§", GENETICIST),
    ("/variant/4-1801844-C-G?scope=§&patient=§&by=§&together=§", GENETICIST),
    ("/cohorts/saved/§", STATISTICIAN),
    ("/cohorts/enquiries/§", GENETICIST),
    ("/cohorts/codes?system=§&q=§", STATISTICIAN),
    ("/sharing/draft?controller=§", STEWARD),
    ("/sharing/versions/§", STEWARD),
    ("/ledger/cases/§", REVIEWER),
    ("/ledger/samples/§", REVIEWER),
    ("/me?saved=§&all=§", PATIENT),
    ("/me/question/24/§", PATIENT),
    ("/law/obstacles/new?purpose=§&reason=§&point=§&region=§", GENETICIST),
    ("/cohorts?q=§&question=§&name=§", GENETICIST),
    ("/sharing?version=§&controller=§&purpose=§", STEWARD),
    ("/ledger?actor=§&patient=§&person=§&purpose=§&from=§&to=§&action=§&page=§", REVIEWER),
    ("/me?q=§&page=§", PATIENT),
    ("/law?purpose=§&date=§&question=§&regime=§", GENETICIST),
    ("/network?node=§", STATISTICIAN),
    ("/help?term=§&q=§", GENETICIST),
    ("/§", GENETICIST),
]


@pytest.mark.parametrize("payload", hostile.PAYLOADS, ids=["markup", "attribute", "template", "address"])
@pytest.mark.parametrize("place, who", PLACES, ids=[place for place, _ in PLACES])
def test_reflected(place, who, payload, profile):
    visitor = profile(Look("hostile", place, **who), "light")
    answer = visitor.open(place.replace("§", quote(payload, safe="")))
    assert answer.status < 500
    # A path that holds what could lead elsewhere is refused before it comes to a page.
    is_refused = answer.status == 400 and answer.headers["content-type"] == "application/problem+json"
    assert is_refused or "text/html" in answer.headers["content-type"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert hostile.injected(visitor.page) == []
    visitor.page.wait_for_timeout(20)  # a handler of an error that got through would have run by now
