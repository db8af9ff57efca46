"""What is written in the search field, understood: text, initial consonants, a label, a concept, a tag."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Mention
from desktop_app.domain.spans import Span
from desktop_app.domain.textmap import TextMap
from desktop_app.store.project import Project
from desktop_app.store.search import Hit

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""The initial consonants of Hangul syllables in the order of Unicode (The Unicode Standard, section 3.12)."""
_PER_INITIAL = 588
_WORDS = {
    "label": "label", "라벨": "label", "concept": "concept", "개념": "concept", "tag": "tag", "태그": "tag",
}  # fmt: skip
_FIELD = re.compile(rf"({'|'.join(_WORDS)}):\s*(.*)", re.IGNORECASE)
WIDTH = 30  # code points on either side of a hit


def find(
    project: Project, schema: LabelSchema, text: str, *, limit: int, tag_code: Callable[[str], str] = str
) -> list[Hit]:
    """Places for what someone wrote, by article and position.

    `label:PS 김`, `concept:한빛시`, `tag:환경` (or 라벨:, 개념:, 태그:) look for mentions and tags; text with
    initial consonants (ㄱㄱㄷ, ㄱㄱ도) for surfaces and titles that read so; all else for itself.
    `tag_code` gives the stored tag for the name of one.
    """
    field = _FIELD.fullmatch(text)
    if field and field[2]:
        return _by_field(project, schema, _WORDS[field[1].lower()], field[2], limit, tag_code)
    if any(letter in INITIALS for letter in text):
        return _by_initials(project, text, limit)
    return project.search.hits(text, limit=limit, width=WIDTH)


def initials_pattern(text: str) -> re.Pattern[str]:
    """Matches what begins a word and has these initials; a syllable stands for itself, blanks may lie between."""
    return re.compile(r"(?<!\w)" + "[ ]?".join(_letter(c) for c in text if not c.isspace()), re.IGNORECASE)


def _letter(letter: str) -> str:
    place = INITIALS.find(letter)
    if place < 0:
        return re.escape(letter)
    first = 0xAC00 + place * _PER_INITIAL
    return f"[{letter}{chr(first)}-{chr(first + _PER_INITIAL - 1)}]"


def _by_initials(project: Project, text: str, limit: int) -> list[Hit]:
    found: dict[tuple[int, int], Hit] = {}
    for name in project.surfaces.matching(initials_pattern(text)):
        for hit in project.search.hits(name, limit=limit, width=WIDTH):
            found.setdefault((hit.article_id, hit.start), hit)
        if len(found) >= limit:
            break
    return [found[place] for place in sorted(found)][:limit]


def _by_field(
    project: Project,
    schema: LabelSchema,
    field: str,
    value: str,
    limit: int,
    tag_code: Callable[[str], str],
) -> list[Hit]:
    reader = _Reader(project)
    if field == "tag":
        tags = project.surfaces.tagged(tag_code(value), limit=limit)
        places = ((t.article_id, t.evidence[0] if t.evidence else None) for t in tags)
        return [reader.hit(article_id, span) for article_id, span in places]
    if field == "concept":
        return list(reader.hits(project.surfaces.of_concepts(value, limit=limit)))
    wanted, _, rest = value.partition(" ")
    code = _label_code(schema, wanted)
    return list(reader.hits(project.surfaces.labelled(code, rest.strip(), limit=limit)))


def _label_code(schema: LabelSchema, written: str) -> str:
    """The code of a label by code, name or short name; what is none stays as it was written."""
    wanted = written.casefold()
    for entry in schema.labels:
        if wanted in {n.casefold() for n in (entry.code, entry.name_ko, entry.name_en, entry.short)}:
            return entry.code
    return written


class _Reader:
    """Reads raw spans in their surroundings; spans come article by article."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._article = 0
        self._map: TextMap | None = None

    def hits(self, mentions: Iterable[Mention]) -> Iterator[Hit]:
        for mention in mentions:
            if self._mapped(mention.article_id).reading_span(mention.span) is not None:
                yield self.hit(mention.article_id, mention.span)

    def hit(self, article_id: int, raw: Span | None) -> Hit:
        """The place of a raw span; without one, the first line of the article."""
        mapped = self._mapped(article_id)
        text = mapped.text
        read = mapped.reading_span(raw) if raw is not None else None
        read = read or Span(0, len(text.partition("\n")[0][:WIDTH]))
        before, after = text[max(0, read.start - WIDTH) : read.start], text[read.end : read.end + WIDTH]
        return Hit(article_id, read.start, read.end, before, read.of(text), after)

    def _mapped(self, article_id: int) -> TextMap:
        if self._map is None or article_id != self._article:
            self._article, self._map = article_id, self._project.sources.text_map(article_id)
        return self._map
