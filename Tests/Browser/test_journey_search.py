"""A geneticist in Skåne meets a variant in a child and wants to know how often it is seen in the country."""
import pytest

from pages import GENETICIST, SHARED

HGVS = "NC_000004.12:g.1801844C>G"


def carriers(visitor, region):
    """What the table of regions says: whether one has answered, and how many carry it there."""
    row = visitor.page.locator("table tr", has=visitor.page.locator("th", has_text=region)).first
    return row.locator(".state-answered").count() == 1, row.locator("td.number").first.inner_text()


def ask_for(visitor, patient):
    """Says for whose care one asks, and asks the nation."""
    visitor.page.locator("select[name=patient]").select_option(patient)
    visitor.page.locator("select[name=scope]").select_option("nation")
    with visitor.page.expect_navigation():
        visitor.page.locator("form.asking button").click()


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_variant_is_found_by_any_of_its_names(visit, people, has_scripts):
    ingrid = visit(**GENETICIST, java_script_enabled=has_scripts)
    ingrid.open("/")
    field = ingrid.page.locator("input[type=search]").first
    field.fill(HGVS)
    with ingrid.page.expect_navigation():
        field.press("Enter")
    assert ingrid.path.endswith(f"/variant/{SHARED}")

    ask_for(ingrid, people("{D}"))
    # Anonymous numbers are lawful for the care of one's own patient, and small ones are kept back; one's own region's are exact.
    assert carriers(ingrid, "Region Västerbotten") == (True, "6")
    assert carriers(ingrid, "Region Stockholm") == (True, "5")
    assert carriers(ingrid, "Region Skåne") == (True, "2")
    is_answered, number = carriers(ingrid, "Västra Götalandsregionen")
    assert not is_answered and not any(digit.isdigit() for digit in number)
    text = ingrid.text()
    assert "13" in ingrid.page.locator(".figure-large").inner_text()
    assert "Patientdatalagen" in text or "PDL" in text, "the legal basis is told"
    assert "vård" in ingrid.page.locator(".why-purpose").inner_text().lower(), "for which purpose one looks stands on every page"


def test_the_map_is_a_way_to_the_table(visit, people):
    ingrid = visit(**GENETICIST)
    ingrid.open(f"/variant/{SHARED}?scope=nation&patient={people('{D}')}")
    tile = ingrid.page.locator("a.tile-link").first
    tile.focus()
    ingrid.page.keyboard.press("Enter")
    assert "#" in ingrid.page.url


def test_links_lead_out_by_address_only(visit, people):
    ingrid = visit(**GENETICIST)
    ingrid.open(f"/variant/{SHARED}")
    away = ingrid.page.locator("main a[rel~=external]")
    addresses = [away.nth(number).get_attribute("href") for number in range(away.count())]
    assert any("clinvar" in address for address in addresses) and any("gnomad" in address for address in addresses)
