"""Shares of train, dev and test on one line, with the seed that the assignment follows from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QWidget

from desktop_app.exchange import SplitOptions
from desktop_app.gui.pieces import label

USUAL = (8, 1, 1)


class Shares(QWidget):
    """A check box, three numbers, a seed; the numbers count in relation to one another."""

    def __init__(self) -> None:
        super().__init__()
        self.on = QCheckBox(self.tr("Split into train, dev, test"))
        self.parts = [QSpinBox(minimum=0, maximum=1000, value=share) for share in USUAL]
        self.seed = QSpinBox(minimum=0, maximum=2_147_483_647, value=1)
        names = (self.tr("Share of train"), self.tr("Share of dev"), self.tr("Share of test"))
        for part, name in zip(self.parts, names, strict=True):
            part.setAccessibleName(name)
            part.setToolTip(name)
        self.seed.setAccessibleName(self.tr("Seed"))
        self._numbers = QWidget()
        row = QHBoxLayout(self._numbers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for place, part in enumerate(self.parts):
            if place:
                row.addWidget(label(":", "quiet"))
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(label(self.tr("Seed"), "quiet"))
        row.addWidget(self.seed)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.on)
        whole.addWidget(self._numbers)
        whole.addStretch(1)
        self.on.toggled.connect(self._numbers.setVisible)
        self._numbers.hide()

    def chosen(self) -> SplitOptions | None:
        """The split, or None where there is none."""
        train, dev, test = (float(part.value()) for part in self.parts)
        if not self.on.isChecked() or not train + dev + test:
            return None
        return SplitOptions(train, dev, test, self.seed.value())

    def kept(self) -> dict[str, Any]:
        """What was chosen, for `choose`."""
        return {
            "on": self.on.isChecked(),
            "parts": [p.value() for p in self.parts],
            "seed": self.seed.value(),
        }

    def choose(self, kept: Mapping[str, Any]) -> None:
        """Choose again what `kept` once returned."""
        for part, value in zip(self.parts, kept.get("parts", USUAL), strict=False):
            part.setValue(int(value))
        self.seed.setValue(int(kept.get("seed", 1)))
        self.on.setChecked(bool(kept.get("on", False)))
