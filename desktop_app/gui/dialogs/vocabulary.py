"""The vocabulary of tags: how often each is used, renamed or merged in the whole project."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain import edits
from desktop_app.gui.bench import Bench
from desktop_app.gui.dialogs.asking import CloseButton
from desktop_app.gui.pieces import label, resize_to_screen
from desktop_app.gui.words import tag_names
from desktop_app.gui.words.josa import fill

TagRole = Qt.ItemDataRole.UserRole


class VocabularyDialog(QDialog):
    """`articles_wanted` carries a tag whose articles are to be shown in the queue."""

    articles_wanted = Signal(str)

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        self.setWindowTitle(self.tr("Tags of the project"))
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search tags"))
        self.search.setAccessibleName(self.tr("Search tags"))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels([self.tr("Tag"), self.tr("Articles")])
        self.tree.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.show_button = QPushButton(self.tr("Show articles"))
        self.show_button.setAutoDefault(False)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.tree.itemChanged.connect(self._on_renamed)
        self.tree.currentItemChanged.connect(lambda item: self.show_button.setEnabled(item is not None))
        self.show_button.clicked.connect(self._on_show)
        self.reload()
        resize_to_screen(self, 440, 520)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addWidget(
            label(
                self.tr("F2 renames a tag everywhere; the name of another tag makes the two one."),
                "quiet",
                wrap=True,
            )
        )
        bottom = QHBoxLayout()
        bottom.addWidget(self.show_button)
        bottom.addStretch(1)
        bottom.addWidget(CloseButton(self))
        column.addLayout(bottom)

    def reload(self) -> None:
        """List the tags in use."""
        self.tree.blockSignals(True)
        self.tree.clear()
        for tag, count in self._bench.session.desk.project.tags.vocabulary():
            item = QTreeWidgetItem(self.tree, [tag_names.tag(tag), f"{count:,}"])
            item.setData(0, TagRole, tag)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.tree.blockSignals(False)
        self.show_button.setEnabled(self.tree.currentItem() is not None)
        self._filter(self.search.text())

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is not None:
                item.setHidden(wanted not in item.text(0).casefold())

    def _on_renamed(self, item: QTreeWidgetItem) -> None:
        old, new = str(item.data(0, TagRole)), tag_names.code(item.text(0))
        if new and new != old and self._bench.session.apply(edits.RenameTag(old, new)) is not None:
            text = fill(self.tr("“{old}” is “{new}” now."), old=tag_names.tag(old), new=tag_names.tag(new))
            self._bench.messages.info(text, self.tr("Undo"), self._undo)
        self.reload()

    def _undo(self) -> None:
        self._bench.session.undo()

    def _on_show(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self.articles_wanted.emit(str(item.data(0, TagRole)))
            self.close()
