"""The label schema of a project: its own, or the default that ships."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from desktop_app.domain.errors import BrokenResource
from desktop_app.domain.labels import LabelSchema, schema_from_dict, schema_to_dict
from desktop_app.paths import resources_dir

if TYPE_CHECKING:
    from desktop_app.store.project import Project


def default_schema() -> LabelSchema:
    """The ten labels of the guidelines; raises BrokenResource."""
    return schema_from_file(resources_dir() / "labels" / "default.toml")


def schema_from_file(path: Path) -> LabelSchema:
    """A schema from a TOML file; raises BrokenResource."""
    try:
        return schema_from_dict(tomllib.loads(path.read_text("utf-8")), path=str(path))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenResource(path=path, reason=str(error)) from error


def project_schema(project: Project) -> LabelSchema:
    """The schema that the project keeps, or the default one."""
    kept = project.label_schema()
    return schema_from_dict(orjson.loads(kept), path=str(project.path)) if kept else default_schema()


def keep_schema(project: Project, schema: LabelSchema) -> None:
    """Let the project use a schema of its own from now on."""
    project.set_label_schema(orjson.dumps(schema_to_dict(schema)).decode())
