"""The models of the project: how good each was on articles it had not seen, and which one is in use."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.article import ArticleState
from desktop_app.extraction.learning import FEWEST_ARTICLES
from desktop_app.extraction.learning.versions import ModelVersion, shipped_version
from desktop_app.gui.bench import Bench
from desktop_app.gui.dialogs.asking import CloseButton
from desktop_app.gui.pieces import label, resize_to_screen
from desktop_app.gui.words.josa import fill
from desktop_app.paths import models_dir, resources_dir
from desktop_app.review.suggestions import learning

NameRole = Qt.ItemDataRole.UserRole


class ModelsDialog(QDialog):
    """Lists the model that ships and those learnt from reviewed articles; Enter or Use works with another one."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        self.setWindowTitle(self.tr("Models"))
        self.about = label(self._help(), strength="quiet", wrap=True)
        self.list = QTreeWidget()
        self.use = QPushButton(self.tr("Use"))
        self.learn = QPushButton(self.tr("Learn now"))
        self._set_up()
        self.relist()
        bench.services.model_changed.connect(self.relist)
        resize_to_screen(self, 640, 360)

    def _set_up(self) -> None:
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setHeaderLabels(
            [self.tr("Model"), self.tr("Learnt"), self.tr("Articles"), self.tr("F1 on articles not seen"), ""]
        )
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._offer)
        self.list.itemActivated.connect(self._on_use)
        self.use.setDefault(True)
        self.use.clicked.connect(self._on_use)
        self.learn.setAutoDefault(False)
        self.learn.clicked.connect(self._on_learn)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addWidget(self.about)
        column.addWidget(self.list, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.learn)
        bottom.addStretch(1)
        bottom.addWidget(self.use)
        bottom.addWidget(CloseButton(self))
        column.addLayout(bottom)

    def relist(self) -> None:
        """Read the versions again."""
        if self._bench.closed:
            return
        project = self._bench.session.desk.project
        used = learning.model_in_use(project, models_dir(), resources_dir())
        self.list.clear()
        shipped = shipped_version(resources_dir())
        self._add(fill(self.tr("Shipped ({version})"), version=shipped), "", "", "", "", used=used is None)
        for version in learning.versions(project, models_dir()).all():
            if version.on == shipped:
                self._add_version(version, used=used is not None and used.name == version.name)
        articles = project.articles.count(ArticleState.REVIEWED)
        self.learn.setEnabled(articles >= FEWEST_ARTICLES)
        self._offer()

    def _add_version(self, version: ModelVersion, *, used: bool) -> None:
        text = fill(
            self.tr("{old} → {new} ({count} articles)"),
            old=f"{version.old:.3f}",
            new=f"{version.new:.3f}",
            count=str(version.unseen),
        )
        when = version.when[:16].replace("T", " ")
        self._add(version.name, when, str(version.articles), text, version.name, used=used)

    def _add(self, name: str, when: str, articles: str, score: str, code: str, *, used: bool) -> None:
        item = QTreeWidgetItem(self.list, [name, when, articles, score, self.tr("In use") if used else ""])
        item.setData(0, NameRole, code)
        if used:
            self.list.setCurrentItem(item)

    def _offer(self) -> None:
        item = self.list.currentItem()
        self.use.setEnabled(item is not None and not item.text(4))

    def _on_use(self) -> None:
        item = self.list.currentItem()
        if item is None or item.text(4):
            return
        self._bench.services.use_model(str(item.data(0, NameRole)))
        self.relist()

    def _on_learn(self) -> None:
        self.learn.setEnabled(False)
        self._bench.services.learn()

    def _help(self) -> str:
        return self.tr(
            "The program learns from reviewed articles in the background. A new model is used only when it is "
            "better on articles that it has not seen. Decided mentions never change."
        )
