"""Roles that reviewers set, carried over to files that come in later."""

from __future__ import annotations

from desktop_app.reading import RoleExample, RoleModel, learn_roles
from desktop_app.store.project import Project


def role_model(project: Project) -> RoleModel | None:
    """What the project's reviewers have taught about roles; None where they have set none."""
    examples = [RoleExample(outlet, text, role) for outlet, text, role in project.sources.roles_set()]
    return learn_roles(examples) if examples else None
