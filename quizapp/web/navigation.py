"""Where a form leads: back to a page of this app, never out of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response


def is_own(address: str) -> bool:
    """Whether an address is a path of this app and nothing cleverer."""
    parts = urlsplit(address)
    return (
        address.startswith("/")
        and not address.startswith("//")
        and "\\" not in address
        and address.isprintable()
        and not (parts.scheme or parts.netloc)
    )


def back() -> Response:
    """To the page the form names in ``back``, or to today."""
    address = request.form.get("back", "")
    # 303: whatever the method was, the next page is fetched with GET.
    return redirect(address if is_own(address) else url_for("today.show"), 303)


def notify(text: str, *, reverse: str | None = None) -> None:
    """Show a line on the next page; ``reverse`` is the address that takes the action back."""
    flash(text, reverse or "plain")
