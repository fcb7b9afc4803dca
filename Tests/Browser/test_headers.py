"""What every page tells the browser that it may not do, and how long it may be kept."""
import pytest

import plain
from pages import PAGES
from signing_in import session_cookie

POLICY = {
    "default-src": {"'none'"}, "script-src": {"'self'"}, "style-src": {"'self'"}, "img-src": {"'self'", "data:"}, "font-src": {"'self'"},
    "connect-src": {"'self'"}, "form-action": {"'self'"}, "base-uri": {"'none'"}, "frame-ancestors": {"'none'"},
}


def policy(text):
    return {words[0]: set(words[1:]) for words in (part.split() for part in text.split(";")) if words}


def check(answer, is_personal):
    assert policy(answer.headers["content-security-policy"]) == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] in ("no-referrer", "same-origin")
    assert not any(letter.isdigit() for letter in answer.headers.get("server", "")), "the version is nobody's to look up faults for"
    if is_personal:
        assert "no-store" in answer.headers["cache-control"]
        assert "public" not in answer.headers["cache-control"]


@pytest.mark.parametrize("look", [look for look in PAGES if not look.leads_on], ids=str)
def test_page(look, people, profile):
    visitor = profile(look, "light")
    cookie = ("samsyn", session_cookie(visitor)["value"]) if look.persona else None
    for accept in ("text/html", "application/json"):
        answer = plain.ask(visitor.base, "GET", people(look.path), cookie, {"Accept": accept})
        assert answer.status == look.status
        check(answer, look.is_personal)
        # A page that only looks sets no session anew.
        assert "samsyn=" not in answer.headers.get("set-cookie", "")


def test_assets_are_kept_and_never_personal(profile):
    visitor = profile(PAGES[0], "light")
    visitor.open("/")
    assets = visitor.page.evaluate("[...document.querySelectorAll('link[rel=stylesheet], script[src]')].map((e) => new URL(e.href || e.src).pathname + new URL(e.href || e.src).search)")
    assert assets
    for asset in assets:
        answer = plain.ask(visitor.base, "GET", asset)
        assert answer.status == 200
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-type"].split(";")[0] in ("text/css", "text/javascript")
        assert "set-cookie" not in answer.headers
        assert "no-store" not in answer.headers["cache-control"], "an asset is fetched once"


@pytest.mark.parametrize("path", [
    "/assets/../law/sweden.yaml", "/assets/..%2f..%2fPackage.swift", "/assets/%2e%2e/law/sweden.yaml", "/assets//etc/passwd", "/assets/..%5c..%5clicense",
    "/assets/samsyn.css%00.js", "/assets/",
])
def test_nothing_but_assets_is_an_asset(path, country):
    answer = plain.ask(country.url("node-12"), "GET", path)
    assert answer.status in (400, 404)


def test_a_method_that_a_page_does_not_have(country):
    for method in ("PUT", "DELETE", "PATCH", "TRACE"):
        assert plain.ask(country.url("node-12"), method, "/").status in (403, 404, 405, 501)


@pytest.mark.parametrize("method, path, allow", [("POST", "/help", "GET, HEAD"), ("DELETE", "/law", "GET, HEAD"), ("GET", "/logout", "POST")])
def test_what_an_address_takes_is_said(method, path, allow, country):
    for accept in ("text/html", "application/json"):
        answer = plain.ask(country.url("node-12"), method, path, headers={"Accept": accept})
        assert (answer.status, answer.headers["allow"]) == (405, allow)
        assert answer.headers["content-type"].startswith("text/html" if accept == "text/html" else "application/problem+json")
        # The demonstration speaks plain HTTP, over which it means nothing (RFC 6797).
        assert "strict-transport-security" not in answer.headers


@pytest.mark.parametrize("path", ["/variant/a%2Fb", "/gene/%2e%2e", "/person/24/a%00b", "/variant/" + "A" * 9000])
def test_a_path_that_is_refused_is_a_page_for_people(path, country):
    page = plain.ask(country.url("node-12"), "GET", path, headers={"Accept": "text/html", "Accept-Language": "sv"})
    problem = plain.ask(country.url("node-12"), "GET", path, headers={"Accept": "application/json"})
    assert page.status == problem.status in (400, 414)
    assert page.headers["content-type"].startswith("text/html") and '<html lang="sv"' in page.body
    assert policy(page.headers["content-security-policy"]) == POLICY
    assert problem.headers["content-type"] == "application/problem+json"


def test_a_page_of_a_fault_says_nothing_of_the_program(country):
    for path in ("/nothing", "/variant/%ff%fe", "/variant/" + "A" * 5000, "/person/..%2f..", "/submissions/%00"):
        answer = plain.ask(country.url("node-12"), "GET", path, headers={"Accept": "text/html"})
        assert answer.status < 500, path
        for word in (".swift", "/Sources/", "Swift.", "fatal", "sqlite"):
            assert word not in answer.body
