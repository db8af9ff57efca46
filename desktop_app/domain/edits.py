"""What a reviewer can do, as small values: each is applied as one recorded step."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.article import ArticleState, Role
from desktop_app.domain.labels import LabelSchema
from desktop_app.domain.mention import Decision
from desktop_app.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Decide:
    """Accept, reject or reopen mentions."""

    mention_ids: tuple[int, ...]
    decision: Decision


@dataclass(frozen=True, slots=True)
class Relabel:
    """Give mentions another label (and sub-label); this accepts them."""

    mention_ids: tuple[int, ...]
    label: str
    sublabel: str = ""


@dataclass(frozen=True, slots=True)
class Resize:
    """Give mentions new spans of raw: (mention id, start, end). A span may not be empty."""

    spans: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class AddMention:
    """Add accepted mentions: spans of raw of one article."""

    article_id: int
    spans: tuple[Span, ...]
    label: str
    sublabel: str = ""


@dataclass(frozen=True, slots=True)
class AddPart:
    """Add a span of raw of the same block to a mention, which becomes discontinuous; this accepts it."""

    mention_id: int
    span: Span


@dataclass(frozen=True, slots=True)
class RemoveMention:
    """Take mentions away: a person's own are deleted, suggestions are rejected."""

    mention_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SplitMention:
    """Cut a mention in two at raw offset `at`; blanks at the cut fall off both parts."""

    mention_id: int
    at: int


@dataclass(frozen=True, slots=True)
class MergeMentions:
    """Make one mention of several of one article: the hull, with the first one's label."""

    mention_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Teach:
    """Let the lexicon learn that a surface carries a label, or ("") that it is never to be suggested."""

    article_id: int
    surface: str
    label: str


@dataclass(frozen=True, slots=True)
class SetValue:
    """Write a mention's normalised value by hand; empty text takes it away."""

    mention_id: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class SetAttribute:
    """Set an attribute of mentions; an empty value takes it away."""

    mention_ids: tuple[int, ...]
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class LinkConcept:
    """Link mentions to a concept: an existing one by id, or by name (made when new); None unlinks."""

    mention_ids: tuple[int, ...]
    concept_id: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class SetConcept:
    """Rename a concept, set its aliases, external id, note."""

    concept_id: int
    name: str
    aliases: tuple[str, ...] = ()
    external_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MergeConcepts:
    """Move all mentions of the other concepts to the first, whose aliases take in the others' names."""

    concept_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AddRelation:
    """Relate two mentions of one article."""

    from_mention: int
    to_mention: int
    kind: str


@dataclass(frozen=True, slots=True)
class RemoveRelation:
    """Take a relation away."""

    relation_id: int


@dataclass(frozen=True, slots=True)
class AddTag:
    """Give an article a tag; a suggested or rejected one is accepted instead."""

    article_id: int
    tag: str


@dataclass(frozen=True, slots=True)
class RemoveTag:
    """Take a tag off an article: a person's own is deleted, a suggestion is rejected."""

    article_id: int
    tag: str


@dataclass(frozen=True, slots=True)
class RenameTag:
    """Rename a tag in the whole project; where the new one stands already the two become one."""

    tag: str
    new: str


@dataclass(frozen=True, slots=True)
class SetMetadata:
    """Change one field of an article's metadata (title, subtitle, outlet, reporter, published, section, url)."""

    article_id: int
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Write the note on an article, a mention or a span of raw; empty text deletes it."""

    article_id: int
    text: str
    mention_id: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class CloseNote:
    """Mark a note as settled, or open it again."""

    note_id: int
    open: bool = False


@dataclass(frozen=True, slots=True)
class Finish:
    """Decide what is undecided as suggested (or refuse what is below `threshold`) and mark reviewed."""

    article_id: int
    threshold: float = 0.0


@dataclass(frozen=True, slots=True)
class SetState:
    """Set the state of articles without deciding anything."""

    article_ids: tuple[int, ...]
    state: ArticleState


@dataclass(frozen=True, slots=True)
class UseSchema:
    """Use another label schema; what carries an old label gets the one it is mapped to, decisions stay."""

    schema: LabelSchema
    mapping: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SetRole:
    """Give blocks another role."""

    block_ids: tuple[int, ...]
    role: Role


@dataclass(frozen=True, slots=True)
class SplitBlock:
    """Cut a block in two at raw offset `at`."""

    block_id: int
    at: int


@dataclass(frozen=True, slots=True)
class MergeBlocks:
    """Make one block of neighbours in raw: the first one's role and article."""

    block_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MoveBlocks:
    """Move blocks to another article of the same source (None: to none)."""

    block_ids: tuple[int, ...]
    article_id: int | None


@dataclass(frozen=True, slots=True)
class SplitArticle:
    """Make a new article of some blocks of one."""

    article_id: int
    block_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MergeArticles:
    """Put the blocks, mentions, tags and notes of one article behind another's; both of one source."""

    article_id: int
    other_id: int


@dataclass(frozen=True, slots=True)
class CorrectText:
    """Let raw [start, end) of a source read as `text`; the same text as raw takes the correction away."""

    article_id: int
    start: int
    end: int
    text: str


Edit = (
    Decide
    | Relabel
    | Resize
    | AddMention
    | AddPart
    | RemoveMention
    | SplitMention
    | MergeMentions
    | Teach
    | SetValue
    | SetAttribute
    | LinkConcept
    | SetConcept
    | MergeConcepts
    | AddRelation
    | RemoveRelation
    | AddTag
    | RemoveTag
    | RenameTag
    | SetMetadata
    | WriteNote
    | CloseNote
    | Finish
    | SetState
    | UseSchema
    | SetRole
    | SplitBlock
    | MergeBlocks
    | MoveBlocks
    | SplitArticle
    | MergeArticles
    | CorrectText
)
