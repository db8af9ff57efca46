"""What went wrong, in the reader's language: message codes of UserError → sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.errors import EditRefused, UserError
from desktop_app.gui.words.josa import fill
from desktop_app.gui.words.noop import QT_TRANSLATE_NOOP

_SENTENCES = {
    "reading.unreadable": QT_TRANSLATE_NOOP("Error", "{file} cannot be read: {reason}"),
    "store.failed": QT_TRANSLATE_NOOP("Error", "{path} cannot be used: {reason}"),
    "store.not_a_project": QT_TRANSLATE_NOOP("Error", "{path} is not a Dadeum project."),
    "store.too_new": QT_TRANSLATE_NOOP(
        "Error", "{path} was made by a newer Dadeum. Update Dadeum to open it."
    ),
    "store.read_only": QT_TRANSLATE_NOOP(
        "Error", "{path} is read-only. Copy it to a folder you may write to and open the copy."
    ),
    "store.in_use": QT_TRANSLATE_NOOP("Error", "{path} is open in another Dadeum. Close it there first."),
    "export.failed": QT_TRANSLATE_NOOP("Error", "{path} cannot be written: {reason}"),
    "export.disk_full": QT_TRANSLATE_NOOP("Error", "The disk of {path} is full. Nothing was written."),
    "export.not_writable": QT_TRANSLATE_NOOP("Error", "{path} may not be written. Choose another folder."),
    "export.folder_missing": QT_TRANSLATE_NOOP("Error", "The folder of {path} does not exist."),
    "export.busy": QT_TRANSLATE_NOOP("Error", "{path} is open in another program. Close it there first."),
    "export.bad_name": QT_TRANSLATE_NOOP("Error", "{path}: a file cannot have this name ({reason})."),
    "export.folder_taken": QT_TRANSLATE_NOOP(
        "Error", "{path} already holds other files. Choose an empty or a new folder."
    ),
    "export.kind_taken": QT_TRANSLATE_NOOP("Error", "Something else of the name {path} is already there."),
    "export.label_not_held": QT_TRANSLATE_NOOP(
        "Error", "{format} cannot hold the label {label}. Map it to another code."
    ),
    "export.text_not_held": QT_TRANSLATE_NOOP(
        "Error", "Article {article} does not fit this format: {reason}"
    ),
    "export.package_missing": QT_TRANSLATE_NOOP(
        "Error", "This format needs the package {package}. Install it with: pip install dadeum[{extra}]"
    ),
    "keys.taken": QT_TRANSLATE_NOOP("Error", "{key} is taken by “{action}”."),
    "resource.broken": QT_TRANSLATE_NOOP(
        "Error", "{path} is missing or damaged ({reason}). Reinstall Dadeum or restore the file."
    ),
    "suggester.failed": QT_TRANSLATE_NOOP("Error", "Suggestions are not available: {reason}"),
    "training.bad_text": QT_TRANSLATE_NOOP("Error", "{path}, line {line}: {reason}"),
    "learning.failed": QT_TRANSLATE_NOOP("Error", "Nothing was learnt: {reason}"),
    "learning.no_model": QT_TRANSLATE_NOOP("Error", "The project has no model {name}."),
    "learning.too_few": QT_TRANSLATE_NOOP(
        "Error", "Learning needs at least {needed} reviewed articles; there are {found}."
    ),
}
_REFUSED = {
    "outside_text": QT_TRANSLATE_NOOP(
        "Refused", "A mention must lie in the article's text, not in boilerplate."
    ),
    "empty_span": QT_TRANSLATE_NOOP("Refused", "A mention needs at least one character."),
    "no_mention": QT_TRANSLATE_NOOP("Refused", "There is no such mention any more."),
    "no_article": QT_TRANSLATE_NOOP("Refused", "There is no such article any more."),
    "no_block": QT_TRANSLATE_NOOP("Refused", "There is no such block any more."),
    "part_overlaps": QT_TRANSLATE_NOOP("Refused", "A further part may not overlap the mention."),
    "unknown_label": QT_TRANSLATE_NOOP("Refused", "The label schema has no such label."),
    "not_neighbours": QT_TRANSLATE_NOOP("Refused", "Only neighbouring blocks of one source can be merged."),
    "cut_outside": QT_TRANSLATE_NOOP("Refused", "The cut must lie inside, with text on both sides."),
    "other_source": QT_TRANSLATE_NOOP("Refused", "Blocks can only move between articles of one source."),
    "last_block": QT_TRANSLATE_NOOP("Refused", "An article must keep at least one block."),
    "unknown_field": QT_TRANSLATE_NOOP("Refused", "There is no such field."),
    "bad_date": QT_TRANSLATE_NOOP("Refused", "A date is written as 2026-11-24, 2026-11 or 2026."),
    "no_relation": QT_TRANSLATE_NOOP(
        "Refused", "The label schema allows no such relation between these mentions."
    ),
    "one_article": QT_TRANSLATE_NOOP("Refused", "The mentions must belong to one article."),
    "across_blocks": QT_TRANSLATE_NOOP("Refused", "A mention may not run over several blocks."),
}


def sentence(error: UserError) -> str:
    """The error as one sentence in the language in use; the English line where the code is unknown."""
    if isinstance(error, EditRefused) and error.why in _REFUSED:
        return QCoreApplication.translate("Refused", _REFUSED[error.why])
    template = _SENTENCES.get(error.code)
    if template is None:
        return str(error)
    try:
        return fill(QCoreApplication.translate("Error", template), **error.params)
    except (KeyError, IndexError, ValueError):  # an error raised without one of its parameters
        return str(error)
