"""Sessions: not planted, not kept after signing out, not used by other sites."""
from urllib.parse import parse_qsl, quote, urlsplit

import pytest

import hostile
import plain
from pages import GENETICIST, PAGES, PATIENT
from signing_in import change_purpose, session_cookie, sign_in, sign_out

PLANTED = "A" * 43


@pytest.fixture
def hostile_site():
    site = hostile.HostileSite()
    yield site
    site.end()


def raw(visitor, method, path, value=None, **options):
    """A request of no browser, with the session that is given."""
    return plain.ask(visitor.base, method, path, ("samsyn", value) if value else None, **options)


def is_signed_in(visitor, cookie, path="/purpose"):
    return raw(visitor, "GET", path, cookie).status == 200


def test_a_planted_session_is_not_used(visit):
    visitor = visit("node-12")
    visitor.open("/login")
    visitor.context.add_cookies([{"name": "samsyn", "value": PLANTED, "url": visitor.base}])
    sign_in(visitor, GENETICIST["persona"], GENETICIST["purpose"])
    assert session_cookie(visitor)["value"] != PLANTED
    assert not is_signed_in(visitor, PLANTED)
    assert is_signed_in(visitor, session_cookie(visitor)["value"])


def test_another_purpose_is_another_session(visit):
    visitor = visit(**GENETICIST)
    before = session_cookie(visitor)["value"]
    change_purpose(visitor, "own-provider-comparison")
    after = session_cookie(visitor)["value"]
    assert after != before
    assert not is_signed_in(visitor, before)
    assert is_signed_in(visitor, after)


def test_a_purpose_of_somebody_else_is_not_given(visit):
    """The form names purposes; a purpose that is not in it is refused, whoever sends it."""
    visitor = visit(**GENETICIST)
    visitor.open("/purpose")
    visitor.page.evaluate("""() => { for (const e of document.querySelectorAll('main [name=purpose]')) { e.value = 'quality-register'; e.checked = true; } }""")
    with visitor.page.expect_navigation():
        visitor.page.evaluate("() => document.querySelector('main [name=purpose]').form.submit()")
    visitor.open("/")
    assert "quality-register" not in visitor.page.content()


def test_signing_out_ends_the_session(visit):
    visitor = visit(**PATIENT)
    visitor.open("/me")
    kept = session_cookie(visitor)["value"]
    secret = visitor.text()
    sign_out(visitor)
    assert not is_signed_in(visitor, kept, "/me")
    visitor.page.go_back()
    visitor.page.wait_for_load_state()
    assert visitor.page.locator("main").inner_text() != secret
    visitor.open("/me")
    assert visitor.path.startswith("/login")


def test_the_cookie_is_not_for_scripts_nor_for_other_sites(visit):
    visitor = visit(**GENETICIST)
    cookie = session_cookie(visitor)
    assert cookie["httpOnly"] and cookie["sameSite"] == "Lax" and cookie["path"] == "/"
    assert cookie["expires"] == -1
    assert len(cookie["value"]) >= 43
    assert visitor.page.evaluate("document.cookie").find(cookie["value"]) == -1


def test_a_form_of_another_origin_does_nothing(visit, hostile_site):
    """The hostile page is on another port of the same host: SameSite does not keep the cookie back, so the node has to."""
    visitor = visit(**GENETICIST)
    before = session_cookie(visitor)["value"]
    hostile_site.pages["/"] = (
        f'<form method="post" action="{visitor.base}/logout"><button>Win a prize</button></form>'
        '<script>document.forms[0].submit()</script>')
    with visitor.page.expect_response(lambda response: response.url.endswith("/logout")) as waiting:
        visitor.page.goto(hostile_site.url("/"))
    assert waiting.value.status == 403
    assert is_signed_in(visitor, before)
    visitor.requests.clear()


def test_no_other_site_frames_a_page(visit, hostile_site):
    visitor = visit(**GENETICIST)
    hostile_site.pages["/"] = f'<iframe src="{visitor.base}/purpose"></iframe>'
    visitor.page.goto(hostile_site.url("/"))
    framed = visitor.page.frames[1]
    assert framed.locator("form").count() == 0
    assert any("frame-ancestors" in complaint for complaint in visitor.complaints)
    visitor.complaints.clear()
    visitor.requests.clear()


def forms(visitor, path):
    visitor.open(path)
    return visitor.page.evaluate("""() => [...document.forms].filter((f) => f.method === 'post').map((f) => ({
        action: new URL(f.action).pathname, hasFiles: f.enctype === 'multipart/form-data', fields: [...new FormData(f)].filter(([n, v]) => typeof v === 'string')}))""")


@pytest.mark.parametrize("look", [look for look in PAGES if look.persona and look.status == 200], ids=str)
def test_no_form_is_taken_without_its_token(look, people, profile):
    visitor = profile(look, "light")
    cookie = session_cookie(visitor)["value"]
    found = forms(visitor, people(look.path))
    assert found, "every page has at least the form that signs out"
    for form in found:
        fields = dict(form["fields"])
        assert fields.pop("_csrf", None), f"{form['action']} has no token"
        for headers, token in [({}, None), ({}, PLANTED), ({"Origin": "http://evil.example"}, "own"), ({"Sec-Fetch-Site": "cross-site"}, "own")]:
            sent = dict(fields)
            if token == "own":
                sent["_csrf"] = dict(form["fields"])["_csrf"]
            elif token:
                sent["_csrf"] = token
            answer = raw(visitor, "POST", form["action"], cookie, headers=dict(headers), form=sent, has_files=form["hasFiles"])
            assert answer.status == 403, f"{form['action']} with {headers} and token {token}: {answer.status}"
    assert is_signed_in(visitor, cookie)


ELSEWHERE = [
    "https://evil.example/", "//evil.example/", "/\\evil.example/", "\\\\evil.example", "/%09/evil.example", "///evil.example",
    "http:evil.example", "javascript:alert(1)", "/\n/evil.example", "https:/evil.example", "@evil.example", ".evil.example",
]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_leads_to_this_node_only(visit, target):
    visitor = visit("node-12")
    sign_in(visitor, GENETICIST["persona"], GENETICIST["purpose"], start="/login?next=" + quote(target, safe=""))
    assert urlsplit(visitor.page.url).netloc == urlsplit(visitor.base).netloc


@pytest.mark.parametrize("target", ELSEWHERE)
def test_choosing_colours_leads_to_this_node_only(country, target):
    answer = plain.ask(country.url("node-12"), "GET", "/preferences?theme=dark&next=" + quote(target, safe=""))
    assert answer.status == 303
    assert answer.location.startswith("/") and not answer.location.startswith(("//", "/\\")), answer.location


def test_signing_in_leads_back_to_where_one_was_going(visit):
    visitor = visit("node-12")
    visitor.open("/variant/4-1801844-C-G")
    sign_in(visitor, GENETICIST["persona"], GENETICIST["purpose"], start=None)
    assert visitor.path == "/variant/4-1801844-C-G"


def test_a_sign_in_that_somebody_else_began_is_refused(visit):
    """Login CSRF: the address that ends A's sign-in, opened in B's browser, signs nobody in. In A's own it works once."""
    victim = visit("node-12")
    begun = plain.ask(victim.base, "GET", "/login/with?provider=development")
    binding = tuple(begun.headers["set-cookie"].split(";")[0].split("=", 1))
    fields = dict(parse_qsl(urlsplit(begun.location).query))
    back = plain.ask(victim.base, "POST", "/login/development", binding, form=fields | {"choice": "genetiker-skane own-patient-care"}).location
    assert back.startswith("/login/return?") and "code=" in back

    answer = victim.open(back)
    assert answer.status == 403
    assert "samsyn" not in victim.cookies()
    # Somebody else has tried it, so the code is spent for its owner, too, or still good for that browser alone; never twice.
    answers = [plain.ask(victim.base, "GET", back, binding) for _ in range(2)]
    assert sum("samsyn=" in answer.headers.get("set-cookie", "") for answer in answers) <= 1
    assert answers[1].status == 403


def test_a_sign_in_leads_nowhere_but_back_to_the_node(visit):
    """The issuer's page gives no code to an address that is not the node's own."""
    base = visit("node-12").base
    fields = dict(parse_qsl(urlsplit(plain.ask(base, "GET", "/login/with?provider=development").location).query))
    for target in ELSEWHERE + [base + "/login/return", "/login/return/../../evil"]:
        answer = plain.ask(base, "POST", "/login/development", form=fields | {"redirect_uri": target, "choice": "genetiker-skane own-patient-care"})
        assert answer.status == 403, target
        assert not answer.location
