-- Links by which a holder without an account plays one ball, once.
CREATE TABLE links (
    token  BLOB PRIMARY KEY, -- SHA-256 of what the link carries
    stream TEXT NOT NULL,
    holder TEXT NOT NULL REFERENCES holders (id) ON DELETE CASCADE,
    ends   INTEGER NOT NULL,
    used   INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX links_by_ball ON links (stream, holder);
