"""How one signs in, changes purpose and signs out, as the pages let one."""
import re


def sign_in(visitor, persona, purpose, start="/login"):
    """From the page of `start`, or from where the visitor already is."""
    page = visitor.page
    if start:
        visitor.open(start)
    page.locator("main a[href^='/login/with']").first.click()
    page.locator(f"button[name=choice][value='{persona} {purpose}']").click()
    page.wait_for_url(lambda url: "/login" not in url)


def change_purpose(visitor, purpose):
    """On the page that is there for it, and nowhere else."""
    visitor.open("/purpose")
    choice = visitor.page.locator(f"main [name=purpose][value='{purpose}']")
    with visitor.page.expect_navigation():
        if choice.evaluate("(e) => e.tagName") == "BUTTON":
            choice.click()
        else:
            choice.check()
            visitor.page.locator("main form:has([name=purpose]) button").last.click()


def sign_out(visitor):
    with visitor.page.expect_navigation():
        visitor.page.locator("form[action='/logout'] button").first.evaluate("(button) => button.form.requestSubmit(button)")


def session_cookie(visitor):
    return visitor.cookies()["samsyn"]


def form_token(html):
    """Of a page's form, which is the session's."""
    return re.search(r'name="_csrf"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="_csrf"', html).group(1)
