"""Small things that panels are built of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QSizePolicy, QToolButton, QWidget

from desktop_app.gui.looks.appearance import Appearance


class Elided(QLabel):
    """A one-line label that shortens its text with an ellipsis where it does not fit; the whole is its tool tip."""

    def __init__(self, parent: QWidget | None = None, strength: str = "") -> None:
        super().__init__(parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if strength:
            self.setProperty("strength", strength)

    def set_whole(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def whole(self) -> str:
        """The text, not shortened."""
        return self._whole

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        if shown != self.text():
            self.setText(shown)


def label(text: str = "", strength: str = "", *, wrap: bool = False) -> QLabel:
    """A plain-text label in one of the strengths of ink."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if strength:
        made.setProperty("strength", strength)
    return made


def scaled(widget: QWidget, factor: float, *, bold: bool = False) -> None:
    """Set a widget's font as a multiple of the application's, so that it follows the system's size."""
    font = widget.font()
    font.setPointSizeF(max(6.0, font.pointSizeF() * factor))
    if bold:
        font.setWeight(font.Weight.DemiBold)
    widget.setFont(font)


def hairline() -> QFrame:
    """A horizontal line of one pixel."""
    line = QFrame()
    line.setProperty("line", True)
    line.setFixedHeight(1)
    return line


class IconButton(QToolButton):
    """A flat button with an icon that follows the theme."""

    def __init__(
        self, appearance: Appearance, icon: str, act: Callable[[], object] | None = None, *, size: int = 16
    ) -> None:
        super().__init__()
        self._appearance, self._icon_name = appearance, icon
        self.setIconSize(QSize(size, size))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._recolour()
        appearance.changed.connect(self._recolour)
        if act is not None:
            self.clicked.connect(lambda _=False: act())

    def set_words(self, tip: str) -> None:
        """What the button does: tool tip and accessible name."""
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def _recolour(self) -> None:
        self.setIcon(self._appearance.icons.icon(self._icon_name))


def swatch(colour: QColor, size: int = 10, ratio: float = 2.0) -> QPixmap:
    """A small filled square, for label colours in lists."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(colour)
    return pixmap


def emptied(layout: QLayout) -> None:
    """Take every widget out of a layout and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


FRAME = 48
"""Room for a window's frame and a panel of the desktop, in device-independent pixels."""


def resize_to_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, or what the screen has room for."""
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width() - FRAME), min(height, room.height() - FRAME))
