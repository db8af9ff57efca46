"""What is said and offered about a mention that is pointed at: the card, the tip, the menu."""

from __future__ import annotations

import html
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Decision, Mention
from desktop_app.gui.article.card import CardText
from desktop_app.gui.article.words import label_name, sublabel_name
from desktop_app.gui.keymap import RELABEL, KeyMap
from desktop_app.gui.session import Session
from desktop_app.gui.words import names
from desktop_app.gui.words.josa import fill
from desktop_app.review.elsewhere.propagation import same_mentions

MENU = (
    ("accept", "reject", "reopen", "remove"),
    ("particle", "split", "merge"),
    ("value", "concept", "note", "relation"),
    ("accept.article", "reject.article", "accept.project", "reject.project"),
)
MENU_OF_TEXT = ("correct_text", "correct_blank", "block_role", "block_split", "block_merge", "block_move")


def card_text(
    session: Session, keymap: KeyMap, mention: Mention, choices: Iterable[tuple[str, str]] = ()
) -> CardText:
    """What the card says of the current mention."""
    schema = session.desk.schema
    label = schema.by_code.get(mention.label)
    facts = [names.decision(mention.decision)]
    if mention.decision is Decision.UNDECIDED:
        facts.append(f"{mention.confidence * 100:.0f}%")
    facts.append(names.origin(mention.origin))
    if mention.value and mention.value.text:
        facts.insert(0, mention.value.text)
    return CardText(
        label=" · ".join(p for p in (label_name(schema, mention.label), sublabel_name(schema, mention)) if p),
        hue=label.colour if label else "#6B7280",
        surface=session.surface(mention),
        facts="  ·  ".join(facts),
        keys=_keys(keymap, schema, mention),
        choices=tuple(choices),
    )


def _keys(keymap: KeyMap, schema: LabelSchema, mention: Mention) -> str:
    named = [
        ("accept", QCoreApplication.translate("MentionCard", "accept")),
        ("reject", QCoreApplication.translate("MentionCard", "reject")),
    ]
    if mention.decided:
        named = [
            ("reopen", QCoreApplication.translate("MentionCard", "reopen")),
            ("next_undecided", QCoreApplication.translate("MentionCard", "next")),
        ]
    said = [f"{keymap.text(i)} {name}" for i, name in named if keymap.text(i)]
    labels = [key for code in schema.codes if (key := keymap.text(RELABEL + code))]
    if labels:
        said.append(f"{labels[0]}–{labels[-1]} " + QCoreApplication.translate("MentionCard", "label"))
    edges = [keymap.text(i) for i in ("start_left", "start_right", "end_left", "end_right")]
    if all(edges):
        said.append("".join(edges) + " " + QCoreApplication.translate("MentionCard", "edges"))
    return "   ".join(said)


def tip_of(session: Session, mention: Mention) -> str:
    """What hovering tells: value, concept, origin, how many more there are."""
    schema, article = session.desk.schema, session.article
    surface = session.surface(mention)
    title = f"<b>{html.escape(surface)}</b>&nbsp; {html.escape(label_name(schema, mention.label))}"
    rows = [title]
    if mention.value and mention.value.text:
        rows.append(html.escape(mention.value.text))
    if mention.concept_id is not None:
        concept = session.desk.project.concepts.get(mention.concept_id)
        rows.append(
            fill(QCoreApplication.translate("ArticleView", "Concept: {name}"), name=html.escape(concept.name))
        )
    origin = f"{names.origin(mention.origin)}, {mention.confidence * 100:.0f}%"
    rows.append(f"{names.decision(mention.decision)} · {html.escape(origin)}")
    here = len(same_mentions(article, mention)) - 1 if article else 0
    total = session.desk.project.mentions.count_surface(surface, mention.label)
    more = QCoreApplication.translate("ArticleView", "{here} more in this article, {total} in the project")
    rows.append(fill(more, here=here, total=total))
    return "<div style='white-space:pre'>" + "<br>".join(rows) + "</div>"


def menu_of(parent: QWidget, keymap: KeyMap, schema: LabelSchema, *, with_mention: bool) -> QMenu:
    """The context menu; every entry carries its action's id."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for label in schema.labels:
        _add(menu, keymap, RELABEL + label.code)
    if with_mention:
        for group in MENU:
            menu.addSeparator()
            for action_id in group:
                _add(menu, keymap, action_id)
    menu.addSeparator()
    for action_id in MENU_OF_TEXT:
        _add(menu, keymap, action_id)
    return menu


def _add(menu: QMenu, keymap: KeyMap, action_id: str) -> None:
    key = keymap.text(action_id)
    action = menu.addAction(keymap.name(action_id) + (f"\t{key}" if key else ""))
    action.setData(action_id)
