"""After a role was set: a quiet offer to set it for what looks alike in the outlet's other articles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.domain import edits
from desktop_app.domain.article import Block, Role
from desktop_app.gui.importing.aside import Aside, Cancelled, again
from desktop_app.gui.messages import Messages
from desktop_app.gui.reading_text.place import Place
from desktop_app.gui.words import names
from desktop_app.gui.words.josa import several
from desktop_app.review.elsewhere.similar_blocks import similar_blocks
from desktop_app.store.project import Project


class RolesAlike(QObject):
    """Looks beside the window, on a connection of its own; a newer question puts an end to the one before."""

    def __init__(self, place: Place, messages: Messages) -> None:
        super().__init__(place.view)
        self._place, self._messages = place, messages
        self._look: Aside | None = None
        place.view.destroyed.connect(self.give_up)

    def ask(self, blocks: Sequence[Block], role: Role) -> None:
        """Look for blocks alike and offer them, if there are any."""
        self.give_up()
        article = self._place.session.article
        if article is None or not article.article.metadata.outlet:
            return
        project = self._place.session.desk.project
        self._look = Aside(partial(_alike, project, article.article.id, list(blocks), role), self)
        self._look.found.connect(partial(self._on_found, role))
        self._look.crashed.connect(again)
        self._look.start()

    def give_up(self) -> None:
        """End a look that is under way."""
        if self._look is not None:
            self._look.give_up()
            self._look.deleteLater()
            self._look = None

    def _on_found(self, role: Role, block_ids: list[int]) -> None:
        if block_ids:
            self._messages.info(
                several(
                    len(block_ids),
                    self.tr("{n} similar block in other articles of this outlet."),
                    self.tr("{n} similar blocks in other articles of this outlet."),
                ),
                self.tr("Make it {role}").format(role=names.role(role)),
                partial(self._carry_over, tuple(block_ids), role),
            )

    def _carry_over(self, block_ids: tuple[int, ...], role: Role) -> None:
        self._place.session.apply(edits.SetRole(block_ids, role))


def _alike(
    project: Project, article_id: int, blocks: list[Block], role: Role, cancelled: Cancelled
) -> list[int]:
    own = project.again()
    try:
        return similar_blocks(own, article_id, blocks, role, cancelled)
    finally:
        own.close()
