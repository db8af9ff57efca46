"""A part of the inspector that folds away under its heading."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop_app.gui.looks.appearance import Appearance
from desktop_app.gui.pieces import hairline, label, scaled


class Section(QWidget):
    """A heading with a count and a body; a click on the heading folds the body."""

    folded_changed = Signal(bool)

    def __init__(self, appearance: Appearance, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.body = body
        self.folded = False
        self._heading = QToolButton()
        self._heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._heading.clicked.connect(lambda: self.set_folded(not self.folded))
        scaled(self._heading, 0.92, bold=True)
        self._count = label(strength="faint")
        scaled(self._count, 0.92)
        self._lay_out()
        appearance.changed.connect(self._show_arrow)
        self._show_arrow()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(6, 4, 12, 2)
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(top)
        column.addWidget(self.body, 1)

    def set_title(self, text: str) -> None:
        """The heading."""
        self._heading.setText(text)
        self._heading.setAccessibleName(text)

    def set_count(self, text: str) -> None:
        """What stands at the right of the heading."""
        self._count.setText(text)

    def set_folded(self, folded: bool) -> None:
        """Hide or show the body."""
        if folded != self.folded:
            self.folded = folded
            self.body.setVisible(not folded)
            self._show_arrow()
            self.folded_changed.emit(folded)

    def _show_arrow(self) -> None:
        self._heading.setIcon(self._appearance.icons.icon("right" if self.folded else "down"))
