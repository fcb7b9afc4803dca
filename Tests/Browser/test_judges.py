"""What judges the pages finds the faults that it is for."""
import pytest

import hostile
import judging

GOOD = """<!doctype html><html lang="sv"><head><title>Bra</title><style>a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid #00f }</style></head>
<body><main><h1>Bra sida</h1><p><a href="#one">En länk</a></p><button>En knapp</button></main></body></html>"""


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_a_good_page_has_no_fault(page):
    page.set_content(GOOD)
    assert judging.violations(page) == []
    assert judging.scrolls_sideways(page, 360) == []
    assert judging.keyboard_faults(page) == ([], 2)
    page.set_content(GOOD.replace("<button>", "<label>Dag <input type=date></label><button>"))
    assert judging.keyboard_faults(page) == ([], 3)
    assert judging.moving(page) == []
    assert hostile.injected(page) == []


@pytest.mark.parametrize("html, rule", [
    ("<input>", "label"), ("<p style='color:#aaa;background:#fff'>Blek</p>", "color-contrast"), ("<h4>Hopp</h4>", "heading-order"),
    ("<img src='data:,'>", "image-alt"), ("<svg role='img'></svg>", "svg-img-alt"),
])
def test_axe_finds(page, html, rule):
    page.set_content(GOOD.replace("</main>", html + "</main>"))
    assert any(line.startswith(rule + ":") for line in judging.violations(page))


def test_a_wide_page_is_found_but_not_a_wide_table_in_a_region_of_its_own(page):
    wide = "<div style='width:900px'>Bred</div>"
    page.set_content(GOOD.replace("</main>", wide + "</main>"))
    assert judging.scrolls_sideways(page, 360)
    page.set_content(GOOD.replace("</main>", f"<div style='overflow-x:auto' tabindex=0 role=region aria-label=Tabell>{wide}</div></main>"))
    assert judging.scrolls_sideways(page, 360) == []


@pytest.mark.parametrize("html, fault", [
    ("<button style='outline:none'>Osynlig</button>", "cannot be seen"),
    ("<div style='position:fixed;inset:0;background:#fff'></div>", "covered"),
    ("<a href='#x' tabindex=3 onfocus='this.blur()'>Flyr</a>", "never reached"),
])
def test_the_keyboard_finds(page, html, fault):
    page.set_content(GOOD.replace("</main>", html + "</main>"))
    assert any(fault in line for line in judging.keyboard_faults(page)[0])


def test_movement_is_found(page):
    page.set_content(GOOD.replace("</style>", "button { transition: color 300ms }</style>"))
    assert judging.moving(page)


@pytest.mark.parametrize("html", [hostile.MARKUP, f"<b title=\"{hostile.ATTRIBUTE}\">x</b>", f"<a href='{hostile.ADDRESS}'>x</a>"])
def test_what_was_injected_is_found(page, html):
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.set_content(GOOD.replace("</main>", html + "</main>"))
    assert hostile.injected(page)
