"""The page without a project: samples, a new project, an existing one, the recent ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.looks.appearance import Appearance
from desktop_app.gui.pieces import label, scaled
from desktop_app.gui.rows import TwoLineDelegate
from desktop_app.settings import Settings

PathRole = Qt.ItemDataRole.UserRole


class WelcomePage(QWidget):
    """`chosen` carries the path of a recent project; the buttons run the actions they are named for."""

    chosen = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        settings: Settings,
        run: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._settings = appearance, settings
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark, self._name, self._lead = QLabel(), label("다듬"), label(strength="quiet", wrap=True)
        scaled(self._name, 2.4, bold=True)
        scaled(self._lead, 1.1)
        self.samples, self.new, self.open = QPushButton(), QPushButton(), QPushButton()
        for button, action_id in ((self.samples, "samples"), (self.new, "new"), (self.open, "open")):
            button.setMinimumHeight(38)
            button.clicked.connect(lambda _=False, wanted=action_id: run(wanted))
        self.samples.setProperty("primary", True)
        self._recent_title = label(strength="quiet")
        self.recent = QListWidget()
        self.recent.setProperty("surface", "paper")
        self.recent.setItemDelegate(TwoLineDelegate(appearance, self.recent))
        self.recent.setMouseTracking(True)
        self.recent.itemActivated.connect(self._on_chosen)
        self.recent.itemClicked.connect(self._on_chosen)
        self._drop = label(strength="faint", wrap=True)
        self._lay_out()
        appearance.changed.connect(self._draw_mark)
        self.retranslate()
        self._draw_mark()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._mark)
        head.addWidget(self._name)
        head.addStretch(1)
        column.addStretch(2)
        column.addLayout(head)
        column.addWidget(self._lead)
        column.addSpacing(14)
        for button in (self.samples, self.new, self.open):
            column.addWidget(button)
        column.addSpacing(10)
        column.addWidget(self._recent_title)
        column.addWidget(self.recent)
        column.addWidget(self._drop)
        column.addStretch(3)
        inner = QWidget()
        inner.setFixedWidth(420)
        inner.setLayout(column)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner)
        outer.addStretch(1)

    def retranslate(self) -> None:
        """Set every word."""
        self._lead.setText(
            self.tr("Read Korean articles and put their names right, at the speed of reading.")
        )
        self.samples.setText(self.tr("Open the samples"))
        self.new.setText(self.tr("New project…"))
        self.open.setText(self.tr("Open a project…"))
        self._recent_title.setText(self.tr("Recent projects"))
        self.recent.setAccessibleName(self.tr("Recent projects"))
        self._drop.setText(self.tr("Or drop a project here."))
        self.refresh()

    def refresh(self) -> None:
        """List the recent projects that are still there."""
        self.recent.clear()
        for text in self._settings.general.recent:
            path = Path(text)
            if path.is_file():
                item = QListWidgetItem(f"{path.stem}\n{_short(path)}")
                item.setData(PathRole, path)
                item.setToolTip(text)
                self.recent.addItem(item)
        count = self.recent.count()
        self.recent.setVisible(count > 0)
        self._recent_title.setVisible(count > 0)
        row = self.recent.sizeHintForRow(0) if count else 0
        self.recent.setFixedHeight(min(4, count) * row + 6)

    def _draw_mark(self) -> None:
        colour = self._appearance.theme.colour("ink")
        self._mark.setPixmap(self._appearance.icons.pixmap("dadeum", 56, colour, self.devicePixelRatioF()))
        self._mark.setFixedSize(QSize(56, 56))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(PathRole))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _short(path: Path) -> str:
    """The folder, with the home folder written ~."""
    try:
        return f"~/{path.parent.relative_to(Path.home())}"
    except ValueError:
        return str(path.parent)
