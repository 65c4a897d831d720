-- Whose words are erased is found by where it went. Rows that were decided on say nothing any more.
PRAGMA secure_delete=ON;
CREATE INDEX entered_by_stream ON entered (stream);
UPDATE held SET nonce = x'', body = x'' WHERE decided IS NOT NULL;
