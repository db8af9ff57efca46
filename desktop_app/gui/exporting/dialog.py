"""The export dialog: choices, label mapping, a check and a preview before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.exchange import Exporter
from desktop_app.gui.bench import Bench
from desktop_app.gui.dialogs.asking import Asking
from desktop_app.gui.exporting.checking import Checking
from desktop_app.gui.exporting.findings import FindingsView, summary
from desktop_app.gui.exporting.form import ExportForm, Offer
from desktop_app.gui.exporting.labels import LabelTable
from desktop_app.gui.pieces import label, resize_to_screen
from desktop_app.gui.services import ExportRequest
from desktop_app.gui.words.errors import sentence
from desktop_app.review.transfer.export_dataset import Selection

KEPT, LICENCE = "export", "licence"
BY_ITSELF = 300
"""Up to so many articles the check runs without being asked for."""
WAIT_MS = 350


class ExportDialog(Asking):
    """Enter writes reviewed JSON of the reviewed articles beside the project, unless something else is chosen.

    The dialog stands beside the window: `place_wanted` carries the Finding to go to, and it stays open.
    """

    place_wanted = Signal(object)

    def __init__(
        self, bench: Bench, exporters: Mapping[str, Exporter], offers: Sequence[Offer], parent: QWidget
    ) -> None:
        body = QWidget()
        super().__init__(parent, self.tr("Export"), body, self.tr("Export"))
        self.setModal(False)
        self._bench = bench
        self._project = bench.session.desk.project
        self._own: dict[str, dict[str, str]] = {}
        self._tag_set: str | None = None
        self._work: Checking | None = None
        self._fresh: set[QWidget] = set()
        self.form = ExportForm(exporters, offers, self._project.path, bench.language.code)
        self.labels = LabelTable(bench)
        self.findings = FindingsView(bench)
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.preview.setAccessibleName(self.tr("The first article as it is written"))
        self.found = label(strength="quiet", wrap=True)
        self._later = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._lay_out(body)
        self._remembered()
        self._connect()
        self._on_changed()

    def _lay_out(self, body: QWidget) -> None:
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for page, name in (
            (self.form, self.tr("Choices")),
            (self.labels, self.tr("Labels")),
            (self.findings, self.tr("Check")),
            (self.preview, self.tr("Preview")),
        ):
            self.pages.addTab(page, name)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.pages, 1)
        column.addWidget(self.found)
        resize_to_screen(self, 680, 620)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.form.target.textChanged.connect(self._offer)
        self.labels.changed.connect(self._on_labels_changed)
        self.pages.currentChanged.connect(self._on_page)
        self._later.timeout.connect(self._look)
        self.findings.place_wanted.connect(self.place_wanted)
        self.findings.again.clicked.connect(self._outdated)
        self._bench.session.changed.connect(self._on_edited)

    # -- what was chosen -----------------------------------------------------------------------------------

    def _remembered(self) -> None:
        try:
            kept: dict[str, Any] = orjson.loads(self._project.meta(KEPT, "{}"))
        except orjson.JSONDecodeError:
            kept = {}
        self._own = {tag_set: dict(own) for tag_set, own in kept.get("labels", {}).items()}
        self.form.choose(kept)
        self.form.licence.setText(self._project.meta(LICENCE))

    def remember(self) -> None:
        """Keep the choices in the project, for the next time."""
        kept = self.form.choices() | {"labels": {k: own for k, own in self._own.items() if own}}
        self._project.set_meta(KEPT, orjson.dumps(kept).decode())
        self._project.set_meta(LICENCE, self.form.licence.text().strip())

    def choose_articles(self, code: str) -> None:
        """Choose an offer by its code."""
        place = self.form.articles.findData(code)
        if place >= 0:
            self.form.articles.setCurrentIndex(place)

    def request(self) -> ExportRequest:
        """What was chosen."""
        form, offer = self.form, self.form.offer
        target = Path(form.target.text())
        options = form.options(self.labels.mapping() or None)
        return ExportRequest(
            form.exporter.name, target, offer.ids, offer.states, options, card=form.card.isChecked()
        )

    def accept(self) -> None:
        """Keep the choices and go."""
        self.remember()
        super().accept()

    def _selection(self) -> Selection:
        offer = self.form.offer
        if offer.ids is not None:
            return Selection(article_ids=offer.ids)
        return Selection(all_articles=offer.code == "all")

    # -- looking before writing ------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        if self._bench.closed:
            return
        tag_set = self.form.exporter.holds.tags_to
        if tag_set != self._tag_set:
            self._tag_set = tag_set
            self.labels.show_for(tag_set, self._own.get(tag_set, {}))
        self._outdated()

    def _on_labels_changed(self) -> None:
        self._own[self._tag_set or ""] = self.labels.mapping()
        self._outdated()

    def _outdated(self) -> None:
        self._stop()
        self._fresh.clear()
        self._offer()
        self.found.setText("")
        self._later.start()

    def _on_edited(self) -> None:
        """Someone works through the findings: the list stays until it is asked for again."""
        self._fresh.clear()
        self.found.setText(self.tr("The articles have changed since the check."))

    def _offer(self) -> None:
        self.ok.setEnabled(self.form.ready)

    def _on_page(self) -> None:
        self.found.setVisible(self.pages.currentWidget() is not self.findings)
        if self.pages.currentWidget() not in self._fresh:
            self._later.start(0)

    def _look(self) -> None:
        page = self.pages.currentWidget()
        few = self.form.offer.count <= BY_ITSELF
        if not self.form.offer.count or (page in self._fresh):
            return
        if page is self.preview:
            self._begin(previews=True)
        elif page is self.findings or (few and self.findings not in self._fresh):
            self.findings.wait()
            self._begin(previews=False)

    def _begin(self, *, previews: bool) -> None:
        self._stop()
        options = self.form.options(self.labels.mapping() or None)
        work = Checking(
            self._project, self._selection(), self.form.exporter, options, self, previews=previews
        )
        work.advanced.connect(self._on_advanced)
        work.checked.connect(self._on_checked)
        work.previewed.connect(self._on_previewed)
        work.failed.connect(self._on_failed)
        self._work = work
        work.start()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()
            self._work.wait()
            self._work.deleteLater()
            self._work = None

    def _is_heard(self) -> bool:
        """Whether the signal comes from the work under way: one stopped may have told something on its way."""
        if self._work is None or self.sender() is not self._work:
            return False
        self._stop()
        return True

    def _on_advanced(self, done: int, total: int) -> None:
        if self._work is not None and self.sender() is self._work:
            self.findings.wait(done, total)

    def _on_checked(self, found: list[Any]) -> None:
        if not self._is_heard():
            return
        self._fresh.add(self.findings)
        self.findings.show_findings(found)
        self.found.setText(summary(found))

    def _on_previewed(self, text: str) -> None:
        if not self._is_heard():
            return
        self._fresh.add(self.preview)
        self.preview.setPlainText(text)

    def _on_failed(self, error: UserError) -> None:
        if not self._is_heard():
            return
        self._fresh.update({self.findings, self.preview})
        self.preview.setPlainText(sentence(error))
        self.found.setText(sentence(error))

    def done(self, result: int) -> None:
        """End what is under way with the dialog."""
        self._later.stop()
        self._stop()
        super().done(result)
