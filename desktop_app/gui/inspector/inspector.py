"""The inspector: the current mention on top, below it the article's parts, history, concepts, guideline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.inspector.card import MentionCard
from desktop_app.gui.inspector.concepts import ConceptsPanel
from desktop_app.gui.inspector.guideline import GuidelinePanel
from desktop_app.gui.inspector.history import HistoryPanel
from desktop_app.gui.inspector.mentions import MentionsPanel
from desktop_app.gui.inspector.metadata import MetadataPanel
from desktop_app.gui.inspector.notes import NotesPanel
from desktop_app.gui.inspector.section import Section
from desktop_app.gui.inspector.tags import TagsPanel
from desktop_app.gui.pieces import hairline

PAGES = ("review", "history", "concepts", "guideline")


class ReviewPage(QWidget):
    """Card, mentions, tags, metadata, notes: what is looked at while reviewing."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = MentionCard(bench)
        self.mentions = MentionsPanel(bench)
        self.tags = TagsPanel(bench)
        self.metadata = MetadataPanel(bench)
        self.notes = NotesPanel(bench)
        parts = (self.mentions, self.tags, self.metadata, self.notes)
        self.sections = {
            name: Section(bench.appearance, part)
            for name, part in zip(("mentions", "tags", "metadata", "notes"), parts, strict=True)
        }
        self.mentions.setMinimumHeight(120)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card)
        for name, section in self.sections.items():
            column.addWidget(section, 1 if name == "mentions" else 0)
        column.addStretch(0)
        self._spring = column
        self.tags.counted.connect(self.sections["tags"].set_count)
        self.notes.counted.connect(self.sections["notes"].set_count)
        self._bench = bench
        for name, section in self.sections.items():
            section.set_folded(name in bench.settings.window.folded)
            section.folded_changed.connect(lambda _: self._remember())
        self._remember()

    def _remember(self) -> None:
        folded = [name for name, section in self.sections.items() if section.folded]
        self._bench.settings.window.folded = folded
        self._spring.setStretch(self._spring.count() - 1, 1 if "mentions" in folded else 0)

    def retranslate(self) -> None:
        """Set the headings."""
        words = (self.tr("Mentions"), self.tr("Tags"), self.tr("Article"), self.tr("Notes"))
        for section, word in zip(self.sections.values(), words, strict=True):
            section.set_title(word)

    def reveal(self, name: str) -> None:
        """Unfold a section."""
        self.sections[name].set_folded(False)


class Inspector(Panel):
    """Four pages under flat tabs; a page that was never looked at is not built."""

    def __init__(self, bench: Bench, guidelines: Path, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.pages = QStackedWidget()
        self.review = ReviewPage(bench)
        self._guidelines = guidelines
        self._built: dict[str, QWidget] = {}
        for name in PAGES:
            self.tabs.addTab(name)
            self.pages.addWidget(self._scrolling(self.review) if name == "review" else QWidget())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(hairline())
        column.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(lambda place: self.show_page(PAGES[place]))
        self.retranslate()

    @staticmethod
    def _scrolling(page: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setObjectName("scrolled")
        area.setWidget(page)
        return area

    def retranslate(self) -> None:
        words = (self.tr("Review"), self.tr("History"), self.tr("Concepts"), self.tr("Guideline"))
        for place, word in enumerate(words):
            self.tabs.setTabText(place, word)
        self.tabs.setAccessibleName(self.tr("Inspector"))
        self.review.retranslate()

    def show_page(self, name: str) -> None:
        """Show one of `PAGES`."""
        place = PAGES.index(name)
        if name != "review" and name not in self._built:
            self._built[name] = self._made(name)
            empty = self.pages.widget(place)
            if empty is not None:
                self.pages.removeWidget(empty)
                empty.deleteLater()
            self.pages.insertWidget(place, self._built[name])
        blocker = QSignalBlocker(self.tabs)
        self.tabs.setCurrentIndex(place)
        del blocker
        self.pages.setCurrentIndex(place)

    def _made(self, name: str) -> QWidget:
        make: dict[str, Callable[[], QWidget]] = {
            "history": lambda: HistoryPanel(self.bench),
            "concepts": lambda: ConceptsPanel(self.bench),
            "guideline": lambda: GuidelinePanel(self.bench, self._guidelines),
        }
        return make[name]()

    def page(self, name: str) -> QWidget | None:
        """A page that was built, else None."""
        return self.review if name == "review" else self._built.get(name)

    def show_guideline(self, code: str) -> None:
        """Show the passage on a label."""
        self.show_page("guideline")
        page = self._built["guideline"]
        assert isinstance(page, GuidelinePanel)
        page.show_label(code)

    def ask_tag(self) -> None:
        """Let a tag be written."""
        self.show_page("review")
        self.review.reveal("tags")
        self.review.tags.ask()
