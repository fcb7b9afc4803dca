"""What a page is held against, whoever looks at it: axe-core, its layout, the keyboard, its weight."""
from axe_playwright_python.sync_playwright import Axe

# WCAG 2.2 A and AA, and what axe-core calls best practice: order of headings, landmarks.
AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}, "resultTypes": ["violations"]}


def violations(page):
    """axe-core's violations, each as a line: rule, what is wrong, where."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [
        f"{violation['id']}: {violation['help']}: {', '.join(str(node['target'][0]) for node in violation['nodes'][:5])}"
        for violation in found
    ]


def scrolls_sideways(page, width, height=800):
    """What makes the page wider than a window of that width; empty where it fits.

    Pseudonyms are drawn anew in every demonstration and their letters are of different widths: each stands here as the widest of them."""
    page.set_viewport_size({"width": width, "height": height})
    return page.evaluate("""() => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode())
            texts.currentNode.data = texts.currentNode.data.replace(/\\b[0-9a-f]{32}\\b/g, (pseudonym) => 'd'.repeat(pseudonym.length));
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return [];
        const inScroller = (element) => {
            for (let e = element.parentElement; e && e !== document.body; e = e.parentElement)
                if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX)) return true;
            return false;
        };
        const wide = [...document.querySelectorAll('body *')].filter(
            (e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !inScroller(e));
        return [`${root.scrollWidth} > ${root.clientWidth}`].concat(wide.slice(0, 5).map(
            (e) => `${e.tagName.toLowerCase()}.${e.getAttribute('class')} "${(e.textContent || '').trim().slice(0, 40)}"`));
    }""")


# Everything that a mouse can use and the keyboard has to reach. Radio buttons of one group are one stop.
REACHABLE = """() => {
    const seen = new Set();
    const wanted = [...document.querySelectorAll(
        'a[href], area[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [contenteditable="true"]')];
    let number = 0;
    for (const e of wanted) {
        if (e.disabled || e.type === 'hidden' || e.closest('[inert]') || e.getAttribute('tabindex') === '-1') continue;
        if (!e.checkVisibility({visibilityProperty: true})) continue;
        if (e.type === 'radio') {
            const group = `${e.form && [...document.forms].indexOf(e.form)} ${e.name}`;
            const radios = [...(e.form || document).querySelectorAll('input[type=radio]')].filter((r) => r.name === e.name);
            const stop = radios.find((r) => r.checked) || radios[0];
            if (seen.has(group) || e !== stop) continue;
            seen.add(group);
        }
        e.setAttribute('data-reach', number++);
    }
    return number;
}"""

FOCUSED = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const style = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const drawn = () => [...e.querySelectorAll('*')].map((part) => { const s = getComputedStyle(part); return s.stroke + s.strokeWidth; }).join();
    // A link in a drawing may show its focus in what is drawn: then it is drawn otherwise without it.
    const redrawn = () => {
        const before = drawn();
        e.blur();
        const after = drawn();
        e.focus({preventScroll: true});
        return before !== after;
    };
    const covered = () => {
        const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
        const top = document.elementFromPoint(x, y);
        return top !== null && top !== e && !e.contains(top) && !top.contains(e) && ['fixed', 'sticky'].includes(getComputedStyle(top).position);
    };
    return {
        number: e.getAttribute('data-reach'), name: `${e.tagName.toLowerCase()} "${(e.getAttribute('aria-label') || e.textContent || e.name || '').trim().slice(0, 40)}"`,
        visible: outlined || style.boxShadow !== 'none' || (e instanceof SVGElement && redrawn()), outside: box.bottom < 0 || box.top > innerHeight, covered: covered(),
    };
}"""


def keyboard_faults(page):
    """Walks through the page with Tab: what is never reached, and where the focus cannot be seen."""
    count = page.evaluate(REACHABLE)
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    reached, faults, last = set(), [], None
    # A field of a date has several stops of its own.
    for _ in range(count + 30 + 5 * page.locator("input[type=date]").count()):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            if reached:
                break
            continue
        if focused["number"] == last:
            continue
        if focused["number"] in reached:
            break
        last = focused["number"]
        reached.add(focused["number"])
        for fault in ("outside", "covered"):
            if focused[fault]:
                faults.append(f"focus is {fault}: {focused['name']}")
        if not focused["visible"]:
            faults.append(f"focus cannot be seen: {focused['name']}")
    missed = page.evaluate(
        """(reached) => [...document.querySelectorAll('[data-reach]')].filter((e) => !reached.includes(e.getAttribute('data-reach')))
            .map((e) => `${e.tagName.toLowerCase()} "${(e.getAttribute('aria-label') || e.textContent || e.name || '').trim().slice(0, 40)}"`)""",
        [number for number in reached if number is not None])
    return faults + [f"never reached: {name}" for name in missed[:5]], count


def moving(page):
    """What still moves for somebody who has asked for less motion."""
    return page.evaluate("""() => [...document.querySelectorAll('*')].filter((e) => {
        const style = getComputedStyle(e);
        const longest = (text) => Math.max(...text.split(',').map((part) => parseFloat(part) * (part.trim().endsWith('ms') ? 1 : 1000)));
        return longest(style.transitionDuration) > 10 || (style.animationName !== 'none' && longest(style.animationDuration) > 10);
    }).slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute('class')}`)""")


wire = {}


def transferred(answers):
    """Bytes that a page and everything it asked for cost on the wire, head and body, to somebody who comes for the first time."""
    for answer in answers:
        sizes = answer.request.sizes()
        # What the browser had kept costs nothing now, and did when it was fetched.
        wire[answer.url] = max(wire.get(answer.url, 0), sizes["responseBodySize"] + sizes["responseHeadersSize"])
    return sum(wire[url] for url in {answer.url for answer in answers})
