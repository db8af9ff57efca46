"""What deciding in the whole project would touch: looked over, unchecked where it is wrong, confirmed by Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.mention import Mention
from desktop_app.gui.article.check_list import CheckListModel, CheckListView
from desktop_app.gui.session import Session
from desktop_app.gui.words.josa import fill
from desktop_app.review.propagation import Contexts, Place


class PropagationDialog(QDialog):
    """Lists every place that a decision would touch; those that a person decided otherwise start unchecked."""

    def __init__(
        self, session: Session, heading: str, places: Sequence[Place], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
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
        self._on_checked()

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
        self.resize(820, 520)
        self.list.setFocus()

    def _on_checked(self) -> None:
        chosen = len(self.model.split()[0])
        self.confirm.setText(fill(self.tr("Apply to {n}"), n=chosen))
        self.confirm.setEnabled(chosen > 0)

    def chosen(self) -> list[Mention]:
        """The mentions that are checked."""
        return self.model.split()[0]
