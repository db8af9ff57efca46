"""What goes wrong through no fault of the program: shown plainly, in one line."""

from __future__ import annotations

from typing import ClassVar


class UserError(Exception):
    """Something that the user or the environment did.

    `code` names the message for translation (dotted, stable), `params` are its values. `str(error)` is the
    English line that the command line prints; the window looks `code` up in its own words first.
    """

    code = "error"
    text = "{detail}"

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(self.text.format(**params))

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process boundaries with their parameters."""
        return _again, (type(self), self.params)


def _again(kind: type[UserError], params: dict[str, object]) -> UserError:
    error = kind.__new__(kind)
    UserError.__init__(error, **params)
    return error


class UnreadableFile(UserError):
    """A file cannot be read as an article."""

    code = "reading.unreadable"
    text = "{file}: {reason}"


class StoreError(UserError):
    """A project file cannot be opened, written or kept."""

    code = "store.failed"
    text = "{path}: {reason}"


class NotAProject(StoreError):
    """The file is no Dadeum project."""

    code = "store.not_a_project"
    text = "{path} is not a Dadeum project."


class ProjectTooNew(StoreError):
    """The project was written by a newer Dadeum."""

    code = "store.too_new"
    text = "{path} was made by a newer Dadeum (needs: {needs}). Update Dadeum to open it."


class ProjectReadOnly(StoreError):
    """The project file or its folder cannot be written."""

    code = "store.read_only"
    text = "{path} is read-only. Copy it to a folder you may write to and open the copy."


class ProjectInUse(StoreError):
    """Another Dadeum has the project open."""

    code = "store.in_use"
    text = "{path} is open in another Dadeum. Close it there first."


class ExportFailed(UserError):
    """An export could not be written."""

    code = "export.failed"
    text = "{path}: {reason}"


class BrokenResource(UserError):
    """A file that Dadeum ships (model, gazetteer, schema) is missing or damaged."""

    code = "resource.broken"
    text = "{path} is missing or damaged ({reason}). Reinstall Dadeum or restore the file."


class SuggesterFailed(UserError):
    """The process that makes suggestions stopped or did not answer."""

    code = "suggester.failed"
    text = "Suggestions are not available: {reason}"


class LearningFailed(UserError):
    """The process that learns from reviewed articles stopped or did not answer."""

    code = "learning.failed"
    text = "Nothing was learnt: {reason}"


class TooFewReviewed(UserError):
    """There are not enough reviewed articles to learn from."""

    code = "learning.too_few"
    text = "Learning needs at least {needed} reviewed articles; there are {found}."


class NoSuchModel(UserError):
    """The project has learnt no model of this name, or one that the shipped model has left behind."""

    code = "learning.no_model"
    text = "The project has no model {name}."


class EditRefused(UserError):
    """An edit that would break a rule of the project; nothing was changed. `why` is one of `REASONS`."""

    code = "edit.refused"
    text = "{reason}"
    REASONS: ClassVar[dict[str, str]] = {
        "outside_text": "A mention must lie in the article's text, not in boilerplate.",
        "empty_span": "A mention needs at least one character.",
        "no_mention": "There is no such mention any more.",
        "no_article": "There is no such article any more.",
        "no_block": "There is no such block any more.",
        "unknown_label": "The label schema has no such label.",
        "not_neighbours": "Only neighbouring blocks of one source can be merged.",
        "cut_outside": "The cut must lie inside, with text on both sides.",
        "other_source": "Blocks can only move between articles of one source.",
        "last_block": "An article must keep at least one block.",
        "unknown_field": "There is no such field.",
        "bad_date": "A date is written as 2026-11-24, 2026-11 or 2026.",
        "no_relation": "The label schema allows no such relation between these mentions.",
        "one_article": "The mentions must belong to one article.",
        "part_overlaps": "A further part may not overlap the mention.",
        "across_blocks": "A mention may not run over several blocks.",
    }

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why=why, reason=self.REASONS[why])
