"""Scripts in what is kept: every free text of a submission, and every field of every form, seen again by everybody who may see it."""
import pytest

import hostile
from pages import BIOINFORMATICIAN, PAGES, PHYSICIAN, Look

# Forms that would end the session, or take their fields from lists alone.
NOT_FILLED = ("/logout", "/preferences", "/purpose", "/login/development")

FILL = """([payloads, skipped]) => {
    const filled = [];
    for (const form of document.forms) {
        const action = new URL(form.action).pathname;
        if (skipped.includes(action)) continue;
        let texts = 0;
        for (const field of form.elements) {
            if (field.tagName === 'TEXTAREA' || (field.tagName === 'INPUT' && ['text', 'search', ''].includes(field.type))) {
                field.removeAttribute('maxlength'); field.removeAttribute('pattern');
                field.value = payloads[texts++ % payloads.length];
            } else if (field.type === 'checkbox' && field.required) field.checked = true;
            else if (field.tagName === 'SELECT' && !field.value && field.options.length > 1) field.selectedIndex = 1;
            else if (field.type === 'date' && !field.value) field.value = '2026-11-21';
        }
        if (texts) filled.push({number: [...document.forms].indexOf(form), action});
    }
    return filled;
}"""

def test_submissions(country, profile):
    """The pages of hostile submissions and of the people in them."""
    visitor = profile(Look("hostile", "/", **BIOINFORMATICIAN), "light")
    for sent in country.hostile:
        answer = visitor.open(f"/submissions/{sent.submission}", lang="sv")
        assert answer.status == 200, sent
        assert hostile.injected(visitor.page) == [], sent.name
    visitor.open("/submissions")
    assert hostile.injected(visitor.page) == []
    visitor = profile(Look("hostile", "/", **PHYSICIAN), "light")
    for sent in country.hostile:
        if sent.pseudonym:
            answer = visitor.open(f"/person/24/{sent.pseudonym}")
            assert answer.status == 200, sent
            assert hostile.injected(visitor.page) == [], sent.name


@pytest.mark.parametrize("look", [look for look in PAGES if look.persona and look.status == 200], ids=str)
def test_forms(look, people, profile):
    """Every text of every form of a page filled with markup and sent, one form at a time; what comes back is text."""
    visitor = profile(look, "light")
    visitor.open(people(look.path))
    for form in visitor.page.evaluate(FILL, [hostile.PAYLOADS, list(NOT_FILLED)]):
        visitor.open(people(look.path))
        visitor.page.evaluate(FILL, [hostile.PAYLOADS, list(NOT_FILLED)])
        with visitor.page.expect_navigation(wait_until="load"):
            visitor.page.evaluate("(number) => HTMLFormElement.prototype.submit.call(document.forms[number])", form["number"])
        assert "Internal Server Error" not in visitor.page.content()
        assert hostile.injected(visitor.page) == [], form["action"]


@pytest.mark.parametrize("look", [look for look in PAGES if look.persona], ids=str)
def test_seen_again(look, people, profile):
    """Everybody's pages once the forms have been sent."""
    visitor = profile(look, "light")
    visitor.open(people(look.path), lang="sv")
    assert hostile.injected(visitor.page) == []
