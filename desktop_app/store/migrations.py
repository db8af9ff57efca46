"""The schema of a project file, as steps that are applied once each and recorded in the file itself."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x44616465  # "Dade"

project_migrations = Migrations("dadeum")

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    path TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL UNIQUE,
    encoding TEXT NOT NULL,
    format TEXT NOT NULL,
    length INTEGER NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;
CREATE TABLE source_text (
    source_id INTEGER PRIMARY KEY REFERENCES source(id) ON DELETE CASCADE,
    raw TEXT NOT NULL
) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    subtitle TEXT NOT NULL DEFAULT '',
    outlet TEXT NOT NULL DEFAULT '',
    reporter TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',
    section TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'started', 'reviewed')),
    reviewer TEXT NOT NULL DEFAULT '',
    reviewed_at TEXT NOT NULL DEFAULT '',
    text_hash TEXT NOT NULL DEFAULT '',
    suggested_hash TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    uncertainty REAL NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_source ON article(source_id);
CREATE INDEX article_state ON article(state);
CREATE INDEX article_published ON article(published);
CREATE INDEX article_outlet ON article(outlet);

CREATE TABLE block (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    article_id INTEGER REFERENCES article(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL,
    role TEXT NOT NULL,
    "order" INTEGER NOT NULL DEFAULT 0,
    page INTEGER,
    repeat INTEGER NOT NULL DEFAULT 0,
    origin TEXT NOT NULL DEFAULT 'cleaning',
    CHECK (end >= start)
) STRICT;
CREATE INDEX block_source ON block(source_id, start);
CREATE INDEX block_article ON block(article_id);

CREATE TABLE correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    CHECK (end >= start)
) STRICT;
CREATE INDEX correction_source ON correction(source_id, start);

CREATE TABLE concept (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    aliases TEXT NOT NULL DEFAULT '[]',
    external_id TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (name, label)
) STRICT;

CREATE TABLE mention (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL,
    fragments TEXT NOT NULL DEFAULT '[]',
    surface TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL,
    sublabel TEXT NOT NULL DEFAULT '',
    attributes TEXT NOT NULL DEFAULT '[]',
    origin TEXT NOT NULL,
    confidence REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    decision TEXT NOT NULL DEFAULT 'undecided' CHECK (decision IN ('undecided', 'accepted', 'rejected')),
    edited INTEGER NOT NULL DEFAULT 0,
    value_kind TEXT NOT NULL DEFAULT '',
    value_text TEXT NOT NULL DEFAULT '',
    value_rule TEXT NOT NULL DEFAULT '',
    concept_id INTEGER REFERENCES concept(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    suggested_label TEXT NOT NULL DEFAULT '',
    suggested_start INTEGER,
    suggested_end INTEGER,
    reviewer TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT '',
    decided_at TEXT NOT NULL DEFAULT '',
    CHECK (end > start)
) STRICT;
CREATE INDEX mention_article ON mention(article_id, start);
CREATE INDEX mention_surface ON mention(surface, label);
CREATE INDEX mention_concept ON mention(concept_id);

CREATE TABLE mention_count (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    undecided INTEGER NOT NULL DEFAULT 0,
    accepted INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX mention_count_undecided ON mention_count(undecided);
CREATE TRIGGER article_counted AFTER INSERT ON article BEGIN
    INSERT OR IGNORE INTO mention_count(article_id) VALUES (new.id);
END;
CREATE TRIGGER mention_added AFTER INSERT ON mention BEGIN
    UPDATE mention_count SET
        undecided = undecided + (new.decision = 'undecided'),
        accepted = accepted + (new.decision = 'accepted'),
        rejected = rejected + (new.decision = 'rejected')
    WHERE article_id = new.article_id;
END;
CREATE TRIGGER mention_removed AFTER DELETE ON mention BEGIN
    UPDATE mention_count SET
        undecided = undecided - (old.decision = 'undecided'),
        accepted = accepted - (old.decision = 'accepted'),
        rejected = rejected - (old.decision = 'rejected')
    WHERE article_id = old.article_id;
END;
CREATE TRIGGER mention_decided AFTER UPDATE OF decision, article_id ON mention BEGIN
    UPDATE mention_count SET
        undecided = undecided - (old.decision = 'undecided'),
        accepted = accepted - (old.decision = 'accepted'),
        rejected = rejected - (old.decision = 'rejected')
    WHERE article_id = old.article_id;
    UPDATE mention_count SET
        undecided = undecided + (new.decision = 'undecided'),
        accepted = accepted + (new.decision = 'accepted'),
        rejected = rejected + (new.decision = 'rejected')
    WHERE article_id = new.article_id;
END;

CREATE TABLE relation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    from_mention INTEGER NOT NULL REFERENCES mention(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    to_mention INTEGER NOT NULL REFERENCES mention(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    origin TEXT NOT NULL,
    UNIQUE (kind, from_mention, to_mention)
) STRICT;
CREATE INDEX relation_article ON relation(article_id);
CREATE INDEX relation_from ON relation(from_mention);
CREATE INDEX relation_to ON relation(to_mention);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tag TEXT NOT NULL,
    origin TEXT NOT NULL,
    confidence REAL NOT NULL DEFAULT 1,
    decision TEXT NOT NULL DEFAULT 'undecided' CHECK (decision IN ('undecided', 'accepted', 'rejected')),
    evidence TEXT NOT NULL DEFAULT '[]',
    reviewer TEXT NOT NULL DEFAULT '',
    decided_at TEXT NOT NULL DEFAULT '',
    UNIQUE (article_id, tag)
) STRICT;
CREATE INDEX tag_tag ON tag(tag);

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    mention_id INTEGER REFERENCES mention(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    start INTEGER,
    end INTEGER,
    text TEXT NOT NULL,
    open INTEGER NOT NULL DEFAULT 1,
    reviewer TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX note_article ON note(article_id);
CREATE INDEX note_mention ON note(mention_id);

CREATE TABLE lexicon (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    surface TEXT NOT NULL,
    label TEXT NOT NULL,
    scope TEXT NOT NULL DEFAULT '',
    count INTEGER NOT NULL DEFAULT 1,
    UNIQUE (surface, label, scope)
) STRICT;

CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    reviewer TEXT NOT NULL DEFAULT '',
    article_id INTEGER,
    summary TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'abandoned')),
    undoable INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX step_undoable ON step(state, undoable, id);
CREATE INDEX step_article ON step(article_id);
CREATE TABLE row_change (
    step_id INTEGER NOT NULL REFERENCES step(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    "table" TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (step_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    tokens BLOB,
    tokens_hash TEXT NOT NULL DEFAULT '',
    indexed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX reading_pending ON reading(article_id) WHERE indexed = 0;
CREATE VIRTUAL TABLE reading_fts USING fts5(text, content='reading', content_rowid='article_id', tokenize='trigram');
CREATE TRIGGER reading_removed AFTER DELETE ON reading WHEN old.indexed = 1 BEGIN
    INSERT INTO reading_fts(reading_fts, rowid, text) VALUES ('delete', old.article_id, old.text);
END;
CREATE TRIGGER reading_changed AFTER UPDATE OF text ON reading WHEN old.indexed = 1 AND old.text <> new.text BEGIN
    INSERT INTO reading_fts(reading_fts, rowid, text) VALUES ('delete', old.article_id, old.text);
    UPDATE reading SET indexed = 0 WHERE article_id = new.article_id;
END;
"""


@project_migrations()
def m001_tables(db: Database) -> None:
    """All tables of the first version."""
    for statement in _statements(_TABLES):
        db.execute(statement)


@project_migrations()
def m002_label_schema(db: Database) -> None:
    """The project's own label schema in a table of its own, so that the history can put it back."""
    db.execute("CREATE TABLE label_schema (id INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT")
    db.execute("INSERT INTO label_schema SELECT 1, value FROM meta WHERE name = 'label_schema'")
    db.execute("DELETE FROM meta WHERE name = 'label_schema'")


KNOWN_MIGRATIONS = frozenset(m.name for m in project_migrations.pending(Database(memory=True)))


def _statements(script: str) -> list[str]:
    """Cut a script at the semicolons that end statements (those inside a trigger's body do not)."""
    found, lines = [], []
    for line in script.strip().splitlines():
        lines.append(line)
        text = "\n".join(lines)
        inside = "CREATE TRIGGER" in text and not line.startswith("END;")
        if line.endswith(";") and not inside:
            found.append(text)
            lines = []
    return found
