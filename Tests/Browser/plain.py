"""Requests of no browser: exactly the header fields that are given, and no redirect followed."""
import http.client
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit


@dataclass
class Answer:
    status: int
    headers: dict
    body: str

    @property
    def location(self):
        return self.headers.get("location", "")


def multipart(form):
    """Type and body of a form that may carry files, as a browser sends one."""
    boundary = "samsyn-0123456789abcdef"
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in form.items()]
    return f"multipart/form-data; boundary={boundary}", "".join(parts) + f"--{boundary}--\r\n"


def ask(base, method, path, cookie=None, headers=None, form=None, has_files=False):
    """One request. `cookie` is (name, value); `form` is sent as a browser sends one, `has_files` as one with files."""
    headers = dict(headers or {})
    body = None
    if cookie:
        headers["Cookie"] = "=".join(cookie)
    if form is not None:
        if has_files:
            headers["Content-Type"], body = multipart(form)
        else:
            headers["Content-Type"], body = "application/x-www-form-urlencoded", urlencode(form)
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=20)
    try:
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        fields = {}
        for name, value in answer.getheaders():
            fields[name.lower()] = fields[name.lower()] + "\n" + value if name.lower() in fields else value
        return Answer(answer.status, fields, answer.read().decode("utf-8", "replace"))
    finally:
        connection.close()
