-- Cards by which people say that they are in: of each its keyed hash, the unit it was dealt to, and which side is up. No day, no
-- order, nothing of who holds it.
CREATE TABLE cards (
    id     TEXT PRIMARY KEY,
    unit   TEXT NOT NULL,
    inside INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX cards_by_unit ON cards (unit);
