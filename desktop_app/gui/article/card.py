"""The small card at the current mention: what it is, how sure, which keys; never over the line being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.gui.looks.theme import Theme

PAD_X, PAD_Y, LEADING, WIDEST = 10, 7, 5, 420


@dataclass(frozen=True)
class CardText:
    """What the card says: the label as a chip of its hue, then the surface, then quiet lines."""

    label: str = ""
    hue: str = "#6B7280"
    surface: str = ""
    facts: str = ""
    keys: str = ""
    choices: tuple[tuple[str, str], ...] = field(default=())


class MentionCard(QWidget):
    """Lies over the view, lets the mouse through, and keeps off the line of the current mention."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._said = CardText()
        self._theme: Theme | None = None
        self.hide()

    @property
    def said(self) -> CardText:
        """What the card says now."""
        return self._said

    def say(self, said: CardText, theme: Theme, font: QFont) -> None:
        """Say something else."""
        self._said, self._theme = said, theme
        self.setFont(font)
        self.setAccessibleName(f"{said.label} {said.surface} {said.facts}")
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        small = QFontMetrics(self._small())
        first = metrics.horizontalAdvance(self._said.surface) + small.horizontalAdvance(self._said.label) + 24
        rows = [small.horizontalAdvance(row) for row in self._rows()]
        width = min(WIDEST, max([first, *rows, 120]) + 2 * PAD_X + 6)
        height = 2 * PAD_Y + metrics.height() + sum(LEADING + small.height() for _ in rows)
        return QSize(width, height)

    def _rows(self) -> list[str]:
        said = self._said
        return [row for row in (said.facts, *(self._choice_rows() or [said.keys])) if row]

    def _choice_rows(self) -> list[str]:
        """The choices in as many rows as they take."""
        small, rows = QFontMetrics(self._small()), list[str]()
        for key, text in self._said.choices:
            longer = f"{rows[-1]}   {key} {text}" if rows else f"{key} {text}"
            if rows and small.horizontalAdvance(longer) <= WIDEST - 2 * PAD_X - 6:
                rows[-1] = longer
            else:
                rows.append(f"{key} {text}")
        return rows

    def _small(self) -> QFont:
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * 0.86)
        return small

    def place(self, line: QRect, mention: QRect, page: QRect) -> None:
        """Stand in the margin beside the page where there is room, else above the line, else below it.

        `line` is the line being read, `mention` the mention on it, `page` the text's column, all in the
        parent's coordinates.
        """
        width, height = self.width(), self.height()
        parent = self.parentWidget()
        bounds = parent.rect() if parent else page
        if page.right() + 16 + width <= bounds.right() - 20:
            self.move(page.right() + 16, max(4, line.center().y() - height // 2))
            return
        x = max(bounds.left() + 8, min(mention.left() - PAD_X, bounds.right() - width - 24))
        y = line.top() - height - 4
        self.move(QPoint(x, y if y >= 4 else line.bottom() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        metrics, small = QFontMetrics(self.font()), QFontMetrics(self._small())
        self._paint_first(painter, metrics, small)
        painter.setFont(self._small())
        y = PAD_Y + metrics.height()
        for place, row in enumerate(self._rows()):
            y += LEADING + small.height()
            painter.setPen(self._theme.colour("quiet" if place == 0 or self._said.choices else "faint"))
            fitting = small.elidedText(row, Qt.TextElideMode.ElideRight, self.width() - 2 * PAD_X)
            painter.drawText(PAD_X, y - small.descent(), fitting)

    def _paint_ground(self, painter: QPainter) -> None:
        assert self._theme is not None
        painter.setPen(QPen(self._theme.colour("outline"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def _paint_first(self, painter: QPainter, metrics: QFontMetrics, small: QFontMetrics) -> None:
        assert self._theme is not None
        said, baseline = self._said, PAD_Y + metrics.ascent()
        width = small.horizontalAdvance(said.label) + 10
        chip = QRectF(PAD_X, PAD_Y + (metrics.height() - small.height()) / 2, width, small.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.label_line(said.hue))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(self._theme.colour("paper")))
        painter.setFont(self._small())
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, said.label)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self.font())
        room = self.width() - 2 * PAD_X - int(width) - 8
        painter.drawText(
            PAD_X + int(width) + 8,
            baseline,
            metrics.elidedText(said.surface, Qt.TextElideMode.ElideMiddle, room),
        )
