"""The style sheet: flat, hairlines, one accent; everything that a palette cannot say."""

from __future__ import annotations

from pathlib import Path
from string import Template

from desktop_app.gui.looks.theme import Theme

_SHEET = Template("""
QMainWindow, QDialog { background: $panel; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $raised; color: $ink; border: 1px solid $outline; padding: 4px 6px; }
QMenuBar { background: $panel; border-bottom: 1px solid $hairline; padding: 1px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $outline; padding: 5px; }
QMenu::item { padding: 5px 22px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }
QMenu::icon { left: 6px; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $accent; }

QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QKeySequenceEdit {
    background: $raised; color: $ink; border: 1px solid $outline; border-radius: 5px; padding: 3px 6px;
    selection-background-color: $selection; selection-color: $ink; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border-color: $accent; }
QLineEdit[quietField="true"], QPlainTextEdit[quietField="true"] { border-color: transparent; background: transparent; }
QLineEdit[quietField="true"]:hover, QPlainTextEdit[quietField="true"]:hover { background: $hover; }
QLineEdit[quietField="true"]:focus, QPlainTextEdit[quietField="true"]:focus {
    background: $raised; border-color: $accent; }
QPlainTextEdit[sheet="true"], QPlainTextEdit[sheet="true"]:focus {
    background: $paper; border: none; border-radius: 0; padding: 0; }
QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0 5px; }
QCheckBox { spacing: 7px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px; border: 1px solid $faint;
    border-radius: 3px; background: $raised; }
QCheckBox::indicator:hover, QAbstractItemView::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$icons/field-check-$shade.svg"); }
QCheckBox::indicator:disabled { border-color: $hairline; }
QCheckBox:focus { color: $accent; }
QCheckBox:disabled { color: $faint; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow, QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {
    image: url("$icons/field-down.svg"); width: 12px; height: 12px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$icons/field-up.svg"); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
    border: none; background: transparent; width: 20px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $outline; outline: none;
    selection-background-color: $selection; selection-color: $ink; }

QPushButton { background: $raised; border: 1px solid $outline; border-radius: 5px; padding: 5px 14px; color: $ink; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faint; border-color: $hairline; }
QPushButton[primary="true"], QDialog QPushButton:default {
    background: $accent; color: $accent_ink; border-color: $accent; }
QPushButton[primary="true"]:focus { border: 2px solid $ink; padding: 4px 13px; }
QPushButton[primary="true"]:disabled, QDialog QPushButton:default:disabled {
    background: $hover; color: $faint; border-color: $hairline; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 3px 5px;
    color: $quiet; }
QToolButton:hover { background: $hover; color: $ink; }
QToolButton:pressed, QToolButton:checked { background: $pressed; color: $ink; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; width: 0; }

QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $quiet; padding: 7px 9px 6px 9px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; }

QAbstractItemView { background: $panel; border: none; outline: none; selection-background-color: $selection;
    selection-color: $ink; }
QAbstractItemView[surface="paper"] { background: $paper; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $selection; color: $ink; }
QDialog QAbstractItemView { background: $raised; border: 1px solid $hairline; border-radius: 5px; }
QDialog QHeaderView { border: none; background: transparent; }
QHeaderView::section { background: transparent; color: $quiet; border: none; border-bottom: 1px solid $hairline;
    padding: 4px 6px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $hairline; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $quiet; }

QLabel[strength="quiet"] { color: $quiet; }
QLabel[strength="faint"] { color: $faint; }
QLabel[strength="danger"] { color: $danger; }
QWidget[surface="paper"] { background: $paper; }
QWidget[surface="panel"] { background: $panel; }
QFrame[line="true"] { background: $hairline; border: none; }
QFrame[card="true"] { background: $raised; border: 1px solid $hairline; border-radius: 8px; }
QFrame[guide="true"] { background: $raised; border: 1px solid $accent; border-radius: 8px; }
QFrame[notice="true"] { background: $selection; border: none; border-radius: 6px; }
""")


def style_sheet(theme: Theme, icons: Path) -> str:
    """The application's style sheet in a theme's colours; `icons` is the folder of the icons."""
    return _SHEET.substitute(theme.colours, icons=icons.as_posix(), shade="dark" if theme.dark else "light")
