"""The line over the article: title, where and when it appeared, how far its review is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.article import ArticleState
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.pieces import Elided, IconButton, hairline, label, scaled
from desktop_app.gui.words import names
from desktop_app.gui.words.josa import fill
from desktop_app.review.desk import OpenArticle

TITLE_LENGTH = 60


class ArticleHeader(Panel):
    """Title; outlet · date · state; decided of all; previous, next, finish."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Elided()
        scaled(self.title, 1.18, bold=True)
        self.facts = Elided(strength="quiet")
        self.counts = label(strength="quiet")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(72)
        self.previous = IconButton(bench.appearance, "previous", lambda: bench.run("previous_article"))
        self.next = IconButton(bench.appearance, "next", lambda: bench.run("next_article"))
        self.finish = QPushButton()
        self.finish.clicked.connect(lambda: bench.run("finish"))
        self._lay_out()
        for signal in (self.session.article_opened, self.session.article_changed):
            signal.connect(self.refresh_soon)
        bench.keymap.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addWidget(self.facts, 1)
        second.addWidget(self._bar)
        second.addWidget(self.counts)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.title)
        words.addLayout(second)
        line = QHBoxLayout()
        line.setContentsMargins(24, 10, 14, 10)
        line.setSpacing(6)
        line.addLayout(words, 1)
        line.addSpacing(10)
        for button in (self.previous, self.next, self.finish):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(hairline())

    def retranslate(self) -> None:
        key = self.bench.key
        self.previous.set_words("  ".join([self.tr("Previous article"), key("previous_article")]))
        self.next.set_words("  ".join([self.tr("Next article"), key("next_article")]))
        self.finish.setToolTip("  ".join([self.tr("Finish and next article"), key("finish")]))
        self._bar.setAccessibleName(self.tr("Mentions decided"))
        self.refresh()

    def refresh(self) -> None:
        article = self.session.article
        for part in (self.finish, self.previous, self.next, self._bar, self.counts):
            part.setVisible(article is not None)
        if article is None:
            self.title.set_whole("")
            self.facts.set_whole("")
            return
        meta = article.article.metadata
        self.title.set_whole(meta.title or _beginning(article))
        parts = [meta.outlet, meta.published[:10], meta.reporter, self._state(article)]
        self.facts.set_whole("  ·  ".join(p for p in parts if p))
        self._show_counts(article)
        reviewed = article.article.state is ArticleState.REVIEWED
        self.finish.setText(self.tr("Reviewed") if reviewed else self.tr("Finish"))
        self.finish.setProperty("primary", not reviewed)
        self.finish.style().polish(self.finish)

    def _state(self, article: OpenArticle) -> str:
        state = article.article.state
        text = names.state(state)
        return f"{text} ({article.article.reviewer})" if article.article.reviewer else text

    def _show_counts(self, article: OpenArticle) -> None:
        total = len(article.mentions)
        decided = sum(1 for m in article.mentions if m.decided)
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(decided)
        self.counts.setText(fill(self.tr("{decided}/{total} decided"), decided=decided, total=total))


def _beginning(article: OpenArticle) -> str:
    """An article without a title is known by its first words."""
    words = " ".join(article.map.text[: 2 * TITLE_LENGTH].split())
    return words[:TITLE_LENGTH] + ("…" if len(words) > TITLE_LENGTH else "")
