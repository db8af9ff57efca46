"""The article's topic tags: suggested ones with accept and reject, a field to add one."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain import edits
from desktop_app.domain.changes import Kind
from desktop_app.domain.mention import Decision, Tag
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.pieces import Elided, IconButton, emptied
from desktop_app.gui.words import tag_names
from desktop_app.gui.words.josa import fill


class TagRow(QWidget):
    """One tag. `hovered` carries its evidence (spans of raw) while the pointer rests on it, else nothing."""

    hovered = Signal(object)

    def __init__(self, bench: Bench, tag: Tag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag = tag
        accepted = tag.decision is Decision.ACCEPTED
        name = Elided(strength="" if accepted else "quiet")
        called = tag_names.tag(tag.tag)
        name.set_whole(f"✓ {called}" if accepted else f"{called}  {tag.confidence:.0%}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(name, 1)
        session, article_id = bench.session, tag.article_id
        if not accepted:
            accept = IconButton(
                bench.appearance, "check", lambda: session.apply(edits.AddTag(article_id, tag.tag)), size=14
            )
            accept.set_words(fill(self.tr("Accept tag {tag}"), tag=called))
            line.addWidget(accept)
        remove = IconButton(
            bench.appearance, "cross", lambda: session.apply(edits.RemoveTag(article_id, tag.tag)), size=14
        )
        remove.set_words(fill(self.tr("Remove tag {tag}"), tag=called))
        line.addWidget(remove)

    def enterEvent(self, event: object) -> None:
        super().enterEvent(event)  # type: ignore[arg-type]
        self.hovered.emit(self._tag.evidence)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self.hovered.emit(())


class TagsPanel(Panel):
    """Tags of the open article. `evidence_wanted` carries the spans of raw that speak for the tag pointed at."""

    evidence_wanted = Signal(object)
    counted = Signal(str)

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.field = QLineEdit()
        self.field.setProperty("quietField", True)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 10, 8)
        column.setSpacing(2)
        column.addLayout(self._rows)
        column.addWidget(self.field)
        self.field.returnPressed.connect(self._on_entered)
        self.refresh_on(Kind.TAG)
        self.retranslate()

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Add a tag"))
        self.field.setAccessibleName(self.tr("Add a tag"))

    def refresh(self) -> None:
        emptied(self._rows)
        article = self.session.article
        self.field.setEnabled(article is not None)
        tags = [t for t in article.tags if t.decision is not Decision.REJECTED] if article else []
        for tag in sorted(tags, key=lambda t: (t.decision is not Decision.ACCEPTED, -t.confidence)):
            row = TagRow(self.bench, tag)
            row.hovered.connect(self.evidence_wanted)
            self._rows.addWidget(row)
        accepted = sum(1 for t in tags if t.decision is Decision.ACCEPTED)
        self.counted.emit(f"{accepted}/{len(tags)}" if tags else "")
        used = (tag_names.tag(t) for t, _ in self.session.desk.project.tags.vocabulary())
        self._known.setStringList(list(dict.fromkeys([*used, *tag_names.known()])))

    def ask(self) -> None:
        """Put the caret where a tag is written."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_entered(self) -> None:
        text, article_id = tag_names.code(self.field.text()), self.session.article_id
        if text and article_id is not None and self.session.apply(edits.AddTag(article_id, text)) is not None:
            self.field.clear()
