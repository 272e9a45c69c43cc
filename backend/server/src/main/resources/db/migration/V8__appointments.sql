-- Messages about visits to come: of which appointment, and until when they are kept.
ALTER TABLE inbox ADD COLUMN appointment text COLLATE "C"; -- the sender's id, or a key where it might name somebody
ALTER TABLE inbox ADD COLUMN starts_at timestamptz;
CREATE INDEX inbox_appointment ON inbox (hospital, appointment, received_at) WHERE appointment IS NOT NULL;
-- What a message and its replays told is taken back together, and of others with the same id nothing.
CREATE INDEX inbox_message ON inbox (hospital, message_id);
