"""What is still uncertain when an article is finished: one list, checked is accepted, the rest is rejected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.edits import Decide, Edit
from desktop_app.domain.mention import Decision, Mention
from desktop_app.gui.article.check_list import CheckListModel, CheckListView
from desktop_app.gui.pieces import resize_to_screen
from desktop_app.gui.session import Session
from desktop_app.gui.words.josa import fill
from desktop_app.review.elsewhere.propagation import Contexts


class FinishDialog(QDialog):
    """Asks about undecided mentions that the machine was not sure of; Enter decides all as checked."""

    def __init__(self, session: Session, unsure: Sequence[Mention], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Finish the article"))
        self.model = CheckListModel(Contexts(session.desk.project), session.desk.schema, unsure, parent=self)
        self.list = CheckListView(self.model, self)
        self.list.setAccessibleName(self.tr("Uncertain mentions"))
        said = self.tr("{n} suggestions are uncertain. Checked ones are accepted, the others rejected.")
        self.summary = QLabel(fill(said, n=len(unsure)), self)
        self.summary.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.confirm = QPushButton(self.tr("Finish"), self)
        buttons.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.confirm.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (self.summary, self.list, buttons):
            layout.addWidget(widget)
        resize_to_screen(self, 760, 460)
        self.list.setFocus()

    def edits(self) -> list[Edit]:
        """What was decided about them."""
        accepted, rejected = (tuple(m.id for m in part) for part in self.model.split())
        made: list[Edit] = []
        if accepted:
            made.append(Decide(accepted, Decision.ACCEPTED))
        if rejected:
            made.append(Decide(rejected, Decision.REJECTED))
        return made
