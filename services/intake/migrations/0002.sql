-- What waits may be any command, said of something that waits itself (`about`), in its order (`n`). `v` 1 is a bare concern.raise.
ALTER TABLE waiting ADD COLUMN v INTEGER NOT NULL DEFAULT 1;
ALTER TABLE waiting ADD COLUMN about TEXT;
ALTER TABLE waiting ADD COLUMN n INTEGER NOT NULL DEFAULT 0;
-- What entered, so that a late retry enters nothing twice: the digest says whether it is the same, the stream where it went.
CREATE TABLE entered (
    id     TEXT PRIMARY KEY,
    digest BLOB NOT NULL,
    stream TEXT NOT NULL
) WITHOUT ROWID;
