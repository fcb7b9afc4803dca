"""What somebody who means harm would send, and how to see that it has come to nothing."""
import http.server
import threading

# Each ends the place where it could have been put, and leaves something that can be found if a browser took it for markup.
MARKUP = "\"'><img src=x onerror=alert(1)><script>alert(2)</script><xss-found onfocus=alert(3)>"
ATTRIBUTE = "\" autofocus onfocus=alert(4) data-xss-found=\"1"
TEMPLATE = "{{{title}}}{{#person}}xss-found{{/person}}"
ADDRESS = "javascript:alert(5)"
PAYLOADS = [MARKUP, ATTRIBUTE, TEMPLATE, ADDRESS]

INJECTED = """() => [...document.querySelectorAll('*')].filter((e) =>
    e.tagName.toLowerCase() === 'xss-found' || e.hasAttribute('data-xss-found') || e.getAttribute('src') === 'x'
    || [...e.attributes].some((a) => a.name.startsWith('on') || (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(a.name)
        && a.value.trim().toLowerCase().startsWith('javascript:')))
    || (e.tagName === 'SCRIPT' && !e.src && !['application/json', 'application/ld+json'].includes(e.type))
).map((e) => e.outerHTML.slice(0, 200))"""


def injected(page):
    """What of the payloads has become part of the document."""
    return page.evaluate(INJECTED)


class HostileSite:
    """A web site of somebody else on the same machine: another port, thus another origin, but the same host to a cookie."""

    def __init__(self):
        self.pages = {}
        site = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                text = site.pages.get(self.path, "").encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.server.server_address[1]}{path}"

    def end(self):
        self.server.shutdown()
        self.server.server_close()
