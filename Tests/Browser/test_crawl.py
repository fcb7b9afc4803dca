"""Follows every link that a persona is shown: none leads nowhere, and every kind of page is among those that are judged."""
import re
from urllib.parse import urljoin, urlsplit

import pytest

import plain
from pages import BIOINFORMATICIAN, GENETICIST, PAGES, PATIENT, PHYSICIAN, RESEARCHER, REVIEWER, STATISTICIAN, STEWARD, Look
from signing_in import session_cookie

WALKERS = {
    "geneticist": GENETICIST, "bioinformatician": BIOINFORMATICIAN, "steward": STEWARD, "reviewer": REVIEWER, "physician": PHYSICIAN,
    "patient": PATIENT, "researcher": RESEARCHER, "statistician": STATISTICIAN,
}
# What of a path names one of many: a person, a submission, a variant, a gene, a number.
VALUES = re.compile(r"^([0-9a-f]{32}|(?:sub|rel)-[0-9a-f]{16}|[0-9XYMT]+-\d+-.*|\d+|[A-Za-z0-9_-]*\d[A-Za-z0-9_.-]*)$")
# No pages: files to keep, and what changes something or belongs to the API.
FILES = re.compile(r"^/(assets/|openapi\.json|health|ready|beacon)|\.(vcf|tsv|csv|json|txt|vcf\.gz)$|^/login/(with|return)|/export")
OF_EACH, AT_MOST = 2, 60


def pattern(path):
    parts = path.split("/")
    if len(parts) > 2 and parts[1] == "gene":
        parts[2] = "…"
    if len(parts) > 3 and parts[1] == "case":
        parts[2] = parts[3] = "…"
        if len(parts) > 5:
            parts[5] = "…"
    if len(parts) > 4 and parts[1:3] == ["classifications", "conflict"]:
        parts[3] = parts[4] = "…"
    return "/".join("…" if VALUES.match(part) else part for part in parts)


JUDGED = {pattern(re.sub(r"\{\w+\}", "0" * 32, look.path.split("?")[0])) for look in PAGES}


@pytest.mark.parametrize("walker", WALKERS)
def test_links(walker, profile):
    who = WALKERS[walker]
    visitor = profile(Look("walk", "/", **who), "light")
    cookie = ("samsyn", session_cookie(visitor)["value"])
    to_see, seen, of_pattern, unjudged, broken = ["/"], {"/"}, {}, set(), []
    while to_see and len(of_pattern) < AT_MOST:
        path = to_see.pop(0)
        kind = pattern(urlsplit(path).path)
        if of_pattern.get(kind, 0) >= OF_EACH:
            continue
        of_pattern[kind] = of_pattern.get(kind, 0) + 1
        answer = plain.ask(visitor.base, "GET", path, cookie, {"Accept": "text/html"})
        if answer.status >= 400:
            broken.append(f"{answer.status} {path}")
            continue
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        if kind not in JUDGED:
            unjudged.add(kind)
        for link in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', answer.body):
            target = urlsplit(urljoin(visitor.base + path, link.replace("&amp;", "&")))
            address = target.path + (f"?{target.query}" if target.query else "")
            if target.netloc == urlsplit(visitor.base).netloc and address not in seen and not FILES.search(target.path):
                seen.add(address)
                to_see.append(address)
    assert broken == []
    assert unjudged == set(), "add these to pages.py"
