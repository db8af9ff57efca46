"""Marks a string for translation where it stands as data; pyside6-lupdate finds it by this name."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001
    """The text itself: Qt's own function of this name is typed as returning an object."""
    return text
