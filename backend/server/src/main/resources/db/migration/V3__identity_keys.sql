-- Names of people and free text are closed: each with a data key of its own, which the installation's master key wraps.
-- Destroying the data key erases what it closed. Migration 3.1, a program, closes what is here in the open.

ALTER TABLE identity RENAME TO identity_in_the_open;
ALTER INDEX identity_pkey RENAME TO identity_in_the_open_pkey;
ALTER TABLE secret RENAME TO secret_in_the_open;
ALTER INDEX secret_pkey RENAME TO secret_in_the_open_pkey;

-- What is behind the journal's opaque keys: patients, staff, free text.
CREATE TABLE identity (
    hospital   text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    kind       text COLLATE "C" NOT NULL CHECK (kind IN ('patient', 'staff', 'text')),
    sealed     bytea            NOT NULL, -- AES-256-GCM: number, names, birth date, protection, words
    revision   integer          NOT NULL, -- who has not seen the last one does not write over it
    changed_at timestamptz      NOT NULL,
    seen_at    timestamptz      NOT NULL, -- until when there was something to do with them; retention counts from here
    PRIMARY KEY (hospital, key)
);
CREATE INDEX identity_seen ON identity (hospital, kind, seen_at);

-- The data keys, apart, so that they can be left out of a backup or kept in another one.
CREATE TABLE identity_key (
    hospital text COLLATE "C" NOT NULL,
    key      text COLLATE "C" NOT NULL,
    wrapped  bytea            NOT NULL, -- by the master key, RFC 3394
    PRIMARY KEY (hospital, key)
);

-- Random values of this installation.
CREATE TABLE secret (
    name    text COLLATE "C" PRIMARY KEY,
    wrapped bytea NOT NULL
);

-- Free text that was in the open leaves the journal: it was for the board of its hour, and may name anybody.
UPDATE event SET body = body - 'reason' WHERE type IN ('CleaningPaused', 'CleaningCancelled') AND body ? 'reason';
UPDATE event SET body = body - 'purpose' WHERE type = 'BedReserved' AND body ? 'purpose';
UPDATE event SET body = jsonb_set(body, '{destination}', '"erased"') WHERE type = 'DepartedTemporarily';
TRUNCATE snapshot;
