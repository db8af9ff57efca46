"""The same desk as the article view's tests."""

from tests.gui.article.conftest import at, make_desk, project

__all__ = ["at", "make_desk", "project"]
