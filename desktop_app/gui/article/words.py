"""How labels and mentions are spoken of in the text: in small type, on the card, to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop_app.domain.labels import Label, LabelSchema
from desktop_app.domain.mention import Mention
from desktop_app.gui.words import names


def korean() -> bool:
    """Whether the window speaks Korean."""
    return QLocale().language() == QLocale.Language.Korean


def short_name(label: Label) -> str:
    """A label in as few letters as there are."""
    if korean():
        return label.short or label.name_ko
    return label.code if len(label.code) <= 2 else label.name_en


def label_name(schema: LabelSchema, code: str) -> str:
    """A label's full name; the code itself where the schema does not have it."""
    label = schema.by_code.get(code)
    return label.name("ko" if korean() else "en") if label else code


def sublabel_name(schema: LabelSchema, mention: Mention) -> str:
    """The full name of a mention's sub-label, "" without one; the code itself where the schema does not have it."""
    label = schema.by_code.get(mention.label)
    named = {s.code: s.name_ko if korean() else s.name_en or s.code for s in label.sublabels} if label else {}
    return named.get(mention.sublabel, mention.sublabel)


def described(schema: LabelSchema, mention: Mention, surface: str) -> str:
    """A mention in one line, for a screen reader."""
    said = [surface, label_name(schema, mention.label), names.decision(mention.decision)]
    if mention.value and mention.value.text:
        said.append(mention.value.text)
    return ", ".join(said)
