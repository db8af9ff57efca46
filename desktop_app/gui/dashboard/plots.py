"""The plots of the dashboard, in the theme's colours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from desktop_app.gui.looks.theme import Theme, mixed

BAR = 0.62
Parts = Sequence[tuple[str, QColor, Sequence[float]]]


def plain_plot(theme: Theme, name: str) -> pg.PlotWidget:
    """An empty plot without frame, menu or dragging."""
    plot = pg.PlotWidget(background=theme.colour("panel"))
    plot.setAccessibleName(name)
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(x=False, y=False)
    plot.hideButtons()
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(theme.colour("hairline"))
        axis.setTextPen(theme.colour("quiet"))
        axis.setStyle(tickLength=0)
    return plot


def stacked_bars(plot: pg.PlotWidget, names: Sequence[str], parts: Parts) -> None:
    """Lying bars, one for each name from the top, its parts one behind the other."""
    places = [len(names) - 1 - i for i in range(len(names))]
    behind = [0.0] * len(names)
    for _, colour, values in parts:
        bars = pg.BarGraphItem(
            x0=list(behind), y=places, height=BAR, width=list(values), brush=colour, pen=pg.mkPen(None)
        )
        plot.addItem(bars)
        behind = [a + b for a, b in zip(behind, values, strict=True)]
    plot.getAxis("left").setTicks([list(zip(places, names, strict=True))])
    plot.setXRange(0, max([*behind, 1]), padding=0.02)
    plot.setYRange(-0.6, max(len(names) - 0.4, 0.6), padding=0)


def day_bars(
    plot: pg.PlotWidget, days: Sequence[tuple[str, int]], colour: QColor, last: date, shown: int = 30
) -> None:
    """Standing bars for the last `shown` days up to `last`; days without anything are empty."""
    counts = dict(days)
    dates = [last - timedelta(days=shown - 1 - i) for i in range(shown)]
    heights = [counts.get(d.isoformat(), 0) for d in dates]
    plot.addItem(
        pg.BarGraphItem(x=list(range(shown)), height=heights, width=BAR, brush=colour, pen=pg.mkPen(None))
    )
    marks = [(i, f"{d.month}/{d.day}") for i, d in enumerate(dates) if (shown - 1 - i) % 7 == 0]
    plot.getAxis("bottom").setTicks([marks])
    top = max([*heights, 1])
    plot.getAxis("left").setTicks([[(n, f"{n:,}") for n in sorted({0, top // 2, top})]])
    plot.setYRange(0, top * 1.1, padding=0)
    plot.setXRange(-0.6, shown - 0.4, padding=0)


def outcome_colours(theme: Theme) -> tuple[QColor, QColor, QColor, QColor]:
    """Accepted, corrected, rejected, missed: apart by lightness too."""
    paper = theme.colour("panel")
    return (
        theme.colour("good"),
        mixed(theme.colour("accent"), paper, 0.75),
        mixed(theme.colour("danger"), paper, 0.55),
        theme.colour("faint"),
    )
