"""The card of the current mention: what it is, where it comes from, and the decision on it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.mention import PERSON, Decision, Mention
from desktop_app.gui.bench import Bench, Panel
from desktop_app.gui.pieces import Elided, label, scaled
from desktop_app.gui.words import names
from desktop_app.gui.words.josa import fill, several
from desktop_app.store.tallies import Tallies


class LabelChip(QWidget):
    """A label's name on its tint."""

    PAD_X, PAD_Y = 8, 3

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._code = ""
        scaled(self, 0.92, bold=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_label(self, code: str) -> None:
        """Show a label."""
        self._code = code
        self.setAccessibleName(self._bench.label_name(code))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().size(0, self._bench.label_name(self._code))
        return text.grownBy(QMargins(self.PAD_X, self.PAD_Y, self.PAD_X, self.PAD_Y))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, hue = self._bench.appearance.theme, self._bench.label(self._code).colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.label_tint(hue))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setPen(theme.label_ink(hue))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._bench.label_name(self._code))
        painter.end()


class MentionCard(Panel):
    """The current mention. The two buttons do what their keys do."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._chip = LabelChip(bench)
        self._decision = label(strength="quiet")
        self._surface = label(wrap=True)
        self._surface.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        scaled(self._surface, 1.3, bold=True)
        self._facts = QGridLayout()
        self._values: list[tuple[QLabel, Elided]] = [
            (label(strength="faint"), Elided(strength="quiet")) for _ in range(4)
        ]
        self._accept, self._reject = QPushButton(), QPushButton()
        self._hint = label(strength="quiet", wrap=True)
        self._whole = QWidget()
        self._lay_out()
        self._accept.clicked.connect(lambda: bench.run("accept"))
        self._reject.clicked.connect(lambda: bench.run("reject"))
        self.session.current_changed.connect(self.refresh_soon)
        self.session.article_changed.connect(self.refresh_soon)
        self.session.article_opened.connect(self.refresh_soon)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._chip)
        top.addStretch(1)
        top.addWidget(self._decision)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(2)
        self._facts.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self._values):
            self._facts.addWidget(name, row, 0)
            self._facts.addWidget(value, row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._accept, self._reject):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button, 1)
        inner = QVBoxLayout(self._whole)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addLayout(top)
        inner.addWidget(self._surface)
        inner.addLayout(self._facts)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self._whole)
        column.addWidget(self._hint)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Current mention"))
        self._accept.setText(_with_key(self.tr("Accept"), self.bench.key("accept")))
        self._reject.setText(_with_key(self.tr("Reject"), self.bench.key("reject")))
        self.refresh()

    def refresh(self) -> None:
        mention = self.session.current
        self._whole.setVisible(mention is not None)
        self._hint.setVisible(mention is None)
        if mention is None:
            self._hint.setText(self._nothing())
            return
        surface = self.session.surface(mention)
        self._chip.set_label(mention.label)
        self._surface.setText(surface)
        self._decision.setText(names.decision(mention.decision))
        self._accept.setEnabled(mention.decision is not Decision.ACCEPTED)
        self._reject.setEnabled(mention.decision is not Decision.REJECTED)
        self._show_facts(self._known_of(mention, surface))
        self.setAccessibleDescription(
            f"{surface}, {self.bench.label_name(mention.label)}, {self._decision.text()}"
        )

    def _nothing(self) -> str:
        if self.session.article is None:
            return self.tr("Choose an article at the left.")
        if not self.session.article.mentions and not self.session.article.article.suggested_hash:
            return self.tr("No suggestions yet. They appear here as soon as they are made.")
        left = len(self.session.undecided())
        if left:
            key = self.bench.key("next_undecided")
            one = self.tr("{n} mention is undecided. {key} goes to it.")
            many = self.tr("{n} mentions are undecided. {key} goes to the next one.")
            return several(left, one, many, key=key)
        return fill(
            self.tr("Everything is decided. {key} finishes the article."), key=self.bench.key("finish")
        )

    def _known_of(self, mention: Mention, surface: str) -> list[tuple[str, str]]:
        project = self.session.desk.project
        facts = []
        if mention.value is not None:
            facts.append((names.value_kind(mention.value.kind), mention.value.text))
        if mention.concept_id is not None:
            facts.append((self.tr("Concept"), project.concepts.get(mention.concept_id).name))
        origin = names.origin(mention.origin)
        sure = "" if mention.origin == PERSON else f" · {mention.confidence:.0%}"
        facts.append((self.tr("Origin"), origin + sure))
        same = Tallies(project.db).with_surface(mention.article_id, surface, mention.label)
        everywhere = project.mentions.count_surface(surface, mention.label)
        places = fill(self.tr("{n} here · {m} in the project"), n=same, m=f"{max(everywhere, 1):,}")
        facts.append((self.tr("Same"), places))
        return facts

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        for row, (name, value) in enumerate(self._values):
            known = row < len(facts)
            name.setVisible(known)
            value.setVisible(known)
            if known:
                name.setText(facts[row][0])
                value.set_whole(facts[row][1])


def _with_key(text: str, key: str) -> str:
    return f"{text}  {key}" if key else text
