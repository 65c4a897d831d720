-- Frozen with the first event. The file belongs to one hospital, so keys leave `hospital` out.
CREATE TABLE events (
    seq      INTEGER PRIMARY KEY,
    hospital TEXT    NOT NULL,
    stream   TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    v        INTEGER NOT NULL DEFAULT 1,
    unit     TEXT,
    unit_seq INTEGER,
    at       INTEGER NOT NULL,
    command  TEXT,
    head     BLOB    NOT NULL,
    body     BLOB    NOT NULL,
    leaf     BLOB    NOT NULL,
    UNIQUE (stream, version),
    UNIQUE (unit, unit_seq)
);
CREATE TABLE sealed (
    seq    INTEGER NOT NULL,
    part   TEXT    NOT NULL,
    key_id TEXT    NOT NULL,
    salt   BLOB,
    cipher BLOB,
    PRIMARY KEY (seq, part)
) WITHOUT ROWID;
CREATE TABLE commands (
    id     TEXT    PRIMARY KEY,
    digest BLOB,
    first  INTEGER NOT NULL,
    last   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE head (
    hospital TEXT    PRIMARY KEY,
    seq      INTEGER NOT NULL,
    at       INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE units (
    unit TEXT    PRIMARY KEY,
    seq  INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE ledger (
    format  TEXT    NOT NULL,
    created INTEGER NOT NULL,
    origin  TEXT    NOT NULL
);
