"""A small choice by digit, shown on the card: which relation, which sub-label."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.gui.article.view import ArticleView
from desktop_app.gui.keys import Chord

KEYS = "1234567890QWERTYUIOPASDFGHJKLZXCVBNM"


class Choices:
    """Offers up to 36 things; one key takes one, Escape none, any other key goes on with its own business."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self._offered: dict[str, Callable[[], object]] = {}
        view.interceptor = self._on_chord

    @property
    def open(self) -> bool:
        """Whether a choice waits."""
        return bool(self._offered)

    def offer(self, options: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Show options as (text, what it does)."""
        keyed = list(zip(KEYS, options, strict=False))
        self._offered = {key: act for key, (_, act) in keyed}
        self._view.ask([(key, text) for key, (text, _) in keyed])

    def drop(self) -> None:
        """Take the choice away."""
        if self._offered:
            self._offered = {}
            self._view.ask(())

    def _on_chord(self, chord: Chord) -> bool:
        if not self._offered:
            return False
        act = self._offered.get(chord.key) if chord == Chord(chord.key) else None
        self.drop()
        if act is not None:
            act()
        return act is not None or chord.key == "Escape"
