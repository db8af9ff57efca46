"""Roles learnt from reviewers' corrections, carried over to other pages of the same outlet.

A page's furniture repeats from article to article but for numbers, names and dates. So a correction is kept as the
*shape* of its line, and applies where the same outlet shows the same shape, or, for short lines, the same opening.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.domain.article import Role
from desktop_app.reading.cleaning.parts import Part

_LONGEST_SHAPE = 120
_SHORT = 40
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_REPORTER = re.compile(r"[가-힣]{2,4}\s?(기자|특파원)")
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class RoleExample:
    """A block whose role a reviewer set: its outlet, its text, the role."""

    outlet: str
    text: str
    role: Role


@dataclass(slots=True)
class RoleModel:
    """(outlet, shape or opening) → how often reviewers gave it which role."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def learn(self, example: RoleExample) -> None:
        """Take in one correction."""
        for key in _keys(example.outlet, example.text):
            self.counts.setdefault(key, Counter())[str(example.role)] += 1

    def suggest(self, outlet: str, text: str) -> Role | None:
        """The role that reviewers gave to such a line of this outlet; None where they gave none, or several alike."""
        for needed, key in enumerate(_keys(outlet, text), 1):
            found = self.counts.get(key)
            if found:
                role, often = found.most_common(1)[0]
                if often >= needed and often * 3 >= 2 * found.total():
                    return Role(role)
        return None

    def to_json(self) -> str:
        """A text to store; the same for the same corrections."""
        return json.dumps(self.counts, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> RoleModel:
        """Read what `to_json` wrote; ValueError where it is something else."""
        data = json.loads(text)
        if not isinstance(data, dict):
            raise ValueError("not a role model")  # noqa: TRY004  (a wrong file, not a wrong call)
        return cls({key: Counter(value) for key, value in data.items()})


def learn_roles(examples: Iterable[RoleExample]) -> RoleModel:
    """A model of all corrections so far."""
    model = RoleModel()
    for example in examples:
        model.learn(example)
    return model


def shape(text: str) -> str:
    """A line without what changes from article to article: numbers, addresses, reporters' names."""
    plain = _REPORTER.sub(r"N \1", _MAIL.sub("@", text.strip()))
    return _BLANKS.sub(" ", _NUMBER.sub("0", plain))[:_LONGEST_SHAPE]


def _keys(outlet: str, text: str) -> list[str]:
    """The whole shape; for a short line its first two words too, which need two corrections to count."""
    whole = shape(text)
    words = whole.split(" ")
    keys = [f"{outlet}\t={whole}"]
    if len(whole) <= _SHORT and len(words) > 2:
        keys.append(f"{outlet}\t^{' '.join(words[:2])}")
    return keys


def apply_learnt(parts: list[Part], outlet: str, model: RoleModel) -> bool:
    """Give parts the roles that reviewers gave to their like; returns whether any changed."""
    changed = False
    owner = next((part.body for part in parts if part.body is not None), 0)
    for part in parts:
        owner = part.body if part.body is not None else owner
        role = model.suggest(outlet, part.text)
        if role is None or role is part.role:
            continue
        part.role, changed = role, True
        part.body = None if role is Role.BOILERPLATE else owner
        part.confidence = 0.8
    return changed and any(part.role is not Role.BOILERPLATE for part in parts)
