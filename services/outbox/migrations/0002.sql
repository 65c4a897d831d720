-- Which message a newer one takes the place of while it waits, and which does not wait for quiet hours to be over.
ALTER TABLE messages ADD COLUMN thread BLOB; -- a keyed hash of what the sender calls it; forgotten once it is sent
ALTER TABLE messages ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
CREATE INDEX messages_by_thread ON messages (thread) WHERE thread IS NOT NULL;
