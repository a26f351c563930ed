"""A small browser: keeps its connection and cookies, fills in forms, counts the bytes that come over the line."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection, RemoteDisconnected
from urllib.parse import urlencode, urlsplit
from zlib import MAX_WBITS, decompress

URL_ENCODED = "application/x-www-form-urlencoded"
ASSETS = re.compile(r'(?:href|src)="(/static/[^"]+)"')


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `size` is that of headers and body as sent, in bytes."""

    status: int
    location: str
    body: bytes
    size: int
    retry_after: str = ""

    @property
    def text(self) -> str:
        """The page."""
        return self.body.decode()


class Browser:
    """One visitor of a site. An answer of 400 and more raises `RuntimeError`: its time would mean nothing."""

    def __init__(self, address: str, *, patience: float = 120) -> None:
        """`patience` is how long an answer may keep it waiting, in seconds."""
        parts = urlsplit(address)
        self._connection = HTTPConnection(parts.hostname or "", parts.port, timeout=patience)
        self._origin = address
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        """Look at a page."""
        return self._ask("GET", path)

    def post(self, path: str, fields: Mapping[str, str | Sequence[str]]) -> Answer:
        """Send a form; a list stands for several values of one field."""
        return self._ask("POST", path, urlencode(fields, doseq=True).encode())

    def form(self, path: str, **typed: str) -> dict[str, str]:
        """The fields of the form on a page as it stands there, with what is typed into some of them."""
        reader = _Fields()
        reader.feed(self.get(path).text)
        return reader.values | typed

    def sign_in(self, email: str, password: str) -> Answer:
        """Sign in on the page for it."""
        return self.post("/sign-in", self.form("/sign-in", email=email, password=password))

    def ask_once(self, path: str, fields: dict[str, str] | None = None) -> Answer:
        """Look at a page or send a form, whatever comes back. Raises `OSError` or `HTTPException` where nothing does.

        Nothing is sent a second time, and each time a new connection is made: the sender knows what was acknowledged.
        """
        self.close()
        try:
            return self._ask_once(*(("GET", path) if fields is None else ("POST", path, urlencode(fields).encode())))
        finally:
            self.close()

    def attach(self, path: str, fields: dict[str, str], field: str, name: str, content: bytes) -> Answer:
        """Send a form with a file, as `ask_once` does."""
        edge = secrets.token_hex(16)
        part = f'--{edge}\r\nContent-Disposition: form-data; name="'
        texts = "".join(f'{part}{key}"\r\n\r\n{value}\r\n' for key, value in fields.items())
        head = f'{texts}{part}{field}"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n'
        body = head.encode() + content + f"\r\n--{edge}--\r\n".encode()
        self.close()
        try:
            return self._ask_once("POST", path, body, f"multipart/form-data; boundary={edge}")
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: bytes | None = None) -> Answer:
        try:
            answer = self._ask_once(method, path, body)
        except (RemoteDisconnected, ConnectionError):  # a server lets go of a connection that was still for a while
            self.close()
            answer = self._ask_once(method, path, body)
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status}")
        return answer

    def _ask_once(self, method: str, path: str, body: bytes | None = None, kind: str = URL_ENCODED) -> Answer:
        headers = {"Accept-Encoding": "gzip", "Accept": "text/html", "Origin": self._origin}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        if body is not None:
            headers["Content-Type"] = kind
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        packed = response.read()
        for cookie in response.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        is_packed = response.headers.get("Content-Encoding") == "gzip"
        return Answer(
            status=response.status,
            location=response.headers.get("Location", ""),
            body=decompress(packed, MAX_WBITS | 16) if is_packed else packed,
            size=len(packed) + len(str(response.headers)),
            retry_after=response.headers.get("Retry-After", ""),
        )


class _Fields(HTMLParser):
    """The values of the form on a page, without those of its frame."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._select = ""
        self._is_pattern = False  # inside a template, of which scripts make rows

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "template" or self._is_pattern:
            self._is_pattern = True
        elif tag == "main":
            self.values.clear()
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in given or self._select not in self.values):
            self.values[self._select] = given.get("value", "")
        elif tag == "textarea":
            self.values[name] = ""
        elif tag == "input" and name and (kind not in ("checkbox", "radio", "submit", "file") or "checked" in given):
            self.values[name] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "template":
            self._is_pattern = False
