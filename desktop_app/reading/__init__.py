"""Reading: the bytes of any file a Korean office has, made into clean articles without touching the source."""

from desktop_app.reading.cleaning.learnt import RoleExample, RoleModel, learn_roles
from desktop_app.reading.drafts import read_text, with_learnt_roles
from desktop_app.reading.registry import columns, endings, is_table, read_bytes, read_file
from desktop_app.reading.storable import shown_name
from desktop_app.reading.tables import TableMapping, guess_mapping
from desktop_app.reading.walk import iter_paths

__all__ = [
    "RoleExample",
    "RoleModel",
    "TableMapping",
    "columns",
    "endings",
    "guess_mapping",
    "is_table",
    "iter_paths",
    "learn_roles",
    "read_bytes",
    "read_file",
    "read_text",
    "shown_name",
    "with_learnt_roles",
]
