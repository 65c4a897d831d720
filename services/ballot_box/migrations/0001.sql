-- Random keys and no rowid: the order of arrival is nowhere in the file. Every body is as long as the others.
CREATE TABLE ballots (
    id       BLOB PRIMARY KEY,
    campaign TEXT NOT NULL,
    nonce    BLOB NOT NULL,
    body     BLOB NOT NULL -- answers by item, padded and encrypted
) WITHOUT ROWID;
