-- Who asked to be forgotten, until it is done: kept here and in no fact, so that no fact ties their voices together.
CREATE TABLE leaving (
    person   TEXT PRIMARY KEY REFERENCES holders (id),
    basis    TEXT NOT NULL,
    approver TEXT NOT NULL,
    asker    TEXT,
    entry    INTEGER NOT NULL, -- whether name, mail and sign-in go too
    command  TEXT NOT NULL     -- the id of the command that records it, drawn beforehand
) WITHOUT ROWID;
