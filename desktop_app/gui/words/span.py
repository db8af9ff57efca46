"""Lengths of time in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.gui.words.josa import fill


def time_span(seconds: float) -> str:
    """A length of time in the two largest units that matter."""
    whole = max(1, round(seconds))
    if whole < 60:
        return fill(QCoreApplication.translate("Span", "{s} s"), s=whole)
    if whole < 3600:
        return fill(QCoreApplication.translate("Span", "{m} min {s} s"), m=whole // 60, s=whole % 60)
    return fill(
        QCoreApplication.translate("Span", "{h} h {m} min"), h=f"{whole // 3600:,}", m=whole % 3600 // 60
    )
