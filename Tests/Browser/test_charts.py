"""Drawings that an answer or a person brings along: read in both themes, narrow, printed, by keyboard and without eyes."""
import pytest

import judging
from pages import PHYSICIAN, STATISTICIAN

# How far a fill stands out from the ground behind the drawing (WCAG 2.2, relative luminance).
CONTRAST = """(selector) => {
    const channels = (colour) => {
        const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d');
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
    };
    const luminance = (colour) => channels(colour)
        .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
    const opaque = (element) => {
        for (let e = element; e; e = e.parentElement) {
            const colour = getComputedStyle(e).backgroundColor;
            if (!/rgba\\(.*, 0\\)|transparent/.test(colour)) return colour;
        }
        return 'white';
    };
    return [...document.querySelectorAll(selector)].map((mark) => {
        const pair = [luminance(getComputedStyle(mark).fill), luminance(opaque(mark.closest('svg').parentElement))].sort((a, b) => b - a);
        return (pair[0] + 0.05) / (pair[1] + 0.05);
    });
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_cohort_map(visit, theme):
    visitor = visit(**STATISTICIAN, color_scheme=theme)
    visitor.open("/cohorts", lang="sv")
    page = visitor.page
    page.locator("textarea[name=text]").fill("sex = female")
    with page.expect_navigation():
        page.locator("button[name=do][value=ask]").click()
    assert page.locator("svg.region-tiles a").count() == 21
    rows = page.locator("#answer table tbody tr")
    counts = [row.locator("td.number").inner_text().strip() for row in rows.all()]
    for row, count in zip(rows.all(), counts):
        tile = page.locator(f"svg.region-tiles a[href='#{row.get_attribute('id')}']")
        assert tile.count() == 1
        if any(letter.isdigit() for letter in count):
            assert tile.locator(".tile-label").text_content() == count, "the map says what the table says"
    first = rows.first.get_attribute("id")
    page.locator(f"svg.region-tiles a[href='#{first}']").press("Enter")
    assert page.evaluate("location.hash") == f"#{first}"
    assert judging.violations(page) == []
    for width in (360, 640):
        assert judging.scrolls_sideways(page, width) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_timeline(visit, people, theme):
    visitor = visit(**PHYSICIAN, color_scheme=theme)
    visitor.open(people("/person/24/{A}"), lang="sv")
    page = visitor.page
    drawing = page.locator("svg.timeline-chart")
    assert drawing.count() == 1
    assert drawing.get_attribute("role") == "img"
    name, words = (page.locator(f"[id='{identifier}']").text_content() for identifier in drawing.get_attribute("aria-labelledby").split())
    assert name and "listan under" in words
    kinds = set(page.evaluate("[...document.querySelectorAll('ol.timeline li')].map((e) => e.className.replace('timeline-', ''))"))
    drawn = set(page.evaluate("[...document.querySelectorAll('.timeline-chart .mark, .timeline-chart .span')].map((e) => e.classList[1])"))
    assert kinds == drawn and len(drawn) >= 2, "every kind of the list has its lane"
    assert min(page.evaluate(CONTRAST, ".timeline-chart .mark, .timeline-chart .span")) >= 3
    # Narrow, the drawing scrolls within itself.
    assert judging.scrolls_sideways(page, 360) == []
    assert drawing.bounding_box()["width"] >= 600
    # On paper it is whole, dark on white whatever the theme.
    page.set_viewport_size({"width": 700, "height": 1000})
    page.emulate_media(media="print", color_scheme=theme)
    assert min(page.evaluate(CONTRAST, ".timeline-chart .mark, .timeline-chart .span")) >= 3
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    box = drawing.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 700
