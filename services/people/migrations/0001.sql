-- Persons, and the committees and outside parties that can hold a barrier (their ids begin with person- and party-).
CREATE TABLE holders (
    id     TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    mail   TEXT,
    known  INTEGER NOT NULL DEFAULT 1 -- 0: a placeholder from a sheet, to be matched
) WITHOUT ROWID;
CREATE INDEX holders_by_name ON holders (name COLLATE NOCASE);
CREATE TABLE accounts (
    login  TEXT PRIMARY KEY COLLATE NOCASE,
    person TEXT NOT NULL REFERENCES holders (id),
    hash   TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE voices (
    concern TEXT PRIMARY KEY,
    person  TEXT NOT NULL REFERENCES holders (id)
) WITHOUT ROWID;
CREATE INDEX voices_by_person ON voices (person);
CREATE TABLE sessions (
    token  BLOB PRIMARY KEY, -- SHA-256 of what the browser keeps
    person TEXT NOT NULL REFERENCES holders (id),
    began  INTEGER NOT NULL,
    seen   INTEGER NOT NULL
) WITHOUT ROWID;
