"""A decoded text made into the draft of a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.article import Role
from desktop_app.domain.drafts import BlockDraft, SourceDraft
from desktop_app.reading.cleaning.clean import clean
from desktop_app.reading.cleaning.hints import Hint
from desktop_app.reading.cleaning.learnt import RoleModel

__all__ = ["Hint", "read_text", "with_learnt_roles"]


def read_text(
    raw: str,
    name: str,
    *,
    sha256: str = "",
    encoding: str = "utf-8",
    format: str = "text",  # noqa: A002  (the name of the draft's field)
    hints: Sequence[Hint] = (),
    roles: RoleModel | None = None,
) -> SourceDraft:
    """Clean and cut a text; `raw` itself is kept as it is, every offset counts its code points.

    `hints` tell what markup says of stretches of raw, sorted by position; `roles` what reviewers taught.
    """
    cleaned = clean(raw, hints, roles)
    return SourceDraft(
        name=name,
        sha256=sha256,
        encoding=encoding,
        format=format,
        raw=raw,
        blocks=cleaned.blocks,
        corrections=cleaned.corrections,
        metadata=cleaned.metadata,
    )


def with_learnt_roles(draft: SourceDraft, roles: RoleModel) -> SourceDraft:
    """The same draft with the roles that reviewers gave to such blocks of the same outlet."""
    blocks: list[BlockDraft] = []
    owner = next((block.article for block in draft.blocks if block.article is not None), 0)
    for block in draft.blocks:
        owner = owner if block.article is None else block.article
        outlet = draft.metadata[owner].outlet if owner < len(draft.metadata) else ""
        role = roles.suggest(outlet, block.span.of(draft.raw))
        blocks.append(block if role is None else _with_role(block, role, owner))
    if all(block.article is None for block in blocks):
        return draft
    return replace(draft, blocks=tuple(blocks))


def _with_role(block: BlockDraft, role: Role, owner: int) -> BlockDraft:
    return replace(block, role=role, article=None if role is Role.BOILERPLATE else owner, confidence=0.8)
