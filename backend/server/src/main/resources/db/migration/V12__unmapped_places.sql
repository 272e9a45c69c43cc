-- Places as messages named them (PV1-3, NPU-1) that the hospital's definition did not know when they were told.
ALTER TABLE inbox ADD COLUMN unmapped text[] COLLATE "C" NOT NULL DEFAULT '{}';
CREATE INDEX inbox_unmapped ON inbox (hospital, received_at, id) WHERE settled_at IS NULL AND unmapped <> '{}';
CREATE INDEX inbox_replays ON inbox (hospital, replay_of) WHERE replay_of IS NOT NULL;
