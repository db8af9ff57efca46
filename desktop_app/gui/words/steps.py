"""Recorded steps in words: what was done, to what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.changes import Step
from desktop_app.gui.words import names, tag_names
from desktop_app.gui.words.josa import fill
from desktop_app.gui.words.noop import QT_TRANSLATE_NOOP

Row = tuple[str, int, dict[str, Any] | None, dict[str, Any] | None]

_KINDS = {
    "Decide": QT_TRANSLATE_NOOP("Step", "Decide"),
    "Relabel": QT_TRANSLATE_NOOP("Step", "Relabel"),
    "Resize": QT_TRANSLATE_NOOP("Step", "Move boundary"),
    "AddMention": QT_TRANSLATE_NOOP("Step", "Add mention"),
    "AddPart": QT_TRANSLATE_NOOP("Step", "Add a part"),
    "RemoveMention": QT_TRANSLATE_NOOP("Step", "Remove mention"),
    "SplitMention": QT_TRANSLATE_NOOP("Step", "Split mention"),
    "MergeMentions": QT_TRANSLATE_NOOP("Step", "Merge mentions"),
    "SetValue": QT_TRANSLATE_NOOP("Step", "Set value"),
    "SetAttribute": QT_TRANSLATE_NOOP("Step", "Set attribute"),
    "LinkConcept": QT_TRANSLATE_NOOP("Step", "Link concept"),
    "SetConcept": QT_TRANSLATE_NOOP("Step", "Edit concept"),
    "MergeConcepts": QT_TRANSLATE_NOOP("Step", "Merge concepts"),
    "AddRelation": QT_TRANSLATE_NOOP("Step", "Add relation"),
    "RemoveRelation": QT_TRANSLATE_NOOP("Step", "Remove relation"),
    "AddTag": QT_TRANSLATE_NOOP("Step", "Add tag"),
    "RemoveTag": QT_TRANSLATE_NOOP("Step", "Remove tag"),
    "RenameTag": QT_TRANSLATE_NOOP("Step", "Rename tag"),
    "SetMetadata": QT_TRANSLATE_NOOP("Step", "Edit metadata"),
    "WriteNote": QT_TRANSLATE_NOOP("Step", "Write note"),
    "CloseNote": QT_TRANSLATE_NOOP("Step", "Settle note"),
    "Finish": QT_TRANSLATE_NOOP("Step", "Finish review"),
    "SetState": QT_TRANSLATE_NOOP("Step", "Set state"),
    "UseSchema": QT_TRANSLATE_NOOP("Step", "Change the label schema"),
    "SetRole": QT_TRANSLATE_NOOP("Step", "Set role"),
    "SplitBlock": QT_TRANSLATE_NOOP("Step", "Split block"),
    "MergeBlocks": QT_TRANSLATE_NOOP("Step", "Merge blocks"),
    "MoveBlocks": QT_TRANSLATE_NOOP("Step", "Move blocks"),
    "SplitArticle": QT_TRANSLATE_NOOP("Step", "Split article"),
    "MergeArticles": QT_TRANSLATE_NOOP("Step", "Merge articles"),
    "CorrectText": QT_TRANSLATE_NOOP("Step", "Correct text"),
    "Teach": QT_TRANSLATE_NOOP("Step", "Teach"),
    "Import": QT_TRANSLATE_NOOP("Step", "Import"),
    "ImportAnnotated": QT_TRANSLATE_NOOP("Step", "Import annotated dataset"),
    "Suggest": QT_TRANSLATE_NOOP("Step", "Suggest"),
}
_DECIDED = {
    "accepted": QT_TRANSLATE_NOOP("Step", "Accept"),
    "rejected": QT_TRANSLATE_NOOP("Step", "Reject"),
    "undecided": QT_TRANSLATE_NOOP("Step", "Reopen"),
}
KINDS = frozenset(_KINDS)


def kind(code: str) -> str:
    """The name of a kind of step."""
    text = _KINDS.get(code) or _KINDS.get(code.capitalize())
    return code if text is None else QCoreApplication.translate("Step", text)


def heading(step: Step, rows: Sequence[Row]) -> str:
    """What was done: a decision by its name, anything else by its kind."""
    if step.kind == "Decide":
        after = {r[3]["decision"] for r in rows if r[0] == "mention" and r[3] is not None}
        if len(after) == 1 and (text := _DECIDED.get(after.pop())):
            return QCoreApplication.translate("Step", text)
    return kind(step.kind)


def what(rows: Sequence[Row]) -> str:
    """To what it was done: the surfaces of up to two mentions, a tag, a field's new value."""
    surfaces = _distinct(_image(r).get("surface", "") for r in rows if r[0] == "mention")
    if surfaces:
        return _listed(surfaces, sum(1 for r in rows if r[0] == "mention"))
    for table, column in (("tag", "tag"), ("note", "text"), ("concept", "name")):
        found = _distinct(_image(r).get(column, "") for r in rows if r[0] == table)
        if found:
            named = [tag_names.tag(t) for t in found] if table == "tag" else found
            return _listed(named, len(found))
    roles = _distinct(names.role(str(_image(r)["role"])) for r in rows if r[0] == "block" and _is_new_role(r))
    written = _distinct(str(_image(r)["text"]).replace(" ", "␣") for r in rows if r[0] == "correction")
    if roles or written:
        return _listed(roles or written, len(roles or written))
    return next((text for r in rows if r[0] == "article" and (text := _field_change(r))), "")


def label_change(rows: Sequence[Row]) -> tuple[str, str] | None:
    """The label before and after, where a mention got another one."""
    for table, _, before, after in rows:
        if table == "mention" and before and after and before["label"] != after["label"]:
            return str(before["label"]), str(after["label"])
    return None


def _is_new_role(row: Row) -> bool:
    before, after = row[2], row[3]
    return before is not None and after is not None and before["role"] != after["role"]


def _image(row: Row) -> dict[str, Any]:
    return row[3] or row[2] or {}


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(str(t) for t in texts if t))


def _listed(texts: list[str], count: int) -> str:
    shown = ", ".join(texts[:2])
    if count <= min(2, len(texts)):
        return shown
    return fill(QCoreApplication.translate("Step", "{names} and {n} more"), names=texts[0], n=count - 1)


def _field_change(row: Row) -> str:
    before, after = row[2], row[3]
    if before is None or after is None:
        return ""
    derived = {"state", "reviewer", "reviewed_at", "uncertainty", "text_hash", "suggested_hash"}
    changed = [str(v) for k, v in after.items() if before.get(k) != v and k not in derived]
    return changed[0] if changed else ""
