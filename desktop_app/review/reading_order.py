"""The mentions of the open article in the order they are read, kept up to date edit by edit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.mention import Decision, Mention

if TYPE_CHECKING:
    from desktop_app.review.desk import OpenArticle

Key = tuple[int, int, int, int]


class ReadingOrder:
    """Sorted keys of the mentions that are read and not rejected: block, start, longer first, id."""

    def __init__(self) -> None:
        self._article: OpenArticle | None = None
        self._blocks: list[tuple[int, int, int]] = []
        self._mentions: Mapping[int, Mention] = {}
        self._keys: list[Key] = []
        self._key_of: dict[int, Key] = {}

    def take(self, article: OpenArticle | None, changed: Iterable[int] | None = None) -> None:
        """Take over the article as it is now; with the ids of what changed only those are looked at again."""
        same = article is not None and self._article is not None and article.map is self._article.map
        self._article = article
        self._mentions = article.by_id if article else {}
        if same and changed is not None:
            for mention_id in changed:
                self._place(mention_id)
            return
        self._blocks = sorted(article.map.block_of_raw) if article else []
        self._keys = sorted(self._all_keys(article.mentions)) if article else []
        self._key_of = {key[3]: key for key in self._keys}

    def _all_keys(self, mentions: Iterable[Mention]) -> Iterator[Key]:
        """Mentions come by position, so the blocks are walked beside them."""
        blocks, at, last = self._blocks, 0, len(self._blocks) - 1
        for m in mentions:
            start = m.start
            while at < last and blocks[at + 1][0] <= start:
                at += 1
            if at <= last and blocks[at][0] <= start <= blocks[at][1] and m.decision is not Decision.REJECTED:
                yield blocks[at][2], start, -m.end, m.id

    def _place(self, mention_id: int) -> None:
        old = self._key_of.pop(mention_id, None)
        if old is not None:
            del self._keys[bisect_left(self._keys, old)]
        mention = self._mentions.get(mention_id)
        key = self._key(mention) if mention else None
        if key is not None:
            self._key_of[mention_id] = key
            insort(self._keys, key)

    def _key(self, mention: Mention) -> Key | None:
        if mention.decision is Decision.REJECTED:
            return None
        return self.key_at(mention.start, -mention.end, mention.id)

    def key_at(self, raw: int, end: int = 0, mention_id: int = 0) -> Key | None:
        """Where a raw offset stands in reading order; None where it is not read."""
        at = bisect_right(self._blocks, (raw, float("inf"), 0)) - 1
        if at < 0 or raw > self._blocks[at][1]:
            return None
        return self._blocks[at][2], raw, end, mention_id

    def all(self) -> list[Mention]:
        """Every mention that is read and not rejected."""
        return [self._mentions[key[3]] for key in self._keys]

    def undecided(self) -> list[Mention]:
        """Those that are not decided yet."""
        return [m for m in self.all() if not m.decided]

    def after(self, mention: Mention | None, raw: int, wanted: Callable[[Mention], bool]) -> Mention | None:
        """The next wanted one behind a mention (also one that is rejected now), or from a raw offset on."""
        key = self._anchor(mention, raw)
        start = bisect_right(self._keys, key) if mention else bisect_left(self._keys, key)
        return self._first(range(start, len(self._keys)), wanted)

    def before(self, mention: Mention | None, raw: int, wanted: Callable[[Mention], bool]) -> Mention | None:
        """The wanted one before a mention or a raw offset."""
        start = bisect_left(self._keys, self._anchor(mention, raw))
        return self._first(range(start - 1, -1, -1), wanted)

    def _anchor(self, mention: Mention | None, raw: int) -> Key:
        key = self.key_at(mention.start, -mention.end, mention.id) if mention else self.key_at(raw, -raw)
        return key or (-1, 0, 0, 0)

    def _first(self, places: range, wanted: Callable[[Mention], bool]) -> Mention | None:
        found = (self._mentions[self._keys[i][3]] for i in places)
        return next((m for m in found if wanted(m)), None)
