"""The session: what is open, what is current, and who hears of a change."""

from desktop_app.domain import edits
from desktop_app.domain.mention import Decision
from desktop_app.domain.suggestions import SuggestedMention, Suggestions
from desktop_app.gui.session import Session
from desktop_app.review.suggestions.suggesting import article_text, keep
from tests import made


def test_an_article_opens_at_its_first_undecided_mention(project, qapp):
    session = Session(made.desk(project))
    session.open_article(1)
    first = session.undecided()[0]
    assert session.current == first
    session.apply(edits.Decide((first.id,), Decision.ACCEPTED))
    session.open_article(1)
    assert session.current == session.undecided()[0] != first
    session.open_article(99)
    assert session.article is None


def test_first_suggestions_make_the_first_of_them_current(project, qapp):
    session = Session(made.desk(project))
    session.open_article(2)
    assert session.current is None
    asked = article_text(project, 2)
    at = asked.text.index("새솔군")
    session.publish(
        keep(project, Suggestions(asked.key, (SuggestedMention(at, at + 3, "OG", 0.9, "tagger"),)))
    )
    assert session.surface(session.current) == "새솔군"


def test_undo_goes_where_it_happened(project, qapp):
    session = Session(made.desk(project))
    session.open_article(1)
    mention = session.current
    session.apply(edits.Relabel((mention.id,), "LC"))
    session.open_article(2)
    session.undo()
    assert session.article_id == 1
    assert session.current.id == mention.id
    assert session.redo().redo
    assert session.undo().undo


def test_a_refused_edit_is_told_and_changes_nothing(project, qapp, qtbot):
    session = Session(made.desk(project))
    session.open_article(1)
    before = session.article
    with qtbot.waitSignal(session.failed) as told, qtbot.assertNotEmitted(session.changed):
        assert session.apply(edits.Relabel((1,), "NOPE")) is None
    assert told.args[0].why == "unknown_label"
    assert session.article == before
