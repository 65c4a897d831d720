-- The day on which somebody left; their name stays, because what they did stays.
ALTER TABLE holders ADD COLUMN gone TEXT;
