from __future__ import annotations

import threading

import pytest

from desktop_app.domain.errors import SuggesterFailed
from desktop_app.extraction.suggesters.service import Service, is_loopback


@pytest.mark.parametrize("base", ["ftp://localhost/x", "file:///etc/passwd", "localhost:80", "", "http://"])
def test_only_http_addresses(base: str) -> None:
    with pytest.raises(SuggesterFailed, match="no http address"):
        Service(base)


@pytest.mark.parametrize("base", ["http://example.com", "http://10.0.0.1:80", "http://localhost.example.com"])
def test_other_machines_need_leave(base: str) -> None:
    with pytest.raises(SuggesterFailed, match="not this machine"):
        Service(base)
    Service(base, allow_remote=True)


def test_loopback() -> None:
    assert all(map(is_loopback, ["localhost", "127.0.0.1", "127.8.8.8", "::1"]))
    assert not any(map(is_loopback, ["0.0.0.0", "192.168.0.1", "localhost.evil"]))


def test_the_answer_comes_back(server) -> None:
    server.answer = {"예": 1}
    assert Service(server.url + "/").post("/predict", {"글": "가"}) == {"예": 1}
    assert server.asked == [("/predict", {"글": "가"})]


@pytest.mark.parametrize(("status", "body"), [(500, b"{}"), (200, b"no json"), (302, b"{}")])
def test_errors_nonsense_and_redirects_fail(server, status: int, body: bytes) -> None:
    server.status, server.answer = status, body
    with pytest.raises(SuggesterFailed):
        Service(server.url).post("/predict", {})
    assert len(server.asked) == 1


def test_a_server_that_does_not_answer_in_time_fails(server) -> None:
    server.wait = threading.Event()
    with pytest.raises(SuggesterFailed, match="timed out"):
        Service(server.url, limit=0.1).post("/predict", {})


def test_no_server_fails() -> None:
    with pytest.raises(SuggesterFailed):
        Service("http://127.0.0.1:9", limit=1).post("/predict", {})
