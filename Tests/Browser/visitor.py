"""Somebody at a screen: a browser profile of their own, and what it did behind the page's back."""
import contextlib
from urllib.parse import urlsplit


class Visitor:
    """One browser profile at one node. Everything that it asked for, and every complaint of its console, is kept."""

    def __init__(self, browser, base, **options):
        self.base = base
        self.context = browser.new_context(
            base_url=base, locale="sv-SE", timezone_id="Europe/Stockholm", viewport={"width": 1280, "height": 900}, **options)
        self.context.set_default_timeout(15_000)
        self.requests, self.complaints, self.dialogs = [], [], []
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("console", self._said)
        self.context.on("weberror", lambda error: self.complaints.append(f"error in a script: {error.error}"))
        self.context.on("dialog", self._asked)
        self.page = self.context.new_page()

    def _said(self, message):
        # Chromium writes a line of its own for every answer of 4xx and 5xx. Pages of refusal are such answers: they are tested by status.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.complaints.append(f"{message.type}: {message.text} ({urlsplit(message.location.get('url', '')).path})")

    def _asked(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def close(self):
        self.context.close()

    def open(self, path, **query):
        """Goes to an address of the node; the answer to the page's own request."""
        if query:
            path += ("&" if "?" in path else "?") + "&".join(f"{name}={value}" for name, value in query.items())
        answer = self.page.goto(path, wait_until="load")
        return answer

    @property
    def path(self):
        return urlsplit(self.page.url).path

    def strayed(self):
        """What was asked of anybody but this node."""
        home = urlsplit(self.base).netloc
        return [url for url in self.requests if urlsplit(url).scheme not in ("data", "blob", "about") and urlsplit(url).netloc != home]

    def text(self):
        return self.page.locator("main").inner_text()

    def cookies(self):
        return {cookie["name"]: cookie for cookie in self.context.cookies()}

    @contextlib.contextmanager
    def answer_to(self, act):
        """The first answer that an act (a click) is given to its POST, before any redirect is followed."""
        with self.page.expect_response(lambda response: response.request.method == "POST") as waiting:
            act()
        yield waiting.value
