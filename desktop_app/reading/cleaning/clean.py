"""The whole way from raw text to blocks, corrections and metadata."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.article import Correction, Metadata, Role
from desktop_app.domain.drafts import BlockDraft
from desktop_app.reading.cleaning.bodies import Body, find_bodies
from desktop_app.reading.cleaning.captions import mark_captions
from desktop_app.reading.cleaning.headlines import name_titles
from desktop_app.reading.cleaning.hints import Hint, lay_hints, settle_hinted
from desktop_app.reading.cleaning.joins import joins, letter_spacing, lost_blanks
from desktop_app.reading.cleaning.kinds import kind_of
from desktop_app.reading.cleaning.learnt import RoleModel, apply_learnt
from desktop_app.reading.cleaning.lines import split_lines
from desktop_app.reading.cleaning.metadata import describe
from desktop_app.reading.cleaning.parts import Part, build_parts
from desktop_app.reading.cleaning.roles import assign_roles, is_furnished
from desktop_app.reading.cleaning.wrapping import mark_broken
from desktop_app.reading.composed import Composed


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Blocks that tile raw, corrections and metadata, all in code points of raw."""

    blocks: tuple[BlockDraft, ...]
    corrections: tuple[Correction, ...]
    metadata: tuple[Metadata, ...]


def clean(raw: str, hints: Sequence[Hint] = (), roles: RoleModel | None = None) -> Cleaned:
    """Cut raw into blocks with roles and articles and find the corrections that make it readable.

    `roles` are what reviewers' corrections of the same outlet's pages taught.
    """
    composed = Composed(raw)
    text = composed.text
    lines = split_lines(text)
    for line in lines:
        line.kind = kind_of(line)
    if hints:
        lay_hints(lines, hints, composed)
    columns = mark_broken(lines)
    parts = build_parts(lines)
    mark_captions(parts)
    bodies = find_bodies(parts)
    furnished = is_furnished(parts)
    name_titles(parts, bodies, columns=columns, furnished=furnished)
    assign_roles(parts, bodies, furnished=furnished)
    settle_hinted(parts)
    metadata = _metadata(parts, bodies)
    if roles is not None and apply_learnt(parts, metadata[0].outlet, roles):
        metadata = _metadata(parts, bodies)
    corrections = joins(parts, lines) if columns else []
    corrections += letter_spacing(parts, text) + lost_blanks(parts, lines)
    return Cleaned(_blocks(parts, composed, len(raw)), _mapped(corrections, composed), metadata)


def _metadata(parts: list[Part], bodies: list[Body]) -> tuple[Metadata, ...]:
    count = max(1, len(bodies))
    own: list[list[Part]] = [[] for _ in range(count)]
    for part in parts:
        if part.body is not None:
            own[part.body].append(part)
    page = [part for part in parts if part.role is Role.BOILERPLATE]
    return tuple(
        describe(parts, own[n], page if n == 0 else [], bodies[n] if n < len(bodies) else None)
        for n in range(count)
    )


def _blocks(parts: list[Part], composed: Composed, length: int) -> tuple[BlockDraft, ...]:
    if not parts:
        return (BlockDraft(0, length, Role.BOILERPLATE, None),) if length else ()
    groups = _grouped(parts)
    starts = [0, *(composed.raw(group[0].start) for group in groups[1:])]
    ends = [*starts[1:], length]
    order = _reading_order(groups)
    return tuple(
        BlockDraft(
            start,
            end,
            group[0].role or Role.BODY,
            group[0].body,
            order[at],
            group[0].lines[0].page,
            group[0].repeat,
            min(part.confidence for part in group),
        )
        for at, (group, start, end) in enumerate(zip(groups, starts, ends, strict=True))
    )


def _grouped(parts: Sequence[Part]) -> list[list[Part]]:
    """One part a block, but boilerplate that stands together is one."""
    groups: list[list[Part]] = []
    for part in parts:
        joined = groups and part.role is Role.BOILERPLATE and groups[-1][0].role is Role.BOILERPLATE
        if joined and groups[-1][0].lines[0].page == part.lines[0].page:
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _reading_order(groups: list[list[Part]]) -> list[int]:
    """Within each article title, subtitles under it, then everything else as it stands in raw."""

    def rank(at: int) -> tuple[int, int, int]:
        part = groups[at][0]
        article = -1 if part.body is None else part.body
        if part.role is Role.TITLE:
            return article, 0, at
        return article, 1 if part.heads and part.role is Role.SUBTITLE else 2, at

    order = [0] * len(groups)
    for place, at in enumerate(sorted(range(len(groups)), key=rank)):
        order[at] = place
    return order


def _mapped(corrections: list[Correction], composed: Composed) -> tuple[Correction, ...]:
    mapped = [
        Correction(composed.raw(c.start), composed.raw(c.end), c.text, c.kind, c.origin) for c in corrections
    ]
    return tuple(sorted(mapped, key=lambda c: (c.start, c.end)))
