"""Line icons: one SVG file each, drawn in the theme's ink."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.gui.looks.theme import Theme

SIZES = (16, 20)


class Icons:
    """Makes icons of SVG files whose strokes say `currentColor`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.theme: Theme | None = None
        self._made: dict[tuple[str, str, str], QIcon] = {}

    def icon(self, name: str, colour: str = "quiet") -> QIcon:
        """The icon in a colour of the theme; an empty icon where there is no such file."""
        if self.theme is None or not name:
            return QIcon()
        key = (self.theme.name, name, colour)
        if key not in self._made:
            self._made[key] = self._drawn(self.theme, name, colour)
        return self._made[key]

    def _drawn(self, theme: Theme, name: str, colour: str) -> QIcon:
        icon = QIcon()
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        for size in SIZES:
            pixmap = self.pixmap(name, size, theme.colour(colour), ratio)
            if not pixmap.isNull():
                icon.addPixmap(pixmap)
        return icon

    def pixmap(self, name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
        """The icon drawn at a size in device-independent pixels."""
        svg = _read(self._folder / f"{name}.svg")
        if not svg:
            return QPixmap()
        renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour.name()).encode()))
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap


@lru_cache(maxsize=256)
def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
