"""Four short cards on the real thing, for the first time; they leave the keys to the article."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui.frame.workspace import Workspace
from desktop_app.gui.pieces import label, scaled
from desktop_app.gui.words.josa import fill

WIDTH, MARGIN = 320, 14


class Onboarding(QFrame):
    """A card beside the part it speaks of; `done` when the last was read or they were sent away."""

    done = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._page = workspace, parent
        self._at = 0
        self.setProperty("guide", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title, self.text, self.count = label(), label(wrap=True), label(strength="faint")
        scaled(self.title, 1.1, bold=True)
        self.next, self.skip = QPushButton(), QPushButton()
        self.next.setProperty("primary", True)
        for button in (self.next, self.skip):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bottom = QHBoxLayout()
        bottom.addWidget(self.count, 1)
        bottom.addWidget(self.skip)
        bottom.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 16, 14)
        column.setSpacing(9)
        for part in (self.title, self.text):
            column.addWidget(part)
        column.addLayout(bottom)
        self.setFixedWidth(WIDTH)
        self.next.clicked.connect(self.go_on)
        self.skip.clicked.connect(self._leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._leave)
        parent.installEventFilter(self)
        self._tell()

    def _cards(self) -> list[tuple[str, str, QWidget]]:
        key = self._workspace.bench.key
        side = self._workspace
        return [
            (
                self.tr("Read, and decide"),
                fill(
                    self.tr("The machine has marked names. {accept} accepts the current one, {reject} rejects it; "
                            "then the next one is there."),
                    accept=key("accept"), reject=key("reject"),
                ),
                side.view,
            ),
            (
                self.tr("Put it right"),
                fill(
                    self.tr("1 to 0 change the label. {a} {b} move the start, {c} {d} the end. Select text and press "
                            "a label's key to mark what was missed."),
                    a=key("start_left"), b=key("start_right"), c=key("end_left"), d=key("end_right"),
                ),
                side.view,
            ),
            (
                self.tr("What is known"),
                self.tr("Here stand the current mention, all mentions by label, tags and notes. "
                        "Everything is saved at once, and every step can be undone."),
                side.inspector,
            ),
            (
                self.tr("Go on"),
                fill(
                    self.tr("{finish} finishes the article and opens the next one. {palette} finds every command, "
                            "? shows all keys."),
                    finish=key("finish"), palette=key("palette"),
                ),
                side.queue,
            ),
        ]  # fmt: skip

    def _tell(self) -> None:
        cards = self._cards()
        title, text, target = cards[self._at]
        self.title.setText(title)
        self.text.setText(text)
        self.count.setText(f"{self._at + 1}/{len(cards)}")
        self.next.setText(self.tr("Next") if self._at + 1 < len(cards) else self.tr("Begin"))
        self.skip.setText(self.tr("Skip"))
        self.setAccessibleName(f"{title}. {text}")
        self.setFixedHeight(self.heightForWidth(WIDTH))
        self._place(target)

    def _place(self, target: QWidget) -> None:
        """Beside the target where there is room, else over its lower end."""
        corner = target.mapTo(self._page, QPoint(0, 0)) if target.isVisible() else QPoint(0, 0)
        there = QRect(corner, target.size()) if target.isVisible() else self._page.rect()
        x = there.center().x() - WIDTH // 2
        if there.right() + WIDTH + MARGIN < self._page.width():
            x = there.right() + MARGIN
        elif there.left() - WIDTH - MARGIN > 0:
            x = there.left() - WIDTH - MARGIN
        y = there.top() + 90 if x != there.center().x() - WIDTH // 2 else there.bottom() - self.height() - 40
        self.move(max(MARGIN, x), max(MARGIN, min(y, self._page.height() - self.height() - MARGIN)))

    def go_on(self) -> None:
        """The next card, or away after the last."""
        if self._at + 1 == len(self._cards()):
            self._leave()
            return
        self._at += 1
        self._tell()

    def _leave(self) -> None:
        self.done.emit()
        self.close()
        self._workspace.view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._tell()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
