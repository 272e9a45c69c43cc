-- Browsers that may be woken by Web Push. Each belongs to a sign-in and goes with it: signed out, ended, revoked or erased.
CREATE TABLE wake (
    session  bytea PRIMARY KEY REFERENCES session (hash) ON DELETE CASCADE,
    endpoint text COLLATE "C" NOT NULL UNIQUE -- the address at its push service
);
