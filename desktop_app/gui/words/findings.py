"""What a check of an export found, in the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.exchange.validate import Finding, Weight
from desktop_app.gui.words import names
from desktop_app.gui.words.noop import QT_TRANSLATE_NOOP

_GROUPS = {
    "empty_label": QT_TRANSLATE_NOOP("Finding", "Mentions without a label"),
    "unknown_label": QT_TRANSLATE_NOOP("Finding", "Labels that the label schema does not know"),
    "blank": QT_TRANSLATE_NOOP("Finding", "Mentions of blanks alone"),
    "surface": QT_TRANSLATE_NOOP("Finding", "Mentions that read otherwise than noted"),
    "label_lost": QT_TRANSLATE_NOOP("Finding", "Left out: the label has no code in the target tag set"),
    "overlap_lost": QT_TRANSLATE_NOOP("Finding", "Left out: overlaps another mention"),
    "row_lost": QT_TRANSLATE_NOOP("Finding", "Left out: shares a word with another mention"),
    "parts_joined": QT_TRANSLATE_NOOP("Finding", "Discontinuous, written as one stretch"),
    "relations_lost": QT_TRANSLATE_NOOP("Finding", "Left out: relations"),
    "tags_lost": QT_TRANSLATE_NOOP("Finding", "Left out: tags"),
    "notes_lost": QT_TRANSLATE_NOOP("Finding", "Left out: notes"),
    "edge_blank": QT_TRANSLATE_NOOP("Finding", "Mentions that begin or end with a blank"),
    "across_blocks": QT_TRANSLATE_NOOP("Finding", "Mentions that reach over the end of a block"),
    "not_reviewed": QT_TRANSLATE_NOOP("Finding", "Articles not reviewed yet"),
    "undecided": QT_TRANSLATE_NOOP("Finding", "Articles with undecided mentions"),
    "no_text": QT_TRANSLATE_NOOP("Finding", "Articles without text"),
    "duplicate": QT_TRANSLATE_NOOP("Finding", "Articles with the same text"),
    "near_duplicate": QT_TRANSLATE_NOOP("Finding", "Articles that are nearly the same"),
    "two_labels": QT_TRANSLATE_NOOP("Finding", "Surfaces labelled in two ways"),
}
_WEIGHTS = {
    Weight.ERROR: QT_TRANSLATE_NOOP("Finding", "Wrong"),
    Weight.LOSS: QT_TRANSLATE_NOOP("Finding", "Lost"),
    Weight.HINT: QT_TRANSLATE_NOOP("Finding", "Look at it"),
}
CODES = tuple(_GROUPS)


def group(code: str) -> str:
    """What the findings of one code have in common."""
    text = _GROUPS.get(code)
    return code if text is None else QCoreApplication.translate("Finding", text)


def weight(code: Weight) -> str:
    """How much a finding weighs, in a word."""
    return QCoreApplication.translate("Finding", _WEIGHTS[code])


def detail(finding: Finding) -> str:
    """What is particular about a finding: labels, a count, a state."""
    params = finding.params
    if finding.code == "two_labels":
        return f"{params['label']} · {params['others']}"
    if finding.code == "surface":
        return str(params["found"])
    if "state" in params:
        return names.state(str(params["state"]))
    if "count" in params:
        return f"{params['count']:,}"
    return str(params.get("label", ""))
