"""Whatever is edited, undo brings back the project to the letter, and redo what was there; also after reopening."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop_app.domain import edits
from desktop_app.domain.article import Role
from desktop_app.domain.errors import EditRefused
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span
from desktop_app.store import Project
from tests import made

TABLES = (
    "article",
    "block",
    "correction",
    "mention",
    "tag",
    "note",
    "concept",
    "relation",
    "lexicon",
    "reading",
)
LABELS = st.sampled_from(["PS", "OG", "LC", "QT"])


def snapshot(project: Project) -> dict[str, list[tuple[Any, ...]]]:
    state: dict[str, list[tuple[Any, ...]]] = {
        table: [tuple(r) for r in project.db.execute(f"SELECT * FROM {table} ORDER BY 1")] for table in TABLES
    }
    state["count"] = [tuple(r) for r in project.db.execute("SELECT * FROM mention_count ORDER BY 1")]
    return state


class Reviewing(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.dadeum"
        self.desk = made.desk(made.made_project(self.path))
        self.past = [snapshot(self.desk.project)]
        self.future: list[dict[str, list[tuple[Any, ...]]]] = []

    def _apply(self, edit: edits.Edit) -> None:
        steps = self.desk.project.history.count()
        try:
            self.desk.apply(edit)
        except EditRefused:
            assert snapshot(self.desk.project) == self.past[-1]
            return
        if self.desk.project.history.count() > steps:
            self.past.append(snapshot(self.desk.project))
            self.future.clear()

    def _mention(self, data: st.DataObject) -> int:
        ids = [m.id for a in self.desk.project.articles.ids() for m in self.desk.project.mentions.of(a)]
        return data.draw(st.sampled_from(ids))

    def _article(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(self.desk.project.articles.ids()))

    def _block(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from([b.id for b in self.desk.project.sources.blocks(1)]))

    @rule(data=st.data(), decision=st.sampled_from(list(Decision)))
    def decide(self, data: st.DataObject, decision: Decision) -> None:
        self._apply(edits.Decide((self._mention(data), self._mention(data)), decision))

    @rule(data=st.data(), label=LABELS)
    def relabel(self, data: st.DataObject, label: str) -> None:
        self._apply(edits.Relabel((self._mention(data),), label))

    @rule(data=st.data(), at=st.integers(0, len(made.RAW)), length=st.integers(0, 12))
    def resize(self, data: st.DataObject, at: int, length: int) -> None:
        self._apply(edits.Resize(((self._mention(data), at, at + length),)))

    @rule(data=st.data(), at=st.integers(0, len(made.RAW)), length=st.integers(0, 12), label=LABELS)
    def add(self, data: st.DataObject, at: int, length: int, label: str) -> None:
        self._apply(edits.AddMention(self._article(data), (Span(at, at + length),), label))

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self._apply(edits.RemoveMention((self._mention(data),)))

    @rule(data=st.data(), at=st.integers(0, len(made.RAW)))
    def split(self, data: st.DataObject, at: int) -> None:
        self._apply(edits.SplitMention(self._mention(data), at))

    @rule(data=st.data(), tag=st.sampled_from(["가", "나"]), away=st.booleans())
    def tag(self, data: st.DataObject, tag: str, away: bool) -> None:
        article = self._article(data)
        self._apply(edits.RemoveTag(article, tag) if away else edits.AddTag(article, tag))

    @rule(data=st.data(), text=st.sampled_from(["", "메모", "딴 메모"]), on_mention=st.booleans())
    def note(self, data: st.DataObject, text: str, on_mention: bool) -> None:
        mention = self._mention(data) if on_mention else None
        article = self.desk.project.mentions.get(mention).article_id if mention else self._article(data)
        self._apply(edits.WriteNote(article, text, mention_id=mention))

    @rule(data=st.data(), role=st.sampled_from(list(Role)))
    def role(self, data: st.DataObject, role: Role) -> None:
        self._apply(edits.SetRole((self._block(data),), role))

    @rule(data=st.data(), at=st.integers(0, len(made.RAW)))
    def split_block(self, data: st.DataObject, at: int) -> None:
        self._apply(edits.SplitBlock(self._block(data), at))

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        self._apply(edits.MoveBlocks((self._block(data),), self._article(data)))

    @rule(data=st.data())
    def split_article(self, data: st.DataObject) -> None:
        self._apply(edits.SplitArticle(self._article(data), (self._block(data),)))

    @rule(data=st.data())
    def merge_articles(self, data: st.DataObject) -> None:
        self._apply(edits.MergeArticles(self._article(data), self._article(data)))

    @rule(
        data=st.data(),
        at=st.integers(0, len(made.RAW)),
        length=st.integers(0, 4),
        text=st.sampled_from(["", " ", "새"]),
    )
    def correct(self, data: st.DataObject, at: int, length: int, text: str) -> None:
        self._apply(edits.CorrectText(self._article(data), at, at + length, text))

    @rule(data=st.data())
    def finish(self, data: st.DataObject) -> None:
        self._apply(edits.Finish(self._article(data)))

    @rule()
    def undo(self) -> None:
        change = self.desk.undo()
        assert (change is not None) == (len(self.past) > 1)
        if change is not None:
            self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        change = self.desk.redo()
        assert (change is not None) == bool(self.future)
        if change is not None:
            self.past.append(self.future.pop())

    @rule()
    def reopen(self) -> None:
        self.desk.project.close()
        self.desk = made.desk(Project.open(self.path))

    @invariant()
    def what_is_there_is_what_was_there(self) -> None:
        if hasattr(self, "past"):
            assert snapshot(self.desk.project) == self.past[-1]
            blocks = self.desk.project.sources.blocks(1)
            assert "".join(made.RAW[b.start : b.end] for b in blocks) == made.RAW

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.project.problems() == []
            self.desk.project.close()
            self.folder.cleanup()


TestReviewing = Reviewing.TestCase
TestReviewing.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
