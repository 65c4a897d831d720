-- Random keys and no rowid: the order of arrival is nowhere in the file.
CREATE TABLE waiting (
    id    TEXT PRIMARY KEY,
    day   TEXT NOT NULL,
    nonce BLOB NOT NULL,
    body  BLOB NOT NULL, -- the command, padded and encrypted
    entry TEXT           -- the command id under which it enters, once somebody began to
) WITHOUT ROWID;
CREATE TABLE held (
    id      TEXT PRIMARY KEY,
    unit    TEXT NOT NULL,
    reason  TEXT NOT NULL,
    nonce   BLOB NOT NULL,
    body    BLOB NOT NULL, -- the row of the sheet, encrypted
    decided TEXT
) WITHOUT ROWID;
