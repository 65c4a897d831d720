CREATE TABLE attachments (
    digest TEXT PRIMARY KEY, -- SHA-256 of the document, hex
    body   BLOB NOT NULL
) WITHOUT ROWID;
