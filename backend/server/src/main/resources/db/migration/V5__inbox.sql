-- What other systems sent as messages of their own standards: the bytes as they came, and what became of them.
-- The bytes are closed with a data key of their own, which the installation's master key wraps; destroying it erases them.
CREATE TABLE inbox (
    id          uuid             PRIMARY KEY,
    hospital    text COLLATE "C" NOT NULL,
    received_at timestamptz      NOT NULL, -- system time
    source      text COLLATE "C" NOT NULL, -- as which the sender reports; '?' for a stranger
    sender      text COLLATE "C" NOT NULL, -- as it calls itself
    profile     text COLLATE "C" NOT NULL, -- id and version, pas/3; empty for a stranger
    message_id  text COLLATE "C" NOT NULL, -- the sender's, or a key where it might name somebody
    type        text COLLATE "C" NOT NULL, -- ADT^A01
    outcome     text COLLATE "C" NOT NULL,
    reasons     text[] COLLATE "C" NOT NULL, -- codes, nothing of the message
    visits      text[] COLLATE "C" NOT NULL,
    seq         bigint,                    -- of the last event it made
    replay_of   uuid,                      -- the message that this one corrects or repeats
    settled_at  timestamptz,               -- when somebody replayed it or put it aside
    sealed      bytea            NOT NULL
);
ALTER TABLE inbox ALTER COLUMN sealed SET STORAGE EXTERNAL; -- what is closed does not compress
CREATE INDEX inbox_received ON inbox (hospital, received_at, id);
CREATE INDEX inbox_age ON inbox (received_at);
CREATE INDEX inbox_waiting ON inbox (hospital, received_at, id)
    WHERE settled_at IS NULL AND outcome IN ('unreadable', 'faulty', 'stranger', 'not-allowed');

-- Whom a message is about, so that who is erased is erased here too.
CREATE TABLE inbox_patient (
    hospital text COLLATE "C" NOT NULL,
    patient  text COLLATE "C" NOT NULL, -- opaque key
    id       uuid             NOT NULL REFERENCES inbox ON DELETE CASCADE,
    PRIMARY KEY (hospital, patient, id)
);
CREATE INDEX inbox_patient_of ON inbox_patient (id);

-- The data keys, apart, as identity_key.
CREATE TABLE inbox_key (
    id      uuid  PRIMARY KEY REFERENCES inbox ON DELETE CASCADE,
    wrapped bytea NOT NULL -- by the master key, RFC 3394
);
