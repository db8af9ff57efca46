"""The language of the window: Korean or English, switched while it is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

LANGUAGES = {"ko": "한국어", "en": "English"}


class Language(QObject):
    """Installs translators; every widget hears of a switch as a LanguageChange event."""

    changed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._translators: list[QTranslator] = []
        self._data: list[bytes] = []  # stays as long as the translators that read it
        self.code = "en"

    def use(self, wanted: str) -> None:
        """Switch to "ko" or "en", or with "system" to what the system speaks."""
        code = wanted if wanted in LANGUAGES else system_language()
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._translators = [t for t in self._loaded(code) if QCoreApplication.installTranslator(t)]
        self.code = code
        QLocale.setDefault(QLocale(code))
        self.changed.emit(code)

    def _loaded(self, code: str) -> list[QTranslator]:
        """Translators read into memory: Qt maps a file, and dies when it is replaced under it (an update)."""
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._data, found = [], []
        for path in (qt_folder / f"qtbase_{code}.qm", self._folder / f"dadeum_{code}.qm"):
            translator = QTranslator(self)
            if path.is_file():
                self._data.append(path.read_bytes())
                if translator.load(self._data[-1]):
                    found.append(translator)
        return found


def system_language() -> str:
    """What the system speaks: "en" where it names a language other than Korean, else "ko".

    A system without a language (C, POSIX) is an office machine that nobody has set up, not an English one.
    """
    named = QLocale.system().name()
    return "ko" if named in {"", "C"} or named.startswith("ko") else "en"
