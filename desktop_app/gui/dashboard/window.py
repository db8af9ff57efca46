"""The dashboard's window: figures on top, plots below, the most corrected surfaces at the side."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.bench import Bench
from desktop_app.gui.dashboard.pace import seconds_per_article
from desktop_app.gui.dashboard.plots import day_bars, outcome_colours, plain_plot, stacked_bars
from desktop_app.gui.pieces import emptied, label, resize_to_screen, scaled
from desktop_app.gui.words import names
from desktop_app.gui.words.josa import fill
from desktop_app.gui.words.span import time_span
from desktop_app.review.progress import stats
from desktop_app.store.tallies import Tallies, Tally


class Dashboard(QWidget):
    """Drawn anew whenever it is shown; exports as PNG, SVG or CSV."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setSpacing(18)
        self._export = QPushButton()
        self._export.clicked.connect(self._on_export)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.addWidget(self._body, 1)
        column.addLayout(bottom)
        bench.appearance.changed.connect(self.draw)
        resize_to_screen(self, 1180, 720)
        self.draw()

    def draw(self) -> None:
        """Count, and draw everything."""
        if self._bench.closed:
            return
        project = self._bench.session.desk.project
        self.setWindowTitle(fill(self.tr("Dashboard — {name}"), name=project.name))
        self._export.setText(self.tr("Export…"))
        self._tallies = Tallies(project.db)
        emptied(self._grid)
        self._grid.addWidget(self._figures(), 0, 0, 1, 3)
        self._grid.addWidget(self._days(), 1, 0)
        self._grid.addWidget(self._outcomes(self.tr("Suggestions by suggester"), self._by_origin()), 2, 0)
        self._grid.addWidget(self._outcomes(self.tr("Suggestions by label"), self._by_label()), 1, 1, 2, 1)
        self._grid.addWidget(self._surfaces(), 1, 2, 2, 1)
        for part, stretch in ((0, 3), (1, 3), (2, 4)):
            self._grid.setColumnStretch(part, stretch)
        self._grid.setRowStretch(1, 1)
        self._grid.setRowStretch(2, 1)

    # -- figures -------------------------------------------------------------------------------------------

    def _figures(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 6)
        for value, name in self.figures():
            cell = QVBoxLayout()
            cell.setSpacing(0)
            number = label(value)
            scaled(number, 1.9, bold=True)
            cell.addWidget(number)
            cell.addWidget(label(name, "quiet"))
            line.addLayout(cell, 1)
        return row

    def figures(self) -> list[tuple[str, str]]:
        """The figures on top: value and name."""
        project = self._bench.session.desk.project
        counted = stats(project)
        tallies = self._tallies.by_label()
        decided = sum(t.decided for t in tallies)
        kept = sum(t.accepted for t in tallies)
        pace = seconds_per_article(self._tallies.finished_at())
        left = counted.articles - counted.reviewed
        return [
            (f"{counted.reviewed:,} / {counted.articles:,}", self.tr("articles reviewed")),
            (f"{decided:,}", self.tr("suggestions decided")),
            (f"{kept / decided:.0%}" if decided else "–", self.tr("accepted as they were")),
            (time_span(pace) if pace else "–", self.tr("an article")),
            (time_span(pace * left) if pace and left else "–", self.tr("left at this pace")),
        ]

    # -- plots ---------------------------------------------------------------------------------------------

    def _titled(self, title: str, body: QWidget) -> QWidget:
        whole = QFrame()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        heading = label(title)
        scaled(heading, 1.0, bold=True)
        column.addWidget(heading)
        column.addWidget(body, 1)
        return whole

    def _days(self) -> QWidget:
        theme = self._bench.appearance.theme
        title = self.tr("Articles reviewed a day")
        plot = plain_plot(theme, title)
        day_bars(plot, self._tallies.reviewed_by_day(), theme.colour("accent"), datetime.now(UTC).date())
        return self._titled(title, plot)

    def _by_label(self) -> list[tuple[str, Tally]]:
        order = {code: place for place, code in enumerate(self._bench.session.desk.schema.codes)}
        found = sorted(self._tallies.by_label(), key=lambda t: order.get(t.name, len(order)))
        return [(self._bench.label_short(t.name), t) for t in found]

    def _by_origin(self) -> list[tuple[str, Tally]]:
        return [(names.origin(t.name), t) for t in self._tallies.by_origin()]

    def _outcomes(self, title: str, rows: list[tuple[str, Tally]]) -> QWidget:
        theme = self._bench.appearance.theme
        plot = plain_plot(theme, title)
        words = (self.tr("accepted"), self.tr("corrected"), self.tr("rejected"), self.tr("missed"))
        values = [[getattr(t, n) for _, t in rows] for n in ("accepted", "corrected", "rejected", "missed")]
        colours = outcome_colours(theme)
        stacked_bars(plot, [name for name, _ in rows], list(zip(words, colours, values, strict=True)))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plot, 1)
        column.addWidget(_legend(list(zip(words, colours, values, strict=True))))
        return self._titled(title, body)

    def _surfaces(self) -> QWidget:
        tree = QTreeWidget()
        tree.setRootIsDecorated(False)
        tree.setAccessibleName(self.tr("Most corrected"))
        tree.setHeaderLabels(
            [self.tr("Surface"), self.tr("Label"), self.tr("Corrected"), self.tr("Rejected")]
        )
        for surface, code, corrected, rejected in self._tallies.corrected_surfaces():
            cells = [surface, self._bench.label_short(code), str(corrected), str(rejected)]
            QTreeWidgetItem(tree, cells).setToolTip(0, surface)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return self._titled(self.tr("Most corrected"), tree)

    # -- export --------------------------------------------------------------------------------------------

    def _on_export(self) -> None:
        start = self._bench.session.desk.project.path.with_suffix(".png")
        kinds = "PNG (*.png);;SVG (*.svg);;CSV (*.csv)"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export dashboard"), str(start), kinds)
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the dashboard as a picture, or its numbers as CSV, by the file's ending."""
        if path.suffix == ".csv":
            path.write_text(self.as_csv(), encoding="utf-8-sig", newline="")
        elif path.suffix == ".svg":
            self._write_svg(path)
        else:
            picture = QPixmap(self._body.size() * 2)
            picture.setDevicePixelRatio(2)
            picture.fill(self._bench.appearance.theme.colour("panel"))
            self._body.render(picture)
            picture.save(str(path), "PNG")

    def _write_svg(self, path: Path) -> None:
        drawn = QSvgGenerator()
        drawn.setFileName(str(path))
        drawn.setSize(QSize(self._body.width(), self._body.height()))
        drawn.setViewBox(QRectF(self._body.rect()))
        painter = QPainter(drawn)
        painter.fillRect(self._body.rect(), self._bench.appearance.theme.colour("panel"))
        self._body.render(painter, QPoint())
        painter.end()

    def as_csv(self) -> str:
        """What the bars show: one row for each label and each suggester."""
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(["kind", "name", "accepted", "corrected", "rejected", "undecided", "missed"])
        for kind, tallies in (("label", self._tallies.by_label()), ("suggester", self._tallies.by_origin())):
            for t in tallies:
                table.writerow([kind, t.name, t.accepted, t.corrected, t.rejected, t.undecided, t.missed])
        return text.getvalue()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.draw()


def _legend(parts: list[tuple[str, QColor, list[int]]]) -> QLabel:
    """What the colours mean, with the sums."""
    marks = [f'<span style="color:{c.name()}">■</span> {word} {sum(values):,}' for word, c, values in parts]
    legend = QLabel("&nbsp;&nbsp;&nbsp;".join(marks))
    legend.setTextFormat(Qt.TextFormat.RichText)
    legend.setProperty("strength", "quiet")
    return legend
