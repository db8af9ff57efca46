"""Roles that reviewers set, carried over: to files that come in later, and to like blocks of the same outlet."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.article import Role
from desktop_app.domain.spans import trimmed
from desktop_app.reading import RoleExample, RoleModel, learn_roles
from desktop_app.store.project import Project


def role_model(project: Project) -> RoleModel | None:
    """What the project's reviewers have taught about roles; None where they have set none."""
    examples = [RoleExample(outlet, text, role) for outlet, text, role in project.sources.roles_set()]
    return learn_roles(examples) if examples else None


def like_blocks(project: Project, model: RoleModel, outlet: str) -> Iterator[tuple[int, Role]]:
    """Blocks of the outlet's articles not reviewed yet whose role the model would change, with that role.

    What a person set is left alone.
    """
    for source_id, blocks in project.sources.cleaned_blocks(outlet):
        raw = project.sources.raw(source_id)
        for block in blocks:
            role = model.suggest(outlet, trimmed(block.span, raw).of(raw))
            if role is not None and role is not block.role:
                yield block.id, role
