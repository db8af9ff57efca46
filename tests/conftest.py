"""Fixtures that every room's tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of real articles and training text beside the checkout; the test is skipped where it is absent."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("no shared material beside this checkout")
    return SHARED
