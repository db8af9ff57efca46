"""How an article is set: font, size, measure, line height, and what each role looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from desktop_app.domain.article import Role
from desktop_app.gui.looks.theme import Theme

ZOOMS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.1, 2.5, 3.0)


@dataclass(frozen=True, slots=True)
class Setting:
    """How one role is set. Sizes are shares of the body's; spaces and indents are in em of the body."""

    size: float = 1.0
    weight: QFont.Weight = QFont.Weight.Normal
    colour: str = "ink"
    above: float = 0.0
    below: float = 0.8
    indent: float = 0.0
    leading: float = 0.0


BODY = Setting()
SETTINGS: Mapping[str, Setting] = {
    Role.TITLE: Setting(1.62, QFont.Weight.Bold, above=0.2, below=0.7, leading=1.6),
    Role.SUBTITLE: Setting(1.16, QFont.Weight.Medium, "quiet", below=0.8, leading=1.75),
    Role.BYLINE: Setting(0.86, colour="quiet", below=0.6),
    Role.DATELINE: Setting(0.86, colour="quiet", below=0.6),
    Role.BODY: BODY,
    Role.QUOTE: Setting(colour="ink", indent=1.4, above=0.2, below=1.0),
    Role.LIST: Setting(indent=1.0, below=0.35),
    Role.TABLE: Setting(0.9, indent=1.0, below=0.3),
    Role.CAPTION: Setting(0.86, colour="quiet", indent=1.0, above=0.2, below=1.0),
    Role.CONTACT: Setting(0.86, colour="quiet", below=0.6),
    Role.BOILERPLATE: Setting(0.82, colour="faint", below=0.4),
}


@dataclass(frozen=True, slots=True)
class Typography:
    """A reading font with a measure (Hangul in a line) and a line height (share of the font's size)."""

    font: QFont
    measure: float = 41.0
    leading: float = 2.0

    @property
    def em(self) -> float:
        """The advance of a Hangul syllable, in pixels."""
        return QFontMetricsF(self.font).horizontalAdvance("가")

    @property
    def column(self) -> float:
        """The width of a line of text, in pixels."""
        return self.em * self.measure

    def char_format(self, role: str, theme: Theme) -> QTextCharFormat:
        """Font and colour of a role."""
        setting = SETTINGS.get(role, BODY)
        font = QFont(self.font)
        font.setPointSizeF(self.font.pointSizeF() * setting.size)
        font.setWeight(setting.weight)
        made = QTextCharFormat()
        made.setFont(font)
        made.setForeground(QColor(theme.colour(setting.colour)))
        return made

    def block_format(self, role: str, *, first: bool, last: bool) -> QTextBlockFormat:
        """Spacing of a paragraph of a role; `first` and `last` of its block."""
        setting, em = SETTINGS.get(role, BODY), self.em
        made = QTextBlockFormat()
        made.setLineHeight(
            self.em * setting.size * (setting.leading or self.leading),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        made.setTopMargin(setting.above * em if first else 0.0)
        made.setBottomMargin(setting.below * em if last else 0.0)
        made.setLeftMargin(setting.indent * em)
        return made
