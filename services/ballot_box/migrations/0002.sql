-- Drawers of one length, laid down before anything lies in them. A row that is put in grows the file at its end, and where it lies
-- there says when it came; a drawer is filled where it is. One is empty while its id is nothing but zeros.
PRAGMA secure_delete=ON;
CREATE TABLE drawers (
    place    INTEGER PRIMARY KEY,
    id       BLOB NOT NULL,
    campaign TEXT NOT NULL, -- as long in every row
    nonce    BLOB NOT NULL,
    body     BLOB NOT NULL  -- answers by item, padded and encrypted
);
INSERT INTO drawers SELECT NULL, id, printf('%-40s', campaign), nonce, body FROM ballots ORDER BY random();
DROP TABLE ballots;
