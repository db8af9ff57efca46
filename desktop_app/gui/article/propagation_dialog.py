"""What deciding in the whole project would touch: looked over, unchecked where it is wrong, confirmed by Enter."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.mention import Mention
from desktop_app.gui.article.check_list import CheckListModel, CheckListView
from desktop_app.gui.pieces import resize_to_screen
from desktop_app.gui.session import Session
from desktop_app.gui.words.josa import fill
from desktop_app.review.elsewhere.propagation import Contexts, Place

SLICE_S = 0.03
"""Seconds of looking for unmarked places between two looks at keys and clicks."""
MOST = 5_000
_END = object()


class PropagationDialog(QDialog):
    """Lists every place that a decision would touch; those that a person decided otherwise start unchecked.

    What `unmarked` yields (None: nothing in that article any more) is added while the dialog stands.
    """

    def __init__(
        self,
        session: Session,
        heading: str,
        places: Sequence[Place],
        parent: QWidget | None = None,
        unmarked: Iterable[Mention | None] = (),
    ) -> None:
        super().__init__(parent)
        self._places, self._unmarked = places, iter(unmarked)
        self._found = 0
        project, schema = session.desk.project, session.desk.schema
        conflicts = frozenset(p.mention.id for p in places if p.conflict)
        self.setWindowTitle(self.tr("In the whole project"))
        self.model = CheckListModel(Contexts(project), schema, [p.mention for p in places], conflicts, self)
        self.list = CheckListView(self.model, self)
        self.list.setAccessibleName(self.tr("Places in the project"))
        self.heading = QLabel(heading, self)
        self.summary = QLabel(self._counted(places), self)
        self.buttons = QDialogButtonBox(self)
        self.confirm = QPushButton(self)
        self.buttons.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.confirm.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.model.dataChanged.connect(self._on_checked)
        self._arrange()
        self._search = QTimer(self, interval=0)
        self._search.timeout.connect(self._look_further)
        self._look_further()
        self._search.start()

    def _look_further(self) -> None:
        """Look for places that are not marked yet, a slice of time long."""
        until, found, ended = time.perf_counter() + SLICE_S, list[Mention](), False
        while time.perf_counter() < until and not ended:
            place = next(self._unmarked, _END)
            ended = place is _END or self._found + len(found) >= MOST
            if isinstance(place, Mention):
                found.append(place)
        if found:
            self._found += len(found)
            self.model.extend(found)
        if ended:
            self._search.stop()
        self.summary.setText(self._counted(self._places))
        self._on_checked()

    def done(self, result: int) -> None:
        """Look no further."""
        self._search.stop()
        super().done(result)

    def _counted(self, places: Sequence[Place]) -> str:
        articles = len({p.mention.article_id for p in places})
        said = (
            self.tr("{n} mentions in one article")
            if articles == 1
            else self.tr("{n} mentions in {m} articles")
        )
        said = fill(said, n=len(places), m=articles)
        conflicts = sum(p.conflict for p in places)
        if conflicts:
            said += fill(self.tr(" · {n} decided otherwise before (⚠, not checked)"), n=conflicts)
        if self._found:
            said += fill(self.tr(" · {n} not marked yet"), n=f"{self._found:,}")
        return said

    def _arrange(self) -> None:
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.heading.setFont(font)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        for widget in (self.heading, self.summary, self.list, self.buttons):
            layout.addWidget(widget)
        resize_to_screen(self, 820, 520)
        self.list.setFocus()

    def _on_checked(self) -> None:
        chosen = len(self.model.split()[0])
        self.confirm.setText(fill(self.tr("Apply to {n}"), n=chosen))
        self.confirm.setEnabled(chosen > 0)

    def chosen(self) -> list[Mention]:
        """The mentions that are checked."""
        return self.model.split()[0]
