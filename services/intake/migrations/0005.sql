-- Photos that came with what waits, sealed already; each goes when the fact that names it is in the ledger.
CREATE TABLE photos (
    digest TEXT PRIMARY KEY, -- SHA-256 of what lies here, hex
    body   BLOB NOT NULL
) WITHOUT ROWID;
