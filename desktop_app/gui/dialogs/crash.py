"""What is shown of a bug of ours: that nothing is lost, and a report to copy."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def show_crash(parent: QWidget | None, report: str) -> None:
    """Show a report; the user copies it and goes on, or ends Dadeum."""
    words = _words()
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Dadeum", words["title"], parent=parent)
    box.setInformativeText(words["detail"])
    box.setDetailedText(report)
    copy = box.addButton(words["copy"], QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    go_on = box.addButton(words["go_on"], QMessageBox.ButtonRole.AcceptRole)
    quit_ = box.addButton(words["quit"], QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(go_on)
    box.exec()
    if box.clickedButton() is quit_:
        QCoreApplication.quit()
    box.deleteLater()


def _words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "title": translate("CrashDialog", "Something went wrong inside Dadeum."),
        "detail": translate(
            "CrashDialog",
            "Everything you decided is saved. The report below holds no text of your articles; please send it to us.",
        ),
        "copy": translate("CrashDialog", "Copy report"),
        "go_on": translate("CrashDialog", "Continue"),
        "quit": translate("CrashDialog", "Quit"),
    }
