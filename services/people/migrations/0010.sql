-- Addresses by which a calendar asks for what its owner comes to.
CREATE TABLE calendars (
    person TEXT PRIMARY KEY REFERENCES holders (id) ON DELETE CASCADE,
    token  BLOB NOT NULL UNIQUE -- SHA-256 of what the address carries
) WITHOUT ROWID;
