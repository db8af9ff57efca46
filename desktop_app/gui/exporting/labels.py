"""Labels on their way out: which are written, and as which code of the target tag set."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop_app.exchange.shaping.labelmap import usual_code
from desktop_app.gui.bench import Bench
from desktop_app.gui.exporting.tree import OwnEnterTree
from desktop_app.gui.pieces import label, swatch

OURS, CODE, THEIRS = range(3)


class LabelTable(QWidget):
    """A row for each label: a check mark for whether it goes out, and the code it is written as.

    What differs from the format's own mapping is `mapping`. `changed` says that something was changed by hand.
    """

    changed = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._tag_set = ""
        self.tree = OwnEnterTree()
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setHeaderLabels([self.tr("Label"), self.tr("Code"), self.tr("Written as")])
        self.tree.setAccessibleName(self.tr("Labels and the codes they are written as"))
        header = self.tree.header()
        for column in (OURS, CODE, THEIRS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.tree.itemDoubleClicked.connect(self._on_edit)
        self.tree.itemActivated.connect(self._on_edit)
        self.tree.itemChanged.connect(self._on_changed)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 12, 0, 0)
        column_layout.addWidget(self.tree, 1)
        hint = self.tr("Space leaves a label out or takes it in. Enter changes the code that is written.")
        column_layout.addWidget(label(hint, "quiet", wrap=True))

    def show_for(self, tag_set: str, own: Mapping[str, str]) -> None:
        """Show the mapping to a tag set ("" is the schema's own) with what is mapped otherwise by hand."""
        self._tag_set = tag_set
        self.tree.blockSignals(True)
        self.tree.clear()
        theme = self._bench.appearance.theme
        for entry in self._bench.session.desk.schema.labels:
            written = own.get(entry.code, usual_code(entry, tag_set))
            item = QTreeWidgetItem(self.tree, [self._bench.label_name(entry.code), entry.code, written])
            item.setIcon(OURS, QIcon(swatch(theme.label_line(entry.colour))))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
            item.setCheckState(OURS, _checked(bool(written)))
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self.tree.blockSignals(False)

    def mapping(self) -> dict[str, str]:
        """Label code → code written ("" : left out), for the labels that do not follow the format's own mapping."""
        by_code = self._bench.session.desk.schema.by_code
        found = {}
        for place in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(place)
            assert item is not None
            goes = item.checkState(OURS) == Qt.CheckState.Checked
            written = item.text(THEIRS).strip() if goes else ""
            if written != usual_code(by_code[item.text(CODE)], self._tag_set):
                found[item.text(CODE)] = written
        return found

    def _on_edit(self, item: QTreeWidgetItem) -> None:
        self.tree.editItem(item, THEIRS)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        """A label without a code stays out; a code given to it takes it in."""
        self.tree.blockSignals(True)
        if column == THEIRS:
            item.setCheckState(OURS, _checked(bool(item.text(THEIRS).strip())))
        elif item.checkState(OURS) == Qt.CheckState.Checked and not item.text(THEIRS).strip():
            item.setText(THEIRS, item.text(CODE))
        self.tree.blockSignals(False)
        self.changed.emit()


def _checked(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
