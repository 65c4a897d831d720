-- Whether people were told of a thing, and when, for the page of that thing; and which messages never left the house.
ALTER TABLE messages ADD COLUMN about BLOB; -- a keyed hash of the thing's id; NULL where nobody is to know
ALTER TABLE messages ADD COLUMN told INTEGER; -- when it was sent, µs UTC, to the hour; kept where it is about a thing
ALTER TABLE messages ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0;
CREATE INDEX messages_by_about ON messages (about) WHERE about IS NOT NULL;
