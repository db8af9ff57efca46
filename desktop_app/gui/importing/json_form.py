"""The mapping of JSON of no fixed form: which path is the text, which keys are start, end and label."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.dataset import DataArticle
from desktop_app.exchange import JsonMapping
from desktop_app.gui.importing.aside import Aside, Cancelled, again
from desktop_app.gui.importing.json_guess import fitted, guess, preview, sample_paths
from desktop_app.gui.pieces import label
from desktop_app.gui.words.josa import fill, several

PATHS = ("articles", "text", "mentions", "label", "start", "end", "surface", "title", "published", "outlet")
SHOWN, MENTIONS_SHOWN, SETTLE_MS = 70, 4, 250

Sampled = tuple[dict[str, Any], JsonMapping]
Seen = tuple[list[DataArticle], int]


class JsonForm(QWidget):
    """Filled by a guess, corrected by hand; the first article is shown as the mapping reads it.

    `changed` says that the mapping is another and has settled; `failed` carries a UserError.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._filling = False
        self._looks: list[Aside] = []
        self.combos = {name: QComboBox(editable=True) for name in PATHS}
        self.inclusive, self.from_one, self.utf16 = QCheckBox(), QCheckBox(), QCheckBox()
        self.seen = label(strength="quiet", wrap=True)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._on_settled)
        self._lay_out()

    def _lay_out(self) -> None:
        halves = QHBoxLayout()
        halves.setSpacing(18)
        for part in (PATHS[:5], PATHS[5:]):
            form = QFormLayout()
            form.setVerticalSpacing(5)
            form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
            for name in part:
                form.addRow(self._word(name), self._chooser(name))
            halves.addLayout(form, 1)
        words = (
            self.tr("The end is the last character itself"),
            self.tr("The first character is number 1"),
            self.tr("Offsets count UTF-16 units"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(halves)
        for box, word in zip((self.inclusive, self.from_one, self.utf16), words, strict=True):
            box.setText(word)
            box.toggled.connect(self._on_edited)
            column.addWidget(box)
        column.addWidget(self.seen)

    def _chooser(self, name: str) -> QComboBox:
        combo = self.combos[name]
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        combo.setAccessibleName(self._word(name))
        combo.currentTextChanged.connect(self._on_edited)
        return combo

    def _word(self, name: str) -> str:
        return {
            "articles": self.tr("Articles (path)"),
            "text": self.tr("Text (path)"),
            "mentions": self.tr("Mentions (path)"),
            "label": self.tr("Label (key)"),
            "start": self.tr("Start (key)"),
            "end": self.tr("End (key)"),
            "surface": self.tr("Surface (key)"),
            "title": self.tr("Title (path)"),
            "published": self.tr("Date (path)"),
            "outlet": self.tr("Outlet (path)"),
        }[name]

    def open(self, path: Path) -> None:
        """Look at a file and guess."""
        self._path = path
        self._look(partial(_sampled, path), self._on_sampled)

    def _look(self, look: Callable[[Cancelled], object], then: Callable[[Any], None]) -> None:
        self.give_up()
        aside = Aside(look, self)
        aside.found.connect(then)
        aside.failed.connect(self.failed)
        aside.crashed.connect(again)
        self._looks.append(aside)
        aside.start()

    def give_up(self) -> None:
        """End what is being looked at."""
        for aside in self._looks:
            aside.give_up()
            aside.deleteLater()
        self._looks.clear()

    def _on_sampled(self, sampled: Sampled) -> None:
        paths, mapping = sampled
        self._offer(paths)
        self.show_mapping(mapping)
        self._on_settled()

    def _offer(self, paths: Mapping[str, Any]) -> None:
        self._filling = True
        lists = sorted({p[: at + 2] for p in paths for at in range(len(p)) if p.startswith("[]", at)})
        keys = list(dict.fromkeys(p.rpartition(".")[2] for p in paths))
        for name, combo in self.combos.items():
            offered = lists if name in {"articles", "mentions"} else list(paths)
            combo.clear()
            combo.addItems(["", *(keys if name in {"label", "start", "end", "surface"} else offered)])
        self._filling = False

    def show_mapping(self, mapping: JsonMapping) -> None:
        """Fill the form."""
        self._filling = True
        for name, combo in self.combos.items():
            combo.setCurrentText(getattr(mapping, name))
        self.inclusive.setChecked(mapping.end_inclusive)
        self.from_one.setChecked(mapping.first == 1)
        self.utf16.setChecked(mapping.utf16)
        self._filling = False

    def mapping(self) -> JsonMapping:
        """What the form says."""
        known = {f.name for f in fields(JsonMapping)}
        paths = {name: combo.currentText().strip() for name, combo in self.combos.items() if name in known}
        return JsonMapping(
            **paths,
            end_inclusive=self.inclusive.isChecked(),
            first=int(self.from_one.isChecked()),
            utf16=self.utf16.isChecked(),
        )

    def _on_edited(self, *_: object) -> None:
        if not self._filling:
            self._settled.start()

    def _on_settled(self) -> None:
        mapping = self.mapping()
        if self._path is not None and mapping.text and mapping.label:
            path = self._path
            self._look(lambda _cancelled: preview(path, mapping), self._on_seen)
        self.changed.emit()

    def _on_seen(self, seen: Seen) -> None:
        articles, wrong = seen
        if not articles:
            self.seen.setText("")
            return
        first = articles[0]
        mentions = ", ".join(f"{m.text} ({m.label})" for m in first.mentions[:MENTIONS_SHOWN])
        text = fill(
            self.tr("First article: “{text}…” — {mentions}"),
            text=" ".join(first.text[:SHOWN].split()),
            mentions=mentions or self.tr("no mentions"),
        )
        if wrong:
            text += "\n" + several(
                wrong,
                self.tr("{n} mention reads otherwise than the file says: check how offsets count."),
                self.tr("{n} mentions read otherwise than the file says: check how offsets count."),
            )
        self.seen.setText(text)


def _sampled(path: Path, _cancelled: Cancelled) -> Sampled:
    paths = sample_paths(path)
    return paths, fitted(path, guess(paths))
