"""Particles: where a Korean name ends inside its word."""

from __future__ import annotations

import re
from functools import lru_cache

_PARTICLES = (
    "은 는 이 가 을 를 의 에 도 만 로 와 과 나 든 께 야 에서 에게 에는 에도 에서는 에서도 에서의 으로 "
    "으로는 으로도 로는 로도 로서 으로서 로써 "
    "으로써 부터 까지 까지는 께서 께서는 한테 처럼 보다 마다 이나 이라 라 라는 이라는 이라고 라고 이라며 "
    "라며 이란 란 이며 며 이고 고 이다 다 "
    "이었다 였다 입니다 이자 자 측 등 씨 씨는 씨가 씨의 인 인데 이지만 지만 뿐 뿐만 조차 이든 든지 랑 이랑 "
    "에게는 에게서 와의 과의 와는 과는 "
    "만의 만이 만을 들 들이 들은 들의 들을 까지의 부터는 보다는 처럼은 이라도 이기도 임을 이던 였던 이었던 "
    "였으며 이었으며"
)
PARTICLES = frozenset(_PARTICLES.split())
_LONGEST_PARTICLE = max(map(len, PARTICLES))
_WORD = re.compile(r"[가-힣A-Za-z0-9·]+")
_ALTERNATION = "|".join(sorted(PARTICLES, key=len, reverse=True))
PARTICLE_END = rf"(?=(?:{_ALTERNATION})?(?![가-힣A-Za-z0-9]))"
"""A look-ahead: here a name may end, a particle or nothing of its word follows."""

_AT_END = re.compile(PARTICLE_END)


def ends_name(text: str, end: int) -> bool:
    """Whether a name may end at `end`: only a particle, or nothing, of the word follows."""
    return _AT_END.match(text, end) is not None


def starts_word(text: str, start: int) -> bool:
    """Whether no letter or digit stands right before `start`."""
    return start == 0 or not text[start - 1].isalnum()


@lru_cache(maxsize=50_000)
def stems(word: str) -> tuple[str, ...]:
    """The word and what remains of it under each particle that it may bear, longest first."""
    shortest = max(0, len(word) - _LONGEST_PARTICLE - 1)
    return tuple(word[:n] for n in range(len(word), shortest, -1) if n == len(word) or word[n:] in PARTICLES)


def words(text: str) -> list[tuple[int, int]]:
    """Spans of runs of letters, digits and middle dots."""
    return [match.span() for match in _WORD.finditer(text)]
