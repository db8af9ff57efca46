"""Findings of a check as a tree: one branch for each kind with its count, a line for each place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.exchange.validate import Finding, Weight
from desktop_app.gui.bench import Bench
from desktop_app.gui.exporting.tree import OwnEnterTree
from desktop_app.gui.pieces import label
from desktop_app.gui.words import findings as words
from desktop_app.gui.words.josa import fill, several

SHOWN = 200
"""Lines of one kind that are listed; the rest is counted."""
WHERE = Qt.ItemDataRole.UserRole


class FindingsView(QWidget):
    """`place_wanted` carries the Finding whose line was chosen."""

    place_wanted = Signal(object)

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.said = label(strength="quiet", wrap=True)
        self.again = QPushButton(self.tr("Check again"), autoDefault=False)
        self.tree = OwnEnterTree()
        self.tree.setUniformRowHeights(True)
        self.tree.setHeaderLabels([self.tr("What was found"), self.tr("Detail"), self.tr("Article")])
        self.tree.setAccessibleName(self.tr("Findings"))
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.resizeSection(2, 190)
        self.tree.itemActivated.connect(self._on_chosen)
        self.tree.itemClicked.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.again)
        column.addLayout(top)
        column.addWidget(self.tree, 1)

    def wait(self, done: int = 0, total: int = 0) -> None:
        """Say that the check is under way."""
        self.tree.clear()
        text = self.tr("Checking… {done} of {total} articles") if total else self.tr("Checking…")
        self.said.setText(fill(text, done=f"{done:,}", total=f"{total:,}"))

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show other findings, the grave ones first."""
        self.tree.clear()
        self.said.setText(summary(found))
        by_code: dict[str, list[Finding]] = defaultdict(list)
        for finding in found:
            by_code[finding.code].append(finding)
        for code in sorted(by_code, key=lambda c: (list(Weight).index(by_code[c][0].weight), _place(c))):
            self._add(code, by_code[code])
        first = self.tree.topLevelItem(0)
        if first is not None:
            first.setExpanded(True)
            self.tree.setCurrentItem(first)

    def _add(self, code: str, found: Sequence[Finding]) -> None:
        head = QTreeWidgetItem(
            self.tree, [f"{words.group(code)} ({len(found):,})", words.weight(found[0].weight)]
        )
        font = head.font(0)
        font.setWeight(font.Weight.DemiBold)
        head.setFont(0, font)
        if found[0].weight is Weight.ERROR:
            head.setForeground(1, self._bench.appearance.theme.colour("danger"))
        titles = self._titles([f.article for f in found[:SHOWN]])
        for finding in found[:SHOWN]:
            title = titles.get(finding.article, str(finding.article))
            surface = str(finding.params.get("surface", "")) or title
            line = QTreeWidgetItem(head, [surface, words.detail(finding), title])
            line.setData(0, WHERE, finding)
            for column in (0, 2):
                line.setToolTip(column, line.text(column))
        if len(found) > SHOWN:
            rest = QTreeWidgetItem(head, [fill(self.tr("and {n} more"), n=f"{len(found) - SHOWN:,}")])
            rest.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _titles(self, article_ids: Sequence[int]) -> dict[int, str]:
        queue = self._bench.session.desk.project.queue
        return {row.id: row.title or row.source for row in queue.rows(sorted(set(article_ids)))}

    def _on_chosen(self, item: QTreeWidgetItem) -> None:
        finding = item.data(0, WHERE)
        if isinstance(finding, Finding):
            self.place_wanted.emit(finding)


def summary(found: Sequence[Finding]) -> str:
    """The findings in a few words: how many are wrong, lost, to be looked at."""
    if not found:
        return QCoreApplication.translate("FindingsView", "Nothing is lost and nothing looks wrong.")
    counts = [(w, sum(1 for f in found if f.weight is w)) for w in Weight]
    text = several(
        len(found),
        QCoreApplication.translate("FindingsView", "{n} finding"),
        QCoreApplication.translate("FindingsView", "{n} findings"),
    )
    return " · ".join([text, *(f"{words.weight(w)} {n:,}" for w, n in counts if n)])


def _place(code: str) -> int:
    return words.CODES.index(code) if code in words.CODES else len(words.CODES)
