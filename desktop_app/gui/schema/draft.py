"""A label schema being edited: rows that remember which label they began as."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.domain.errors import BrokenResource
from desktop_app.domain.labels import Label, LabelSchema, schema_from_dict, schema_to_dict

FIRST_COLOUR = "#6B7280"


@dataclass
class Row:
    """A label as it is now, and the code it had when editing began ("" for a new one)."""

    label: Label
    was: str = ""


@dataclass
class SchemaDraft:
    """The rows of a schema in order. `schema` puts them together again."""

    base: LabelSchema
    rows: list[Row] = field(default_factory=list)

    @classmethod
    def of(cls, schema: LabelSchema) -> SchemaDraft:
        """Begin to edit a schema."""
        return cls(schema, [Row(label, label.code) for label in schema.labels])

    def add(self) -> int:
        """A new label at the end; returns its row."""
        taken = {r.label.code for r in self.rows}
        code = next(c for n in range(1, len(taken) + 2) if (c := f"NEW{n}") not in taken)
        self.rows.append(Row(Label(code, "", "", FIRST_COLOUR)))
        return len(self.rows) - 1

    def move(self, row: int, by: int) -> int:
        """Put a row elsewhere; returns where it stands now."""
        wanted = max(0, min(len(self.rows) - 1, row + by))
        self.rows.insert(wanted, self.rows.pop(row))
        return wanted

    def take(self, schema: LabelSchema) -> None:
        """Take over another schema's labels; those of the same code count as the same."""
        known = {r.was for r in self.rows if r.was}
        self.base = schema
        self.rows = [Row(label, label.code if label.code in known else "") for label in schema.labels]

    def problems(self) -> list[tuple[str, str]]:
        """What stands in the way of using it: (what, of which label); what is code, twice, name or key."""
        found: list[tuple[str, str]] = [] if self.rows else [("empty", "")]
        codes, keys = [r.label.code for r in self.rows], [r.label.key for r in self.rows if r.label.key]
        found += [("code", r.label.name_ko) for r in self.rows if not r.label.code.strip()]
        found += [("twice", c) for c in sorted({c for c in codes if c and codes.count(c) > 1})]
        found += [
            ("name", r.label.code)
            for r in self.rows
            if not (r.label.name_ko.strip() or r.label.name_en.strip())
        ]
        found += [("key", k) for k in sorted({k for k in keys if keys.count(k) > 1})]
        return found

    def renamed(self) -> dict[str, str]:
        """Codes that are called otherwise now: old → new."""
        return {r.was: r.label.code for r in self.rows if r.was and r.was != r.label.code}

    def gone(self) -> list[str]:
        """Codes that editing began with and that no row stands for any more."""
        kept = {r.was for r in self.rows}
        return [label.code for label in self.base_labels if label.code not in kept]

    @property
    def base_labels(self) -> tuple[Label, ...]:
        """The labels that editing began with."""
        return self._begun

    def __post_init__(self) -> None:
        self._begun = self.base.labels

    def schema(self) -> LabelSchema:
        """The schema as it is now; relations lose the labels that are gone."""
        codes, renamed = {r.label.code for r in self.rows}, self.renamed()
        relations = []
        for relation in self.base.relations:
            ends = [
                tuple(c for code in side if (c := renamed.get(code, code)) in codes)
                for side in (relation.from_labels, relation.to_labels)
            ]
            if all(ends):
                relations.append(replace(relation, from_labels=ends[0], to_labels=ends[1]))
        labels = tuple(_filled(r.label) for r in self.rows)
        return replace(self.base, labels=labels, relations=tuple(relations))


def _filled(label: Label) -> Label:
    """Where one of the names is missing the other stands for it."""
    return replace(
        label,
        code=label.code.strip(),
        name_ko=label.name_ko.strip() or label.name_en.strip(),
        name_en=label.name_en.strip() or label.name_ko.strip(),
        short=label.short.strip() or label.name_ko.strip()[:2],
    )


def read_schema(path: Path) -> LabelSchema:
    """A schema of a TOML file; raises BrokenResource."""
    try:
        return schema_from_dict(tomllib.loads(path.read_text(encoding="utf-8")), path=str(path))
    except (OSError, ValueError) as error:
        raise BrokenResource(path=path, reason=str(error)) from error


def as_toml(schema: LabelSchema) -> str:
    """The schema as TOML, the way the ones that ship are written."""
    data = schema_to_dict(schema)
    lines = [f"{name} = {_value(data[name])}" for name in ("name", "version", "guideline")]
    for group in ("labels", "relations"):
        for entry in data[group]:
            lines += ["", f"[[{group}]]"]
            lines += [f"{k} = {_value(v)}" for k, v in entry.items() if k != "sublabels"]
            for sublabel in entry.get("sublabels", ()):
                lines += ["", f"[[{group}.sublabels]]", *(f"{k} = {_value(v)}" for k, v in sublabel.items())]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_value(v) for v in value) + "]"
    text = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'
