"""The look in use: theme and fonts, applied to the application and told to whoever paints."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.gui.looks.fonts import chrome_family, reading_font
from desktop_app.gui.looks.icons import Icons
from desktop_app.gui.looks.palette import palette_of
from desktop_app.gui.looks.style import style_sheet
from desktop_app.gui.looks.theme import Theme, load_themes
from desktop_app.settings import Settings


class Appearance(QObject):
    """Hands out the theme, icons and the reading font; `changed` says that any of them is another now.

    Widgets that paint ask for `theme` while they paint and keep no colours.
    """

    changed = Signal()

    def __init__(self, settings: Settings, resources: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._resources = settings, resources
        self._themes = load_themes(resources / "themes")
        self.icons = Icons(resources / "icons")
        self.theme = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def names(self) -> list[str]:
        """The names of the themes there are."""
        return sorted(self._themes)

    def reading_font(self) -> QFont:
        """The font that articles are read in."""
        return reading_font(self._settings.reading)

    def apply(self) -> None:
        """Give the whole application the theme that the settings ask for."""
        self.theme = self._wanted()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if app.style().objectName().lower() != "fusion":
            app.setStyle("Fusion")
        _write_hangul(app)
        app.setPalette(palette_of(self.theme))
        sheet = style_sheet(self.theme, self._resources / "icons")
        if app.styleSheet() != sheet:
            app.setStyleSheet(sheet)
        self.icons.theme = self.theme
        self.changed.emit()

    def _wanted(self) -> Theme:
        name = self._settings.general.theme
        if name == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            name = "dark" if dark else "light"
        return self._themes.get(name) or self._themes["light"]

    def _on_scheme_changed(self) -> None:
        if self._settings.general.theme == "system" and self._wanted() is not self.theme:
            self.apply()


def _write_hangul(app: QApplication) -> None:
    """Where the system's font has no Hangul, one that has stands behind it: else Chinese glyphs may be chosen."""
    font, behind = app.font(), chrome_family()
    if behind and font.family() != behind and behind not in font.families():
        font.setFamilies([font.family(), behind])
        app.setFont(font)
