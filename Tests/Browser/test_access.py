"""Forced browsing: access.csv says for every page, every role and purpose what comes of asking for it. The table is the test.

Rows are addresses, columns are `persona@node/purpose`; a cell is the status, or `login` where one is sent to sign in first. `{A}` … stand
for people of the demonstration's story. POST rows send the fields that follow the address, with the session's own token; those who may do
it are asked for something that is not there, so that nothing is changed.
"""
import csv
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

import plain
from signing_in import form_token

with open(Path(__file__).with_name("access.csv"), newline="") as file:
    rows = [row for row in csv.reader(file, skipinitialspace=True) if row and not row[0].startswith("#")]
HEADER, TABLE = [cell.strip() for cell in rows[0][1:]], rows[1:]
CELLS = [(row[0].strip(), who, cell.strip()) for row in TABLE for who, cell in zip(HEADER, row[1:], strict=True)]


@pytest.fixture(scope="session")
def entry(country, signed_in):
    """Base address, cookie and form token of a column."""
    entries = {}

    def find(who):
        if who not in entries:
            persona, _, rest = who.partition("@")
            node, _, purpose = rest.partition("/")
            base = country.url(node)
            if persona == "nobody":
                entries[who] = (base, None, "")
            else:
                cookies = signed_in(node, persona, purpose)["cookies"]
                cookie = next(("samsyn", cookie["value"]) for cookie in cookies if cookie["name"] == "samsyn")
                entries[who] = (base, cookie, form_token(plain.ask(base, "GET", "/purpose", cookie).body))
        return entries[who]

    return find


@pytest.mark.parametrize("address, who, expected", CELLS, ids=[f"{who} {address}" for address, who, _ in CELLS])
def test_access(address, who, expected, entry, people):
    base, cookie, token = entry(who)
    method, path, fields = (address.split(" ") + [""])[:3]
    form = dict(parse_qsl(fields)) | {"_csrf": token} if method == "POST" else None
    answer = plain.ask(base, method, people(path), cookie, {"Accept": "text/html"}, form)
    if expected == "login":
        assert answer.status == 303 and answer.location.startswith("/login"), (answer.status, answer.location)
    else:
        assert str(answer.status) == expected, answer.location


def test_the_table_is_whole():
    """Who has not signed in is let in nowhere but where everybody is; nobody's row is all 200 but for such pages."""
    open_to_all = {address for address, who, expected in CELLS if who.startswith("nobody") and expected == "200"}
    assert open_to_all == {"GET /login", "GET /help", "GET /design", "GET /law"}
    for address, _, *cells in ([row[0].strip()] + [cell.strip() for cell in row[1:]] for row in TABLE):
        everybody = {"/", "/login", "/purpose", "/help", "/design", "/law", "/variant", "/gene", "/suggest", "/releases", "/law/obstacles/new",
                     "/variant/search", "/variant/4-1801844-C-G", "/gene/FGFR3", "/cohorts/enquiries"}
        if address.split(" ")[1].split("?")[0] not in everybody:
            assert set(cells) & {"403", "404", "401"}, f"{address} is refused to somebody"
