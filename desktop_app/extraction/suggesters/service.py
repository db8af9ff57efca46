"""Asking a server: JSON over HTTP, on this machine unless the user allows others, never longer than a limit."""

from __future__ import annotations

import ipaddress
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from desktop_app.domain.errors import SuggesterFailed

DEFAULT_LIMIT = 20.0
LARGEST_ANSWER = 20_000_000
"""Bytes of an answer that are read; a longer one is refused."""


class Service:
    """A server under `base` (http or https). Texts leave this machine only with `allow_remote`.

    Raises SuggesterFailed at once when `base` is no such address or is remote without leave.
    """

    def __init__(self, base: str, *, limit: float = DEFAULT_LIMIT, allow_remote: bool = False) -> None:
        parts = urlsplit(base)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise SuggesterFailed(reason=f"{base} is no http address.")
        if not allow_remote and not is_loopback(parts.hostname):
            raise SuggesterFailed(
                reason=f"{parts.hostname} is not this machine; allow remote servers to use it."
            )
        self._base = base.rstrip("/")
        self._limit = limit
        self._opener = urllib.request.build_opener(_NoRedirects, urllib.request.ProxyHandler({}))

    def post(self, path: str, question: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON may come back
        """The JSON answer to a JSON question; raises SuggesterFailed when there is none in time."""
        request = urllib.request.Request(  # noqa: S310 - the scheme was checked
            f"{self._base}{path}",
            data=json.dumps(question, ensure_ascii=False).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json"},
        )
        try:
            with self._opener.open(request, timeout=self._limit) as response:
                body = response.read(LARGEST_ANSWER + 1)
        except (urllib.error.URLError, OSError, ValueError) as error:
            raise SuggesterFailed(reason=f"{self._base}: {error}") from error
        if len(body) > LARGEST_ANSWER:
            raise SuggesterFailed(reason=f"{self._base}: the answer is too long.")
        try:
            return json.loads(body) if body.strip() else None
        except ValueError as error:
            raise SuggesterFailed(reason=f"{self._base}: the answer is no JSON ({error})") from error


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A server must not send the text on to another one."""

    def redirect_request(self, *args: object, **options: object) -> None:
        del args, options


def is_loopback(host: str) -> bool:
    """Whether the host name or address means this machine; no name is looked up."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
