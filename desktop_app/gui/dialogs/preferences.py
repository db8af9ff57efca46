"""Preferences: each takes effect at once; there is nothing to apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.dialogs.asking import CloseButton
from desktop_app.gui.looks.fonts import hangul_families
from desktop_app.gui.pieces import label
from desktop_app.gui.words.language import LANGUAGES

if TYPE_CHECKING:
    from desktop_app.gui.window import MainWindow


class PreferencesDialog(QDialog):
    """Language, theme, reading font, reviewer's name, thresholds."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._settings = window.settings
        self.language, self.theme, self.family = QComboBox(), QComboBox(), QComboBox()
        self.serif = QCheckBox()
        self.points = QDoubleSpinBox(minimum=0, maximum=48, singleStep=0.5, decimals=1)
        self.reviewer = QLineEdit(self._settings.general.reviewer)
        self.sure, self.ask = (QSpinBox(minimum=0, maximum=100, suffix=" %") for _ in range(2))
        self.learn = QSpinBox(minimum=0, maximum=1000)
        self._names: list[QLabel] = []
        self._form = QFormLayout()
        self._lay_out()
        self.retranslate()
        self._show_settings()
        self._connect()

    def _lay_out(self) -> None:
        self._form.setHorizontalSpacing(18)
        self._form.setVerticalSpacing(9)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for widget in self._fields():
            name = label(strength="quiet")
            self._names.append(name)
            self._form.addRow(name, widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 14)
        column.setSpacing(18)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addWidget(CloseButton(self))
        self.setMinimumWidth(460)

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self.language,
            self.theme,
            self.family,
            self.serif,
            self.points,
            self.reviewer,
            self.sure,
            self.ask,
            self.learn,
        )

    def retranslate(self) -> None:
        """Set every word."""
        self.setWindowTitle(self.tr("Preferences"))
        words = (
            self.tr("Language"),
            self.tr("Theme"),
            self.tr("Reading font"),
            "",
            self.tr("Reading size"),
            self.tr("Reviewer"),
            self.tr("Sure from"),
            self.tr("Ask when finishing below"),
            self.tr("Learn after"),
        )
        for name, field, word in zip(self._names, self._fields(), words, strict=True):
            name.setText(word)
            field.setAccessibleName(word or self.tr("Serif"))
        self.serif.setText(self.tr("Serif where none is chosen"))
        self.points.setSpecialValueText(self.tr("By the system"))
        self.points.setSuffix(self.tr(" pt"))
        self.reviewer.setPlaceholderText(self.tr("Your name, kept with every decision"))
        self.learn.setSpecialValueText(self.tr("Never by itself"))
        self.learn.setSuffix(self.tr(" reviewed articles"))
        self.sure.setToolTip(self.tr("Suggestions at least this confident look sure."))
        self._fill(
            self.language, [(self.tr("As the system"), "system"), *((n, c) for c, n in LANGUAGES.items())]
        )
        themes = [
            (self.tr("As the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
        ]
        others = [(n, n) for n in self._window.appearance.names if n not in {"light", "dark"}]
        self._fill(self.theme, [*themes, *others])
        self._fill(self.family, [(self.tr("Best installed"), ""), *((f, f) for f in hangul_families())])

    @staticmethod
    def _fill(combo: QComboBox, entries: list[tuple[str, str]]) -> None:
        chosen = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        for text, value in entries:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.blockSignals(False)

    def _show_settings(self) -> None:
        general, reading, review = self._settings.general, self._settings.reading, self._settings.review
        for combo, value in (
            (self.language, general.language),
            (self.theme, general.theme),
            (self.family, reading.family),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self.serif.setChecked(reading.serif)
        self.points.setValue(reading.size)
        self.sure.setValue(round(review.sure * 100))
        self.ask.setValue(round(review.ask * 100))
        self.learn.setValue(review.learn_every)

    def _connect(self) -> None:
        self.language.activated.connect(
            lambda: self._window.doings.use_language(str(self.language.currentData()))
        )
        self.theme.activated.connect(self._on_theme)
        self.family.activated.connect(self._on_reading)
        self.serif.toggled.connect(self._on_reading)
        self.points.valueChanged.connect(self._on_reading)
        self.reviewer.editingFinished.connect(self._on_reviewer)
        self.sure.valueChanged.connect(self._on_review)
        self.ask.valueChanged.connect(self._on_review)
        self.learn.valueChanged.connect(self._on_review)

    def _on_theme(self) -> None:
        self._settings.general.theme = str(self.theme.currentData())
        self._window.appearance.apply()

    def _on_reading(self) -> None:
        reading = self._settings.reading
        reading.family = str(self.family.currentData() or "")
        reading.serif = self.serif.isChecked()
        reading.size = self.points.value()
        self._window.appearance.changed.emit()

    def _on_reviewer(self) -> None:
        name = self.reviewer.text().strip()
        self._settings.general.reviewer = name
        if self._window.bench is not None and name:
            self._window.bench.session.desk.reviewer = name

    def _on_review(self) -> None:
        review = self._settings.review
        review.sure, review.ask = self.sure.value() / 100, self.ask.value() / 100
        review.learn_every = self.learn.value()
        if self._window.commands is not None and self._window.workspace is not None:
            self._window.commands.threshold = review.ask
            self._window.workspace.view.sure = review.sure
            self._window.workspace.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
