"""The label schema: which labels there are, what they are called, how they map to other tag sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from desktop_app.domain.errors import BrokenResource


@dataclass(frozen=True, slots=True)
class Sublabel:
    """A finer code under a label, with its Korean and English names."""

    code: str
    name_ko: str
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """An entity type. `klue` is its KLUE code or "", `tta` its TTA/NIKL code; `key` the digit that sets it."""

    code: str
    name_ko: str
    name_en: str
    colour: str
    key: str = ""
    short: str = ""
    klue: str = ""
    tta: str = ""
    hint_ko: str = ""
    hint_en: str = ""
    sublabels: tuple[Sublabel, ...] = ()

    def name(self, language: str) -> str:
        """The name in "ko" or "en"."""
        return self.name_ko if language == "ko" else self.name_en


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A relation that the schema allows, from mentions of some labels to mentions of others."""

    code: str
    name_ko: str
    name_en: str
    from_labels: tuple[str, ...]
    to_labels: tuple[str, ...]


@dataclass(frozen=True)
class LabelSchema:
    """All labels in their order, and the relations between them."""

    name: str
    version: str
    guideline: str
    labels: tuple[Label, ...]
    relations: tuple[RelationKind, ...] = ()

    @cached_property
    def by_code(self) -> Mapping[str, Label]:
        """Label code → label."""
        return {label.code: label for label in self.labels}

    @property
    def codes(self) -> tuple[str, ...]:
        """The label codes in order."""
        return tuple(label.code for label in self.labels)

    @cached_property
    def _by_sublabel(self) -> Mapping[str, str]:
        return {sub.code: label.code for label in self.labels for sub in label.sublabels}

    def place(self, code: str) -> tuple[str, str] | None:
        """The label and sub-label that a code of another tag set stands for here; None where it has no place.

        A label of this schema is itself; a sub-label stands under its label.
        """
        if code in self.by_code:
            return code, ""
        label = self._by_sublabel.get(code)
        return (label, code) if label else None

    def relations_between(self, from_label: str, to_label: str) -> list[RelationKind]:
        """The relations allowed from one label to another."""
        return [r for r in self.relations if from_label in r.from_labels and to_label in r.to_labels]


def schema_from_dict(data: Mapping[str, Any], *, path: str = "label schema") -> LabelSchema:
    """Read a schema from parsed TOML; raises BrokenResource with what is missing."""
    try:
        labels = tuple(_label(entry) for entry in data["labels"])
        relations = tuple(_relation(entry) for entry in data.get("relations", ()))
        schema = LabelSchema(data["name"], str(data["version"]), str(data["guideline"]), labels, relations)
    except (KeyError, TypeError) as error:
        raise BrokenResource(path=path, reason=f"{type(error).__name__}: {error}") from error
    if len(schema.by_code) != len(labels):
        raise BrokenResource(path=path, reason="a label code stands twice")
    return schema


def _label(entry: Mapping[str, Any]) -> Label:
    fields = {k: v for k, v in entry.items() if k != "sublabels"}
    return Label(**fields, sublabels=tuple(Sublabel(**s) for s in entry.get("sublabels", ())))


def _relation(entry: Mapping[str, Any]) -> RelationKind:
    return RelationKind(
        entry["code"], entry["name_ko"], entry["name_en"], tuple(entry["from"]), tuple(entry["to"])
    )


def schema_to_dict(schema: LabelSchema) -> dict[str, Any]:
    """The schema as plain data, the inverse of `schema_from_dict`."""
    return {
        "name": schema.name,
        "version": schema.version,
        "guideline": schema.guideline,
        "labels": [_label_to_dict(label) for label in schema.labels],
        "relations": [
            {
                "code": r.code,
                "name_ko": r.name_ko,
                "name_en": r.name_en,
                "from": list(r.from_labels),
                "to": list(r.to_labels),
            }
            for r in schema.relations
        ],
    }


def _label_to_dict(label: Label) -> dict[str, Any]:
    names = ("code", "name_ko", "name_en", "colour", "key", "short", "klue", "tta", "hint_ko", "hint_en")
    data: dict[str, Any] = {name: getattr(label, name) for name in names}
    if label.sublabels:
        data["sublabels"] = [
            {"code": s.code, "name_ko": s.name_ko, "name_en": s.name_en} for s in label.sublabels
        ]
    return data
