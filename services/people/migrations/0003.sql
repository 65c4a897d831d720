-- What signing in keeps: whose password somebody else has told, second factors, and sign-ins with limits of their own.
ALTER TABLE accounts ADD COLUMN told INTEGER NOT NULL DEFAULT 0; -- 1: somebody else knows it too, so it must be replaced
CREATE TABLE second_factors (
    person TEXT PRIMARY KEY REFERENCES holders (id) ON DELETE CASCADE,
    secret BLOB NOT NULL, -- sealed with a key of the vault
    used   INTEGER NOT NULL -- the time step of the last code that was taken; none is taken twice
) WITHOUT ROWID;
CREATE TABLE recovery_codes (
    person TEXT NOT NULL REFERENCES holders (id) ON DELETE CASCADE,
    code   BLOB NOT NULL, -- keyed hash of it
    PRIMARY KEY (person, code)
) WITHOUT ROWID;
DROP TABLE sessions; -- everybody signs in once more
CREATE TABLE sessions (
    token  BLOB PRIMARY KEY, -- SHA-256 of what the browser keeps
    id     TEXT NOT NULL, -- by which its owner ends it
    person TEXT NOT NULL REFERENCES holders (id) ON DELETE CASCADE,
    owed   TEXT NOT NULL, -- what is still to be given before it counts: '', 'code', 'password', 'factor'
    device TEXT NOT NULL,
    roles  BLOB, -- digest of the roles it was begun with
    began  INTEGER NOT NULL,
    seen   INTEGER NOT NULL,
    idle   INTEGER NOT NULL,
    ends   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_by_person ON sessions (person);
