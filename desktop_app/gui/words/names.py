"""Names of what the core calls by codes: states, decisions, roles, fields, origins, kinds of values."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.article import ArticleState, Role
from desktop_app.domain.mention import Decision
from desktop_app.gui.words.noop import QT_TRANSLATE_NOOP
from desktop_app.store.queue import Order

_STATES: Mapping[str, str] = {
    ArticleState.NEW: QT_TRANSLATE_NOOP("State", "New"),
    ArticleState.STARTED: QT_TRANSLATE_NOOP("State", "In review"),
    ArticleState.REVIEWED: QT_TRANSLATE_NOOP("State", "Reviewed"),
}
_DECISIONS: Mapping[str, str] = {
    Decision.UNDECIDED: QT_TRANSLATE_NOOP("Decision", "Undecided"),
    Decision.ACCEPTED: QT_TRANSLATE_NOOP("Decision", "Accepted"),
    Decision.REJECTED: QT_TRANSLATE_NOOP("Decision", "Rejected"),
}
_ROLES: Mapping[str, str] = {
    Role.TITLE: QT_TRANSLATE_NOOP("Role", "Title"),
    Role.SUBTITLE: QT_TRANSLATE_NOOP("Role", "Subtitle"),
    Role.BYLINE: QT_TRANSLATE_NOOP("Role", "Byline"),
    Role.DATELINE: QT_TRANSLATE_NOOP("Role", "Dateline"),
    Role.BODY: QT_TRANSLATE_NOOP("Role", "Body"),
    Role.QUOTE: QT_TRANSLATE_NOOP("Role", "Quote"),
    Role.LIST: QT_TRANSLATE_NOOP("Role", "List"),
    Role.TABLE: QT_TRANSLATE_NOOP("Role", "Table"),
    Role.CAPTION: QT_TRANSLATE_NOOP("Role", "Caption"),
    Role.CONTACT: QT_TRANSLATE_NOOP("Role", "Contact"),
    Role.BOILERPLATE: QT_TRANSLATE_NOOP("Role", "Boilerplate"),
}
_FIELDS = {
    "title": QT_TRANSLATE_NOOP("Field", "Title"),
    "subtitle": QT_TRANSLATE_NOOP("Field", "Subtitle"),
    "outlet": QT_TRANSLATE_NOOP("Field", "Outlet"),
    "reporter": QT_TRANSLATE_NOOP("Field", "Reporter"),
    "published": QT_TRANSLATE_NOOP("Field", "Date"),
    "section": QT_TRANSLATE_NOOP("Field", "Section"),
    "url": QT_TRANSLATE_NOOP("Field", "URL"),
}
_ORIGINS = {
    "person": QT_TRANSLATE_NOOP("Origin", "Person"),
    "tagger": QT_TRANSLATE_NOOP("Origin", "Model"),
    "pattern": QT_TRANSLATE_NOOP("Origin", "Pattern"),
    "gazetteer": QT_TRANSLATE_NOOP("Origin", "Gazetteer"),
    "alias": QT_TRANSLATE_NOOP("Origin", "Alias"),
    "lexicon": QT_TRANSLATE_NOOP("Origin", "Lexicon"),
    "document": QT_TRANSLATE_NOOP("Origin", "Same article"),
    "import": QT_TRANSLATE_NOOP("Origin", "Imported"),
}
_VALUES = {
    "date": QT_TRANSLATE_NOOP("Value", "Date"),
    "time": QT_TRANSLATE_NOOP("Value", "Time"),
    "money": QT_TRANSLATE_NOOP("Value", "Money"),
    "quantity": QT_TRANSLATE_NOOP("Value", "Quantity"),
    "place": QT_TRANSLATE_NOOP("Value", "Place code"),
    "organisation": QT_TRANSLATE_NOOP("Value", "Organisation"),
    "person": QT_TRANSLATE_NOOP("Value", "Person"),
}
_ORDERS: Mapping[str, str] = {
    Order.IMPORTED: QT_TRANSLATE_NOOP("Order", "As imported"),
    Order.DATE: QT_TRANSLATE_NOOP("Order", "Newest first"),
    Order.TITLE: QT_TRANSLATE_NOOP("Order", "Title"),
    Order.UNDECIDED: QT_TRANSLATE_NOOP("Order", "Most undecided"),
    Order.UNCERTAINTY: QT_TRANSLATE_NOOP("Order", "Most uncertain"),
}
DECISION_SYMBOLS = {Decision.UNDECIDED: "·", Decision.ACCEPTED: "✓", Decision.REJECTED: "✕"}
VALUE_KINDS = tuple(_VALUES)
FIELDS = tuple(_FIELDS)


def _named(context: str, table: Mapping[str, str], code: str) -> str:
    text = table.get(code)
    return code if text is None else QCoreApplication.translate(context, text)


def state(code: str) -> str:
    """The name of an article's state."""
    return _named("State", _STATES, code)


def decision(code: str) -> str:
    """The name of a decision."""
    return _named("Decision", _DECISIONS, code)


def role(code: str) -> str:
    """The name of a block's role."""
    return _named("Role", _ROLES, code)


def metadata_field(code: str) -> str:
    """The name of a field of an article's metadata."""
    return _named("Field", _FIELDS, code)


def origin(code: str) -> str:
    """Who proposed a mention."""
    return _named("Origin", _ORIGINS, code)


def value_kind(code: str) -> str:
    """The name of a kind of normalised value."""
    return _named("Value", _VALUES, code)


def order(code: str) -> str:
    """What the queue is sorted by."""
    return _named("Order", _ORDERS, code)


_FINGERPRINT = re.compile(r"[0-9a-f]{12,}")


def model(version: str) -> str:
    """A model's version as people call it: one that is but a fingerprint of its weights is the built-in model."""
    if _FINGERPRINT.fullmatch(version):
        return QCoreApplication.translate("Model", "built in")
    return version
