"""A slim strip for the job that runs: what, how far, how fast, how long still, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from desktop_app.gui.pieces import Elided, label, scaled
from desktop_app.gui.services import Job, JobProgress, JobReport, Services
from desktop_app.gui.words.josa import fill
from desktop_app.gui.words.span import time_span


class ProgressStrip(QWidget):
    """Shown while a job runs."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: JobProgress | None = None
        self._name = Elided(strength="quiet")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(220)
        self._numbers = label(strength="quiet")
        self.cancel = QToolButton()
        for part in (self._name, self._numbers, self.cancel):
            scaled(part, 0.92)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 8, 4)
        line.setSpacing(12)
        line.addWidget(self._name, 1)
        line.addWidget(self._bar)
        line.addWidget(self._numbers)
        line.addWidget(self.cancel)
        self.cancel.clicked.connect(services.cancel)
        services.progressed.connect(self.show_progress)
        services.finished.connect(self._on_finished)
        self._retranslate()
        self.hide()

    def show_progress(self, progress: JobProgress) -> None:
        """Show how far a job is."""
        self._progress = progress
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._retranslate()
        self.show()

    def _on_finished(self, _report: JobReport) -> None:
        self._progress = None
        self.hide()

    def _retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        self._bar.setAccessibleName(self.tr("Progress"))
        if self._progress is not None:
            doing, name = self._doing(self._progress.job), self._progress.name
            self._name.set_whole(f"{doing}  {name}" if name else doing)
            self._numbers.setText(self.numbers(self._progress))

    def _doing(self, job: Job) -> str:
        return {
            Job.IMPORT: self.tr("Importing"),
            Job.EXPORT: self.tr("Exporting"),
            Job.SUGGEST: self.tr("Making suggestions"),
            Job.LEARN: self.tr("Learning"),
            Job.BACKUP: self.tr("Backing up"),
        }[job]

    def numbers(self, progress: JobProgress) -> str:
        """Done of total, rate, time left; parts that are not known are left out."""
        parts = [f"{progress.done:,} / {progress.total:,}" if progress.total else f"{progress.done:,}"]
        if progress.rate > 0:
            parts.append(fill(self.tr("{rate}/s"), rate=f"{progress.rate:,.1f}"))
        if progress.rate > 0 and progress.total > progress.done:
            left = (progress.total - progress.done) / progress.rate
            parts.append(fill(self.tr("{time} left"), time=time_span(left)))
        return " · ".join(parts)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
