-- Keys that open a unit's board on a machine, and keys of programs that act for a person. Of both, only hashes.
CREATE TABLE unit_keys (
    id     TEXT PRIMARY KEY,
    hash   BLOB NOT NULL UNIQUE,
    unit   TEXT NOT NULL,
    name   TEXT NOT NULL,
    ends   TEXT NOT NULL -- the last day
) WITHOUT ROWID;
CREATE TABLE tokens (
    id     TEXT PRIMARY KEY,
    hash   BLOB NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES holders (id) ON DELETE CASCADE,
    name   TEXT NOT NULL,
    scopes TEXT NOT NULL, -- patterns of actions, parted by spaces
    ends   TEXT NOT NULL, -- the last day
    used   TEXT -- the last day
) WITHOUT ROWID;
CREATE INDEX tokens_by_person ON tokens (person);
