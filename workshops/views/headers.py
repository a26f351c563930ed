"""The headers of every answer: what a browser may load, keep, show in a frame and tell others."""

from flask import Flask, Response, current_app

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
)
DOWNLOAD_POLICY = "sandbox; default-src 'none'"
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
OVER_HTTPS = {"Strict-Transport-Security": "max-age=63072000; includeSubDomains"}


def init_headers(app: Flask) -> None:
    """Add the headers to each answer of the application, errors and files included."""
    app.after_request(add_headers)


def add_headers(response: Response) -> Response:
    """Add what a view has not set itself. Nobody keeps an answer unless its view says so, as our own files do."""
    fixed = HEADERS | (OVER_HTTPS if current_app.config["SETTINGS"].is_https else {})
    for name, value in fixed.items():
        response.headers.setdefault(name, value)
    if response.headers.get("Content-Disposition", "").startswith("attachment"):
        response.headers["Content-Security-Policy"] = DOWNLOAD_POLICY
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
        response.vary.add("Cookie")
    return response
