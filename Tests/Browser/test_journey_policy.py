"""Västerbotten decides what leaves it: one steward proposes and sees what it would have changed, another publishes."""
from pages import STEWARD


def versions(visitor):
    visitor.open("/sharing", lang="sv")
    return visitor.page.locator("section:has(#versions) tbody tr").count()


def test_a_policy_takes_two_people(visit):
    erik = visit(**STEWARD)
    before = versions(erik)
    erik.page.locator("section:has(#policy) a[href^='/sharing/draft']").click()
    page = erik.page
    page.locator("input[name=suppress]").fill("6")
    page.locator("input[name=second]").fill("forvaltare-vasterbotten-2")
    page.locator("select[name=days]").select_option("90")
    with page.expect_navigation():
        page.locator("button[name=act][value=preview]").click()
    assert page.locator("section:has(#changes) li").count() >= 1, "what is different is told in words"
    assert page.locator("#effect").count() == 1, "and which of the questions of ninety days would have been answered otherwise"
    assert page.locator("select[name=days]").input_value() == "90"
    assert "# Everything else is as in version 1." in page.locator("section:has(#changes) pre.source").text_content(), "what was written by hand stays"
    with page.expect_navigation():
        page.locator("button[name=act][value=propose]").click()

    # Whoever proposed it does not publish it.
    assert erik.path == "/sharing"
    assert page.locator("form[action='/sharing/publication']").count() == 0
    assert page.locator("section:has(#proposal) .notice-warning").count() == 1
    assert versions(erik) == before

    stina = visit("node-24", "forvaltare-vasterbotten-2", "laboratory-operation")
    stina.open("/sharing")
    with stina.page.expect_navigation():
        stina.page.locator("form[action='/sharing/publication'] button").click()
    assert stina.page.locator(".notice-done").count() == 1
    assert versions(erik) == before + 1
    assert page.locator("section:has(#proposal) .notice-empty").count() == 1
