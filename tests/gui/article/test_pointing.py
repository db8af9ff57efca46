"""Hover, menu and what a screen reader hears."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from desktop_app.gui.article.pointing import menu_of, tip_of


def test_the_tip_counts_here_and_in_the_project(at):
    tip = tip_of(at.session, at.find("다온시"))
    here = sum(at.session.surface(m) == "다온시" for m in at.session.shown())
    assert f"{here - 1} more in this article, {here} in the project" in tip
    assert "95%" in tip


def test_the_menu_offers_labels_and_decisions_with_their_keys(at):
    menu = menu_of(at.view, at.keymap, at.view.schema, with_mention=True)
    offered = {a.data(): a.text() for a in menu.actions() if not a.isSeparator()}
    assert {"relabel.PS", "accept", "reject", "split", "accept.project"} <= set(offered)
    assert offered["accept"].endswith("\tSpace")
    without = menu_of(at.view, at.keymap, at.view.schema, with_mention=False)
    assert "accept" not in {a.data() for a in without.actions()}
    for made in (menu, without):
        made.deleteLater()


def test_a_screen_reader_gets_text_and_the_current_mention(at):
    interface = QAccessible.queryAccessibleInterface(at.view)
    assert interface.text(QAccessible.Text.Name) == "Article: 다온시 소식"
    described = interface.text(QAccessible.Text.Description)
    assert described.startswith(("다온시, Organisation, Undecided", "다온시, 기관"))
    assert interface.textInterface() is not None
    assert "가온누리" in interface.textInterface().text(0, interface.textInterface().characterCount())
    at.commands.run("next_mention")
    assert interface.text(QAccessible.Text.Description) != described
