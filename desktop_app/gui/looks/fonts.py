"""Fonts: which have Hangul, which one articles are read in."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop_app.settings import ReadingSettings

SANS = (
    "Pretendard",
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "맑은 고딕",
    "NanumGothic",
    "나눔고딕",
)
SERIF = ("Noto Serif KR", "Noto Serif CJK KR", "AppleMyungjo", "NanumMyeongjo", "나눔명조", "Batang", "바탕")
LARGER_BY = 4.0  # points that articles stand above the chrome


def hangul_families() -> list[str]:
    """The installed families that can write Korean."""
    return QFontDatabase.families(QFontDatabase.WritingSystem.Korean)


def has_hangul() -> bool:
    """Whether any installed font can write Korean."""
    return bool(hangul_families())


def hangul_package() -> str:
    """What to install where no font has Hangul: a package's name on Linux, a font's name elsewhere."""
    return "fonts-noto-cjk" if sys.platform.startswith("linux") else "Noto Sans KR"


def chrome_family() -> str:
    """The family for everything but the article: the system's own when it has Hangul, else the best there is."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    families = hangul_families()
    return system if system in families else _first(SANS, families) or system


def reading_font(settings: ReadingSettings) -> QFont:
    """The font for articles: the family chosen, or the first of the serif or sans list that is installed."""
    families = hangul_families()
    wanted = settings.family if settings.family in families else ""
    family = wanted or _first(SERIF if settings.serif else SANS, families)
    font = QFont(family) if family else QFont()
    base = QApplication.font().pointSizeF()
    font.setPointSizeF(settings.size or (base if base > 0 else 10.0) + LARGER_BY)
    return font


def _first(wanted: tuple[str, ...], families: list[str]) -> str:
    return next((f for f in wanted if f in families), families[0] if families else "")
