"""The project file: the only room that speaks SQL."""

from desktop_app.store.project import Project

__all__ = ["Project"]
