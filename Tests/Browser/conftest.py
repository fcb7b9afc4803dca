"""A country with data in it, and browsers to look at it with."""
import hashlib
import os
import re
import sys
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from demonstration_nodes import Country  # noqa: E402
import plain  # noqa: E402
from hostile_submissions import submit_hostile  # noqa: E402
from pages import LISTED, PATIENT  # noqa: E402
from signing_in import form_token, sign_in  # noqa: E402
from visitor import Visitor  # noqa: E402


shown = []


@pytest.fixture(scope="session")
def figures():
    """Lines that are shown at the end, whatever came of the tests."""
    return shown


def pytest_terminal_summary(terminalreporter):
    for line in shown:
        terminalreporter.write_line(line)


# Journeys count what is there, so they come before what only looks, and what fills every form with nonsense comes last.
ORDER = ["journey", "test_access", "test_every_page", "test_crawl", "test_headers", "test_sessions", "reflected", "stored"]


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: next((place for place, word in enumerate(ORDER) if word in item.nodeid), len(ORDER)))


@pytest.fixture(scope="session")
def country():
    """Every node of a copy of the demonstration. What a test changes in it stays changed: tests count from what they find."""
    os.environ.setdefault("SAMSYN_SHARE", str(ROOT))
    with tempfile.TemporaryDirectory(prefix="samsyn-browser.") as place:
        country = Country(os.environ["SAMSYN_DEMONSTRATION"], os.environ["SAMSYN_PROGRAM"], Path(place) / "country")
        country.hostile = submit_hostile(country, "24", "lakare-umea", Path(place))
        with country:
            yield country


@pytest.fixture(scope="session")
def browser():
    """Debian's chromium. Names of hosts lead nowhere in it, so that a page that needs another host breaks."""
    arguments = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-gpu"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def visit(country, browser):
    """Makes visitors, signed in where a persona is named, and looks after each test at what their browsers have to say."""
    visitors = []

    def make(node, persona=None, purpose=None, **options):
        visitor = Visitor(browser, country.url(node), **options)
        visitors.append(visitor)
        if persona:
            sign_in(visitor, persona, purpose)
        return visitor

    yield make
    complaints, strayed, dialogs = [], [], []
    for visitor in visitors:
        complaints += visitor.complaints
        strayed += visitor.strayed()
        dialogs += visitor.dialogs
        visitor.close()
    assert not complaints, "the console has complaints"
    assert not strayed, "a request left the node"
    assert not dialogs, "a script that is not ours has spoken"


@pytest.fixture(scope="session")
def people(country, signed_in):
    """Fills a path's `{A}` … `{D}` and the other names of pages.py with what they are in this country."""
    names = {
        "nobody": "0" * 32,
        "knowledge": hashlib.sha256((ROOT / "Examples/knowledge/civic-2026-04-25.jsonl").read_bytes()).hexdigest()[:12],
        "quarantined": next(sent.submission for sent in country.hostile if sent.pseudonym is None),
        "submission": next(sent.submission for sent in country.hostile if sent.pseudonym is not None),
    }

    def event():
        """A look at patient A that can be questioned."""
        cookie = ("samsyn", next(cookie["value"] for cookie in signed_in(**PATIENT)["cookies"] if cookie["name"] == "samsyn"))
        return re.search(r"/me/question/24/(\d+)", plain.ask(country.url("node-24"), "GET", "/me", cookie).body)[1]

    names |= {"signed": country.report("12", "LUN25-LU01"), "draft": country.report("12", "LUN25-BR03")}

    def session(who):
        return next(("samsyn", cookie["value"]) for cookie in signed_in(**who)["cookies"] if cookie["name"] == "samsyn")

    def page(who, path):
        return plain.ask(country.url(who["node"]), "GET", path, session(who), {"Accept": "text/html"}).body

    def take_part(who, people):
        """Puts care relations on record: who is to be recalled is opened by whoever has them in care."""
        token = form_token(page(who, "/purpose"))
        for person in people:
            address = f"/person/24/{person}/care"
            plain.ask(country.url(who["node"]), "POST", address, session(who), {"Accept": "text/html"}, {"sure": "yes", "_csrf": token})

    def listed(wanted):
        """Follows the links of LISTED, and fills in its names; None where the demonstration has none."""
        for group, (who, start, patterns) in LISTED.items():
            if wanted not in group:
                continue
            if wanted == "recall":
                take_part(who, re.findall(r"<td class=\"code\">([0-9a-f]{32})</td>", page(who, start))[:1])
            paths = [start]
            for pattern in patterns[:-1]:
                paths = [found for path in paths for found in re.findall(pattern, page(who, path))]
            found = next((match for path in paths[:60] for match in re.finditer(patterns[-1], page(who, path))), None)
            for number, name in enumerate(group, 1):
                names[name] = found and found[number]
        return names.get(wanted)

    def value(name):
        if name not in names and any(name in group for group in LISTED):
            listed(name)
        if names.get(name, "") is None:
            pytest.skip(f"the demonstration has no {name}")
        if name not in names:
            names[name] = event() if name == "event" else country.pseudonym_of_case("24", 3) if name == "stranger" else country.pseudonym(name)
        return names[name]

    return lambda path: re.sub(r"\{(\w+)\}", lambda match: value(match[1]), path)


@pytest.fixture(scope="session")
def signed_in(country, browser):
    """The cookies of a persona at a node for a purpose: one sign-in for all tests that only look."""
    states = {}

    def state(node, persona, purpose):
        key = (node, persona, purpose)
        if key not in states:
            visitor = Visitor(browser, country.url(node))
            sign_in(visitor, persona, purpose)
            states[key] = visitor.context.storage_state()
            visitor.close()
        return states[key]

    return state


@pytest.fixture(scope="session")
def _profiles(country, browser, signed_in):
    profiles = {}
    yield profiles
    for visitor in profiles.values():
        visitor.close()


@pytest.fixture
def profile(country, browser, signed_in, _profiles):
    """The visitor who looks at a page in a theme; one for each node, persona, purpose and theme, for as long as the tests take."""
    used = []

    def find(look, theme):
        key = (look.node, look.persona, look.purpose, theme)
        if key not in _profiles:
            state = signed_in(look.node, look.persona, look.purpose) if look.persona else None
            _profiles[key] = Visitor(browser, country.url(look.node), storage_state=state, color_scheme=theme)
        used.append(_profiles[key])
        return _profiles[key]

    yield find
    for visitor in used:
        complaints, strayed, dialogs = visitor.complaints[:], visitor.strayed(), visitor.dialogs[:]
        visitor.complaints.clear(), visitor.requests.clear(), visitor.dialogs.clear()
        assert not complaints, "the console has complaints"
        assert not strayed, "a request left the node"
        assert not dialogs, "a script that is not ours has spoken"
