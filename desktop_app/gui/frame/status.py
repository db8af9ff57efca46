"""The line at the bottom: the keys for what can be done now at the left, the project at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.article import ArticleState
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.pieces import Elided, label, scaled
from desktop_app.gui.words.josa import fill

WITH_MENTION = ("accept", "reject", "particle", "split", "note", "undo")
WITHOUT_MENTION = ("next_undecided", "finish", "tags", "undo", "palette")
WITHOUT_ARTICLE = ("next_article", "palette")


class StatusLine(Panel):
    """What can be done now depends on whether an article is open and a mention current."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.keys = Elided(strength="quiet")
        self.saved = label(strength="quiet")
        self.model = label(strength="quiet")
        self.progress = label(strength="quiet")
        self._model_name = ""
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 5, 12, 6)
        line.setSpacing(16)
        line.addWidget(self.keys, 1)
        for part in (self.saved, self.model, self.progress):
            line.addWidget(part)
        for part in (self.keys, self.saved, self.model, self.progress):
            scaled(part, 0.92)
        self.session.current_changed.connect(self.refresh_soon)
        self.session.article_opened.connect(self.refresh_soon)
        self.session.changed.connect(self.refresh_soon)
        bench.services.model_changed.connect(self.show_model)
        bench.keymap.changed.connect(self.refresh_soon)
        self.retranslate()

    def retranslate(self) -> None:
        self.saved.setText(self.tr("Saved"))
        self.saved.setToolTip(self.tr("Every step is in the project file at once. There is no Save."))
        self.show_model(self._model_name)

    def show_model(self, name: str) -> None:
        """Show which model makes suggestions; without one it is getting ready."""
        self._model_name = name
        self.model.setText(
            fill(self.tr("Model {name}"), name=name) if name else self.tr("Model is getting ready")
        )

    def refresh(self) -> None:
        self.keys.set_whole(self._hints())
        articles = self.session.desk.project.articles
        done, total = articles.count(ArticleState.REVIEWED), articles.count()
        self.progress.setText(
            fill(self.tr("{done} / {total} reviewed"), done=f"{done:,}", total=f"{total:,}")
        )

    def _hints(self) -> str:
        wanted: tuple[str, ...] = WITHOUT_ARTICLE
        if self.session.article is not None:
            wanted = WITH_MENTION if self.session.current is not None else WITHOUT_MENTION
        hints = [self._hint(action_id) for action_id in wanted]
        if self.session.current is not None:
            hints[2:2] = [self.tr("1–0 Label"), self.tr("Q W E R Boundary")]
        return "    ".join([*(h for h in hints if h), self.tr("? All keys")])

    def _hint(self, action_id: str) -> str:
        key = self.bench.key(action_id)
        return f"{key} {self.bench.keymap.name(action_id).rstrip('…')}" if key else ""
