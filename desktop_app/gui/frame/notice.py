"""A message over the page: says something, offers at most one thing to do, goes by itself or by Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.gui.looks.appearance import Appearance
from desktop_app.gui.messages import Message
from desktop_app.gui.pieces import IconButton, label

FOR_MS = {"info": 5_000, "warning": 10_000}
ICONS = {"info": "info", "warning": "warning", "error": "warning"}
MARGIN, WIDEST = 18, 560


class Notice(QFrame):
    """Stands at the bottom of its parent, centred; errors stay until they are closed."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance, self._page = appearance, parent
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton()
        self.action.clicked.connect(self._on_action)
        self._close = IconButton(appearance, "cross", self.hide, size=14)
        self._message = Message("")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 10, 10, 10)
        line.setSpacing(10)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1)
        line.addWidget(self.action)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.hide)
        parent.installEventFilter(self)
        appearance.changed.connect(self._draw_icon)
        self.hide()

    def tell(self, message: Message) -> None:
        """Show a message in the place of the one before."""
        self._message = message
        self._draw_icon()
        self.text.setText(message.text)
        self.action.setText(message.action)
        self.action.setVisible(bool(message.action))
        self._close.set_words(self.tr("Close"))
        self._place()
        self.show()
        self.raise_()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.text))
        self._clock.stop()
        if message.kind in FOR_MS:
            self._clock.start(FOR_MS[message.kind])

    def _draw_icon(self) -> None:
        kind, theme = self._message.kind, self._appearance.theme
        colour = theme.colour({"error": "danger", "warning": "warning"}.get(kind, "accent"))
        self._icon.setPixmap(self._appearance.icons.pixmap(ICONS[kind], 18, colour, self.devicePixelRatioF()))

    def _on_action(self) -> None:
        self.hide()
        if self._message.act is not None:
            self._message.act()

    def _place(self) -> None:
        parent = self._page
        width = min(WIDEST, parent.width() - 2 * MARGIN)
        needed = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 110
        if self._message.action:
            needed += self.action.sizeHint().width() + 10
        self.setFixedWidth(max(240, min(width, needed)))
        height = self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setFixedHeight(max(height, 44))
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 56)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
